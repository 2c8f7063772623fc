import { userInfo } from 'node:os'
import type { Verdict } from '../../../ledger/judging.ts'
import { LEDGER_WORDINGS } from '../../../views/ledger/wording.ts'
import { takeDecision, undoDecision } from '../../ledger/deciding.ts'
import { theResolvers } from '../../ledger/resolving.ts'
import { type LedgerFlags, withLedger } from '../../ledger/with-ledger.ts'
import { write } from '../../terminal.ts'

export interface DecideFlags extends LedgerFlags {
  readonly set: readonly string[]
  readonly span?: Verdict['span']
  readonly why?: string
  readonly by?: string
}

/** `bienban decide`: appends what a person decided. */
export const decideCommand = (act: Verdict['act'], ids: readonly string[], flags: DecideFlags): Promise<number> =>
  withLedger(flags.store, { readonly: false }, async store => {
    const { span = null, why = null } = flags
    const verdict = { act, ids, set: flags.set.map(pairOf), span, by: personOf(flags), why }
    const { key } = await takeDecision(store, theResolvers(), verdict)
    return await tell(flags, key, LEDGER_WORDINGS[flags.ui].decided(key.slice(0, 10)))
  })

/** `bienban undo`: takes a decision back, by another one. */
export const undoCommand = (key: string, flags: Omit<DecideFlags, 'set' | 'span'>): Promise<number> =>
  withLedger(flags.store, { readonly: false }, async store => {
    const { key: undoing } = await undoDecision(store, theResolvers(), key, personOf(flags), flags.why ?? null)
    return await tell(flags, undoing, LEDGER_WORDINGS[flags.ui].undone(undoing.slice(0, 10)))
  })

/** `stage=agreed`: a field and its value. */
function pairOf(text: string): [string, string] {
  const gap = text.indexOf('=')
  return [text.slice(0, Math.max(gap, 0)), text.slice(gap + 1)]
}

/** Who decides: the name that is given, else that of the account. */
const personOf = ({ by }: Pick<DecideFlags, 'by'>): string => by ?? process.env['BIENBAN_BY'] ?? userInfo().username

async function tell(flags: LedgerFlags, key: string, sentence: string): Promise<number> {
  await write(process.stdout, flags.json ? `${JSON.stringify({ key })}\n` : `${sentence}\n`)
  return 0
}
