import { sha256 } from './canonical.ts'
import type { Session } from './store.ts'
import type { LogKind, LogTable } from './tables.ts'

/** The end of the log: what comes next is chained to it. */
export interface Head {
  readonly seq: number
  readonly hash: string
  /** ISO instant of the last row. */
  readonly at: string
}

export const EMPTY_HEAD: Head = { seq: 0, hash: '0'.repeat(64), at: '' }

/** The head is written down apart from the rows, so that it is noticed when the last of them are gone. */
export async function readHead({ db }: Session): Promise<Head> {
  const row = await db.selectFrom('meta').select('value').where('name', '=', 'head').executeTakeFirst()
  return row ? (JSON.parse(row.value) as Head) : EMPTY_HEAD
}

export const writeHead = (session: Session, { seq, hash, at }: Head): Promise<void> =>
  session.bulkUpsert('meta', ['name'], [{ name: 'head', value: JSON.stringify({ seq, hash, at }) }])

/** The hash of a row, chained to that of the row before. The key stands for the body, whose digest it is. */
export const chainHash = (before: string, row: Pick<LogTable, 'seq' | 'kind' | 'key' | 'at'>): string =>
  sha256(`${before}\n${row.seq}\n${row.kind}\n${row.key}\n${row.at}`)

/** Rows that are in memory at once. */
const WALKED = 200

/** The rows of the log in order, of all kinds or some. */
export async function* walkLog(
  { db }: Session,
  { after = 0, kinds }: { readonly after?: number; readonly kinds?: readonly LogKind[] } = {},
): AsyncGenerator<LogTable> {
  let last = after
  for (;;) {
    const all = db.selectFrom('log').selectAll().where('seq', '>', last).orderBy('seq').limit(WALKED)
    const rows = await (kinds ? all.where('kind', 'in', kinds) : all).execute()
    yield* rows
    if (rows.length < WALKED) return
    last = rows[rows.length - 1].seq
  }
}
