import { setImmediate as turn } from 'node:timers/promises'
import type { IntakeOptions } from '../../../intake/capture.ts'
import { addReports, type Incoming, type Outcome } from '../../../ledger/reports.ts'
import type { Store } from '../../../ledger/store.ts'
import { LEDGER_WORDINGS } from '../../../views/ledger/wording.ts'
import { findInputs } from '../../inputs.ts'
import { readIncoming, screening } from '../../ledger/incoming.ts'
import { theResolvers } from '../../ledger/resolving.ts'
import { type LedgerFlags, withLedger } from '../../ledger/with-ledger.ts'
import { startProgress } from '../../progress.ts'
import { tellCounts, tryAdding } from './add-dry.ts'
import { printNews } from './overview.ts'

/** Reports that go into the ledger together: all of them, or none. */
const BATCH = 200
const BATCH_UNITS = 4_000_000
const BATCH_BYTES = 64 * 1024 * 1024

export interface AddFlags extends LedgerFlags {
  /** Read and tell, but write nothing. */
  readonly dryRun: boolean
}

/**
 * `bienban add`: reads reports and puts them into the ledger, in batches of which each is in as a whole or not at all: a run that was
 * ended is taken up by running it again. Returns the exit code: 1 when something could not be read.
 */
export const addCommand = (paths: readonly string[], flags: AddFlags, options: IntakeOptions): Promise<number> =>
  flags.dryRun ? tryAdding(paths, flags, options) : add(paths, flags, options)

const add = (paths: readonly string[], flags: LedgerFlags, options: IntakeOptions): Promise<number> =>
  withLedger(flags.store, { readonly: false }, async store => {
    const inputs = await findInputs(paths)
    const progress = await startProgress(inputs.length, 'Adding')
    const counts: Counts = { added: 0, reread: 0, screened: 0, known: 0, copies: 0, failed: 0 }
    let batch: Incoming[] = []
    let units = 0
    let bytes = 0
    const docs: string[] = []
    // While a server takes in one batch, the next is read.
    let adding: Promise<unknown> = Promise.resolve()
    const flush = async (): Promise<void> => {
      await adding
      adding = addBatch(store, batch, flags, counts).then(added => docs.push(...added))
      // It is awaited, and its error told, before the next batch and at the end.
      adding.catch(() => {})
      batch = []
      units = 0
      bytes = 0
    }
    for await (const { input, incoming, passedOver, diagnostics } of readIncoming(inputs, screening(options))) {
      for (const { severity, message } of diagnostics)
        if (severity !== 'note') process.stderr.write(`${input}: ${message}\n`)
      progress.step(input)
      if (!incoming) {
        counts[passedOver ? 'screened' : 'failed']++
        continue
      }
      batch.push(incoming)
      units += incoming.document.text.length
      bytes += incoming.bytes?.length ?? 0
      if (batch.length >= BATCH || units >= BATCH_UNITS || bytes >= BATCH_BYTES) await flush()
      else await turn()
    }
    await flush()
    await adding
    progress.stop()
    await tell(store, flags, counts, docs)
    return counts.failed > 0 ? 1 : 0
  })

/** Reports whose news are told one by one; of more only how many there are. */
const MOST_TOLD = 20

async function tell(store: Store, flags: LedgerFlags, counts: Counts, docs: readonly string[]): Promise<void> {
  await tellCounts(flags, counts)
  if (!flags.json && docs.length > 0 && docs.length <= MOST_TOLD)
    await store.snapshot(session => printNews(session, docs, flags))
}

type Counts = Record<Outcome['what'] | 'copies' | 'failed', number>

/** Gives the reports that are new, or read anew. */
async function addBatch(
  store: Store,
  batch: readonly Incoming[],
  flags: LedgerFlags,
  counts: Counts,
): Promise<string[]> {
  if (batch.length === 0) return []
  const outcomes = await store.transaction(session => addReports(session, theResolvers(), batch, store.now()))
  for (const [i, { what, replaces, copyOf }] of outcomes.entries()) {
    counts[what]++
    if (copyOf !== null) counts.copies++
    const name = batch[i].document.file ?? batch[i].document.title ?? batch[i].document.id
    for (const older of replaces) process.stderr.write(`${name}: ${LEDGER_WORDINGS[flags.ui].newerVersion(older)}\n`)
  }
  return outcomes.filter(({ what }) => what === 'added' || what === 'reread').map(({ doc }) => doc)
}
