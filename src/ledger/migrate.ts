import { type Kysely, sql } from 'kysely'
import { LedgerError } from './error.ts'
import type { ColumnTypes, Migration } from './migrations/migration.ts'
import type { Tables } from './tables.ts'

/** How many migrations a ledger has; null where it is none (or not yet). */
export async function versionOf(db: Kysely<Tables>): Promise<number | null> {
  const row = await db.selectFrom('meta').select('value').where('name', '=', 'version').executeTakeFirst()
  return row ? Number(row.value) : null
}

/** Refuses a ledger that a newer Bienban made: an older one would not know what its rows mean. */
export function checkVersion(version: number, known: number, location: string): void {
  if (version > known)
    throw new LedgerError(
      'ledger-newer',
      `The ledger ${location} was made by a newer Bienban (its schema is ${version}; this one knows up to ${known}). Install the newer version; nothing was changed.`,
    )
}

/** Makes the table that tells a ledger from any other database. */
export const createMeta = (types: ColumnTypes): string =>
  `create table meta (name ${types.text} primary key, value ${types.text} not null)${types.clustered}`

/** Applies one migration and counts it. To be called in a transaction, so that it is there wholly or not at all. */
export async function applyMigration(
  db: Kysely<Tables>,
  migration: Migration,
  version: number,
  types: ColumnTypes,
): Promise<void> {
  for (const step of migration.steps(types)) await sql.raw(step).execute(db)
  const row = { name: 'version', value: String(version) }
  await db
    .insertInto('meta')
    .values(row)
    .onConflict(on => on.column('name').doUpdateSet({ value: row.value }))
    .execute()
}
