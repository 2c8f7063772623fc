import { setImmediate as turn } from 'node:timers/promises'
import type { IntakeOptions } from '../../intake/capture.ts'
import { addReports, type Incoming, type Outcome } from '../../ledger/reports.ts'
import type { Store } from '../../ledger/store.ts'
import type { Resolvers } from '../../resolve/resolvers.ts'
import type { Input } from '../inputs.ts'
import { type ReadIncoming, readIncoming } from './incoming.ts'

/** Reports that go into the ledger together, all or none: few, so that those who look at it meanwhile do not wait long. */
const BATCH = 20

/** A report of an input with what became of it; no outcome where it could not be read. */
export interface AddedInput {
  readonly input: string
  readonly outcome: Outcome | null
  readonly title: string | null
  /** What stood in the way, or should be known of the reading, for people. */
  readonly messages: readonly string[]
}

/** Reads inputs and puts their reports into the ledger; each comes back with what became of it, in their order. */
export async function* addInputs(
  store: Store,
  resolvers: Resolvers,
  inputs: Iterable<Input>,
  options: IntakeOptions,
): AsyncGenerator<AddedInput> {
  let batch: ReadIncoming[] = []
  for await (const read of readIncoming(inputs, options)) {
    batch.push(read)
    // Others are answered between two reports.
    await turn()
    if (batch.length < BATCH) continue
    yield* await addBatch(store, resolvers, batch)
    batch = []
  }
  yield* await addBatch(store, resolvers, batch)
}

async function addBatch(store: Store, resolvers: Resolvers, batch: readonly ReadIncoming[]): Promise<AddedInput[]> {
  const incoming = batch.flatMap(read => read.incoming ?? [])
  const outcomes =
    incoming.length === 0
      ? []
      : await store.transaction(session => addReports(session, resolvers, incoming, store.now()))
  const outcomeOf = new Map<Incoming, Outcome>(incoming.map((each, i) => [each, outcomes[i]]))
  return batch.map(({ input, incoming: report, diagnostics }) => ({
    input,
    outcome: report ? outcomeOf.get(report)! : null,
    title: report?.document.title ?? null,
    messages: diagnostics.filter(({ severity }) => severity !== 'note').map(({ message }) => message),
  }))
}
