import { userInfo } from 'node:os'
import { decide } from '../../../ledger/decisions.ts'
import { decisionFor, type Verdict } from '../../../ledger/judging.ts'
import { decisionAt } from '../../../ledger/query/history.ts'
import type { Decision } from '../../../model/decision.ts'
import { LEDGER_WORDINGS } from '../../../views/ledger/wording.ts'
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
    const now = store.now()
    const { set, span = null, why = null } = flags
    const key = await store.transaction(async session => {
      const made = now.toISOString()
      const decision = await decisionFor(session, { act, ids, set, span, by: personOf(flags), made, why })
      return await decide(session, theResolvers(), decision, now)
    })
    return await tell(flags, key, LEDGER_WORDINGS[flags.ui].decided(key.slice(0, 10)))
  })

/** `bienban undo`: takes a decision back, by another one. */
export const undoCommand = (key: string, flags: Omit<DecideFlags, 'set' | 'span'>): Promise<number> =>
  withLedger(flags.store, { readonly: false }, async store => {
    const now = store.now()
    const undoing = await store.transaction(async session => {
      const { key: undoes } = await decisionAt(session, key)
      const made = now.toISOString()
      const decision: Decision = { ...NOTHING, act: 'undo', by: personOf(flags), made, why: flags.why ?? null, undoes }
      return await decide(session, theResolvers(), decision, now)
    })
    return await tell(flags, undoing, LEDGER_WORDINGS[flags.ui].undone(undoing.slice(0, 10)))
  })

const NOTHING = { on: [], against: [], set: null, span: null } as const

/** Who decides: the name that is given, else that of the account. */
const personOf = ({ by }: Pick<DecideFlags, 'by'>): string => by ?? process.env['BIENBAN_BY'] ?? userInfo().username

async function tell(flags: LedgerFlags, key: string, sentence: string): Promise<number> {
  await write(process.stdout, flags.json ? `${JSON.stringify({ key })}\n` : `${sentence}\n`)
  return 0
}
