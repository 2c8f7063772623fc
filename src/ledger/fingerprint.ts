import { createHash } from 'node:crypto'
import type { Session } from './store.ts'
import { DERIVED } from './tables.ts'

/** Columns that tell where something stands in the log: they differ where the same reports came in another order. */
const OF_THE_LOG = new Set(['document_seq', 'reading_seq', 'seq'])

/**
 * A digest of all that is derived: equal where the ledger holds the same. `order: false` leaves out where in the log it stands.
 */
export async function fingerprint(session: Session, { order }: { readonly order: boolean }): Promise<string> {
  const hash = createHash('sha256')
  for (const table of DERIVED) {
    const rows = await session.db.selectFrom(table).selectAll().execute()
    const lines = rows.map(row =>
      JSON.stringify(
        Object.entries(row)
          .filter(([column]) => order || !OF_THE_LOG.has(column))
          .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
    )
    hash.update(`${table}\n`)
    for (const line of lines.toSorted()) hash.update(`${line}\n`)
  }
  return hash.digest('hex')
}
