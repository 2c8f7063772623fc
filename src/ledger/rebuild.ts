import type { Resolvers } from '../resolve/resolvers.ts'
import { type Arrival, deriveArrivals } from './arrivals.ts'
import { decidedRows, loggedDecisions, thatHold } from './decisions.ts'
import { walkLog } from './log.ts'
import { reportOf } from './reports.ts'
import { parseScreened } from './screened.ts'
import { readingOf } from './sources.ts'
import type { Session } from './store.ts'
import { type DecidedTable, DERIVED, type LogTable } from './tables.ts'

/** Reports that are derived at once. */
const BATCH = 400

/**
 * Drops all that is derived and derives it again from the log. To be called in a transaction: whoever reads meanwhile sees the old
 * state. `step` is told how many readings were replayed.
 */
export async function rebuild(session: Session, resolvers: Resolvers, step: (readings: number) => void): Promise<void> {
  await session.clear(DERIVED)
  await session.bulkInsert('decided', await decisionsThatHold(session))
  let waiting: Arrival[] = []
  let done = 0
  for await (const arrival of arrivalsOf(session, resolvers)) {
    waiting.push(arrival)
    if (waiting.length < BATCH) continue
    await deriveArrivals(session, resolvers, lastOfEach(waiting))
    step((done += waiting.length))
    waiting = []
  }
  await deriveArrivals(session, resolvers, lastOfEach(waiting))
  step(done + waiting.length)
}

const decisionsThatHold = async (session: Session): Promise<DecidedTable[]> =>
  thatHold(await loggedDecisions(session)).flatMap(({ key, seq, decision }) => decidedRows(decision, key, seq))

/** The readings of the log in their order, each with its document. */
async function* arrivalsOf(session: Session, resolvers: Resolvers): AsyncGenerator<Arrival> {
  const documents = new Map<string, LogTable>()
  for await (const row of walkLog(session, { kinds: ['document', 'reading'] })) {
    if (row.kind === 'document') {
      documents.set(row.key, row)
      continue
    }
    yield await arrivalOf(session, resolvers, row, documents)
    if (documents.size > BATCH) documents.clear()
  }
}

async function arrivalOf(
  session: Session,
  resolvers: Resolvers,
  row: LogTable,
  documents: ReadonlyMap<string, LogTable>,
): Promise<Arrival> {
  const screened = parseScreened(row.body)
  if (screened) {
    const source = { document: { ...screened.screened, text: '' }, relevant: false, claims: [] }
    return { report: reportOf(source, 0, row.seq, resolvers), source }
  }
  const { document: key } = JSON.parse(row.body) as { document: string }
  const document = documents.get(key) ?? (await documentAt(session, key))
  const source = readingOf(document, row)
  return { report: reportOf(source, document.seq, row.seq, resolvers), source }
}

const documentAt = async ({ db }: Session, key: string): Promise<LogTable> =>
  await db.selectFrom('log').selectAll().where('key', '=', key).where('kind', '=', 'document').executeTakeFirstOrThrow()

/** Of several readings of one report the last: the others no longer count. */
const lastOfEach = (arrivals: readonly Arrival[]): Arrival[] => [
  ...new Map(arrivals.map(arrival => [arrival.report.doc, arrival])).values(),
]
