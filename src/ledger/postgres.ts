import { Kysely, PostgresDialect, sql } from 'kysely'
import { LedgerError } from './error.ts'
import { applyMigration, checkVersion, createMeta, versionOf } from './migrate.ts'
import { migrationsOf } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'
import { poolOf } from './postgres-connection.ts'
import { postgresDialect } from './postgres-dialect.ts'
import { createGrowth } from './postgres-growth.ts'
import { createSession } from './session.ts'
import type { Store, StoreOptions } from './store.ts'
import type { Tables } from './tables.ts'

/** The oldest server that the tests run on. */
const LEAST_SERVER = 15

/** First half of the key of the advisory lock by which writers take turns; the second is made of the schema. */
const WRITERS = 0x62_62_6e

/** How long a writer waits for its turn. */
const PATIENCE = '60s'

/** A ledger on a server, for a team. Any number of processes write, taking turns, and readers see only whole additions. */
export async function openPostgres(url: string, options: StoreOptions): Promise<Store> {
  const { pool, schema, location } = poolOf(url)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    await checkServer(db, location)
    const notes = await bringUpToDate(db, schema, location, options)
    return storeOf(db, schema, location, options, notes)
  } catch (error) {
    await db.destroy()
    throw error
  }
}

function storeOf(
  db: Kysely<Tables>,
  schema: string,
  location: string,
  options: StoreOptions,
  notes: readonly string[],
): Store {
  const grown = createGrowth()
  return {
    ...createSession(db, postgresDialect, grown),
    dialect: 'postgres',
    location,
    readonly: options.readonly ?? false,
    notes,
    now: options.now,
    async transaction(work) {
      if (options.readonly) throw openedReadOnly(location)
      return db.transaction().execute(async transaction => {
        await takeTurn(transaction, schema)
        return work(createSession(transaction, postgresDialect, grown))
      })
    },
    snapshot: work =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async transaction => work(createSession(transaction, postgresDialect))),
    close: () => db.destroy(),
  }
}

/** The lock goes with the transaction: a writer that dies gives it back. */
const takeTurn = (db: Kysely<Tables>, schema: string): Promise<unknown> =>
  sql`select set_config('lock_timeout', ${PATIENCE}, true),
    pg_advisory_xact_lock(${sql.lit(WRITERS)}, hashtext(${schema}))`.execute(db)

async function checkServer(db: Kysely<Tables>, location: string): Promise<void> {
  const query = sql<{
    version: number
    encoding: string
  }>`select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`
  const { version, encoding } = (await query.execute(db)).rows[0]
  if (version < LEAST_SERVER * 10_000)
    throw new LedgerError(
      'ledger-refused',
      `The server of the ledger ${location} is PostgreSQL ${Math.floor(version / 10_000)}; Bienban needs ${LEAST_SERVER} or later.`,
    )
  if (encoding !== 'UTF8')
    throw new LedgerError(
      'ledger-refused',
      `The database of the ledger ${location} is in ${encoding}, which cannot hold every letter. Make one in UTF-8: createdb --encoding UTF8 --template template0.`,
    )
}

async function bringUpToDate(
  db: Kysely<Tables>,
  schema: string,
  location: string,
  options: StoreOptions,
): Promise<string[]> {
  const migrations = migrationsOf(options)
  const version = await versionIn(db, schema, location)
  if (version !== null) checkVersion(version, migrations.length, location)
  if (version === migrations.length) return []
  if (options.readonly) throw version === null ? missing(location) : older(location)
  await db.transaction().execute(async transaction => migrate(transaction, schema, location, migrations))
  return version === null
    ? []
    : [
        `The ledger ${location} was brought from schema ${version} to ${migrations.length}. "bienban rebuild" derives anew what it holds.`,
      ]
}

/** Asks for the version again when its turn has come: another process may have done the work meanwhile. */
async function migrate(
  db: Kysely<Tables>,
  schema: string,
  location: string,
  migrations: readonly Migration[],
): Promise<void> {
  await takeTurn(db, schema)
  const version = await versionIn(db, schema, location)
  if (version === null) {
    await sql`create schema if not exists ${sql.id(schema)}`.execute(db)
    await sql.raw(createMeta(postgresDialect.types)).execute(db)
  }
  for (const [i, migration] of [...migrations.entries()].slice(version ?? 0))
    await applyMigration(db, migration, i + 1, postgresDialect.types)
}

/** The version of the ledger in a schema; null where there is nothing at all. */
async function versionIn(db: Kysely<Tables>, schema: string, location: string): Promise<number | null> {
  const query = sql<{ name: string }>`select tablename as name from pg_tables where schemaname = ${schema}`
  const tables = (await query.execute(db)).rows.map(({ name }) => name)
  if (tables.length === 0) return null
  const version = tables.includes('meta') && tables.includes('log') ? await versionOf(db) : null
  if (version === null)
    throw new LedgerError(
      'ledger-not-one',
      `The schema "${schema}" of ${location} holds tables that are not of a ledger. Name another: ${location}?schema=name. Nothing was changed.`,
    )
  return version
}

const missing = (location: string): LedgerError =>
  new LedgerError(
    'ledger-missing',
    `There is no ledger in ${location} yet. Check the name, or add a report: that makes one.`,
  )

const older = (location: string): LedgerError =>
  new LedgerError(
    'ledger-readonly',
    `The ledger ${location} was made by an older Bienban and must be brought up to date, which reading alone may not do. Run any command that writes, such as "rebuild".`,
  )

const openedReadOnly = (location: string): LedgerError =>
  new LedgerError('ledger-readonly', `The ledger ${location} was opened for reading only: nothing was written.`)
