import { existsSync } from 'node:fs'
import type { IntakeOptions } from '../../../intake/capture.ts'
import { docOf } from '../../../ledger/doc.ts'
import type { Store } from '../../../ledger/store.ts'
import { LEDGER_WORDINGS } from '../../../views/ledger/wording.ts'
import type { AddedCounts } from '../../../views/ledger/words.ts'
import { findInputs } from '../../inputs.ts'
import { readIncoming, screening } from '../../ledger/incoming.ts'
import { type LedgerFlags, withLedger } from '../../ledger/with-ledger.ts'
import { startProgress } from '../../progress.ts'
import { write } from '../../terminal.ts'

/** `bienban add --dry-run`: reads reports and tells what would become of them; the ledger is only looked at, where there is one. */
export function tryAdding(paths: readonly string[], flags: LedgerFlags, options: IntakeOptions): Promise<number> {
  const isThere = flags.store.includes('://') || existsSync(flags.store)
  const work = (store: Store | null): Promise<number> => readAndCount(store, paths, flags, options)
  return isThere ? withLedger(flags.store, { readonly: true }, work) : work(null)
}

async function readAndCount(
  store: Store | null,
  paths: readonly string[],
  flags: LedgerFlags,
  options: IntakeOptions,
): Promise<number> {
  const inputs = await findInputs(paths)
  const progress = await startProgress(inputs.length, 'Reading')
  const counts = { added: 0, reread: 0, screened: 0, known: 0, copies: 0, failed: 0 }
  const seen = new Set<string>()
  for await (const { input, incoming, passedOver, diagnostics } of readIncoming(inputs, screening(options))) {
    for (const { severity, message } of diagnostics)
      if (severity !== 'note') process.stderr.write(`${input}: ${message}\n`)
    progress.step(input)
    if (!incoming) counts[passedOver ? 'screened' : 'failed']++
    else {
      const doc = docOf(incoming.document.id)
      if (seen.has(doc) || (await isKnown(store, doc))) counts.known++
      else if (incoming.reading.relevant) counts.added++
      else counts.screened++
      seen.add(doc)
    }
  }
  progress.stop()
  await tellCounts(flags, counts)
  if (!flags.json) await write(process.stdout, `${LEDGER_WORDINGS[flags.ui].nothingWritten}\n`)
  return counts.failed > 0 ? 1 : 0
}

async function isKnown(store: Store | null, doc: string): Promise<boolean> {
  return store !== null && (await store.snapshot(session => session.selectIn('report', 'doc', [doc]))).length > 0
}

/** What became of the reports, and how many could not be read: why was said where it happened. */
export async function tellCounts(flags: LedgerFlags, counts: AddedCounts): Promise<void> {
  const words = LEDGER_WORDINGS[flags.ui]
  const copies = counts.copies > 0 ? ` ${words.copiesAmong(counts.copies)}` : ''
  const failed = counts.failed > 0 ? ` ${words.notRead(counts.failed)}` : ''
  await write(process.stdout, flags.json ? `${JSON.stringify(counts)}\n` : `${words.added(counts)}${copies}${failed}\n`)
}
