import type { IntakeOptions } from '../../../intake/capture.ts'
import { addReports, type Incoming, type Outcome } from '../../../ledger/reports.ts'
import type { Store } from '../../../ledger/store.ts'
import { LEDGER_WORDINGS } from '../../../views/ledger/wording.ts'
import { findInputs } from '../../inputs.ts'
import { readIncoming } from '../../ledger/incoming.ts'
import { theResolvers } from '../../ledger/resolving.ts'
import { type LedgerFlags, withLedger } from '../../ledger/with-ledger.ts'
import { startProgress } from '../../progress.ts'
import { write } from '../../terminal.ts'

/** Reports that go into the ledger together: all of them, or none. */
const BATCH = 200
const BATCH_UNITS = 4_000_000

/** `bienban add`: reads reports and puts them into the ledger. Returns the exit code: 1 when something could not be read. */
export const addCommand = (paths: readonly string[], flags: LedgerFlags, options: IntakeOptions): Promise<number> =>
  withLedger(flags.store, { readonly: false }, async store => {
    const inputs = await findInputs(paths)
    const progress = await startProgress(inputs.length, 'Adding')
    const counts: Counts = { added: 0, reread: 0, screened: 0, known: 0 }
    let failed = false
    let batch: Incoming[] = []
    let units = 0
    const flush = async (): Promise<void> => {
      if (batch.length > 0) await addBatch(store, batch, flags, counts)
      batch = []
      units = 0
    }
    for await (const { input, incoming, diagnostics } of readIncoming(inputs, options)) {
      for (const { severity, message } of diagnostics)
        if (severity !== 'note') process.stderr.write(`${input}: ${message}\n`)
      progress.step(input)
      if (!incoming) {
        failed = true
        continue
      }
      batch.push(incoming)
      units += incoming.document.text.length
      if (batch.length >= BATCH || units >= BATCH_UNITS) await flush()
    }
    await flush()
    progress.stop()
    await write(
      process.stdout,
      flags.json ? `${JSON.stringify(counts)}\n` : `${LEDGER_WORDINGS[flags.ui].added(counts)}\n`,
    )
    return failed ? 1 : 0
  })

export type Counts = Record<Outcome['what'], number>

async function addBatch(store: Store, batch: readonly Incoming[], flags: LedgerFlags, counts: Counts): Promise<void> {
  const outcomes = await store.transaction(session => addReports(session, theResolvers(), batch, store.now()))
  for (const [i, { what, replaces }] of outcomes.entries()) {
    counts[what]++
    const name = batch[i].document.file ?? batch[i].document.title ?? batch[i].document.id
    for (const older of replaces) process.stderr.write(`${name}: ${LEDGER_WORDINGS[flags.ui].newerVersion(older)}\n`)
  }
}
