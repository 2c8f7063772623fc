import type { Blob, Entry } from './entry.ts'
import { chainHash, type Head, readHead, writeHead } from './log.ts'
import type { Session } from './store.ts'
import type { LogTable } from './tables.ts'

/** Where an entry stands in the log. */
export interface Appended {
  readonly seq: number
  readonly key: string
  /** False where the same content was there before. */
  readonly added: boolean
}

/** Rows, and bytes of blobs, that go to the database in one statement. */
const ROWS_AT_ONCE = 200
const BYTES_AT_ONCE = 16 * 1024 * 1024

/**
 * Appends entries that are not there yet, in their order, and says where each stands. To be called in a transaction. The time of
 * a row is never before that of the row before it, whatever the clock says.
 */
export async function append(session: Session, entries: readonly Entry[], now: Date): Promise<Appended[]> {
  const head = await readHead(session)
  const places = await placesOf(session, entries)
  const instant = now.toISOString()
  const at = instant < head.at ? head.at : instant
  const rows: LogTable[] = []
  let end = head
  const appended = entries.map(({ kind, key, body }) => {
    const known = places.get(place(kind, key))
    if (known !== undefined) return { seq: known, key, added: false }
    const row = chained(end, { kind, key, at, body })
    end = row
    rows.push(row)
    places.set(place(kind, key), row.seq)
    return { seq: row.seq, key, added: true }
  })
  if (rows.length === 0) return appended
  await insertBlobs(
    session,
    entries.flatMap(({ blob }) => blob ?? []),
  )
  await insertLogRows(session, rows)
  await writeHead(session, end)
  return appended
}

const place = (kind: string, key: string): string => `${kind} ${key}`

async function placesOf(session: Session, entries: readonly Entry[]): Promise<Map<string, number>> {
  const keys = entries.map(({ key }) => key)
  const found = await session.db
    .selectFrom('log')
    .select(['seq', 'kind', 'key'])
    .where(session.among('key', keys))
    .execute()
  return new Map(found.map(({ seq, kind, key }) => [place(kind, key), seq]))
}

function chained(head: Head, content: Omit<LogTable, 'seq' | 'hash'>): LogTable {
  const row = { seq: head.seq + 1, ...content }
  return { ...row, hash: chainHash(head.hash, row) }
}

/** Rows of the log, as they are. Bodies may be long: they go as they are, not inside other JSON. */
export async function insertLogRows({ db }: Session, rows: readonly LogTable[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await db
      .insertInto('log')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute()
}

/** Blobs that are not there yet. */
export async function insertBlobs({ db }: Session, blobs: readonly Blob[]): Promise<void> {
  let waiting: Blob[] = []
  let size = 0
  const flush = async (): Promise<void> => {
    if (waiting.length > 0)
      await db
        .insertInto('blob')
        .values(waiting.map(({ digest, bytes }) => ({ digest, bytes: Buffer.from(bytes) })))
        .onConflict(on => on.column('digest').doNothing())
        .execute()
    waiting = []
    size = 0
  }
  for (const blob of blobs) {
    waiting.push(blob)
    size += blob.bytes.length
    if (waiting.length >= ROWS_AT_ONCE || size > BYTES_AT_ONCE) await flush()
  }
  await flush()
}
