import { closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Kysely } from 'kysely'
import { LedgerError } from './error.ts'
import { applyMigration, checkVersion, createMeta, versionOf } from './migrate.ts'
import { migrationsOf } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'
import { createSession } from './session.ts'
import { type Access, openConnection, type SqliteConnection } from './sqlite-connection.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import { OneConnectionDialect, type Within } from './sqlite-driver.ts'
import { takeWriterLock, type WriterLock } from './sqlite-lock.ts'
import { sqliteProblem } from './sqlite-problem.ts'
import type { Store, StoreOptions } from './store.ts'
import type { Tables } from './tables.ts'

/** A ledger in one file, which needs no server. One process writes, any number read. */
export async function openSqlite(path: string, options: StoreOptions): Promise<Store> {
  let lock: WriterLock | null = null
  try {
    if (options.readonly && !existsSync(path)) throw missing(path)
    if (!options.readonly) lock = takeWriterLock(path, options.now())
    if (!existsSync(path)) await createLedger(path, migrationsOf(options))
    checkFile(path)
    return await openExisting(path, options, lock)
  } catch (error) {
    lock?.release()
    throw sqliteProblem(error, path)
  }
}

async function openExisting(path: string, options: StoreOptions, lock: WriterLock | null): Promise<Store> {
  const { db, connection, within } = openDatabase(path, lock ? 'write' : 'read')
  try {
    const notes = [...(lock?.note ? [lock.note] : []), ...(await bringUpToDate(db, connection, path, options))]
    return storeOf(db, within, path, options, lock, notes)
  } catch (error) {
    await db.destroy()
    throw error
  }
}

function storeOf(
  db: Kysely<Tables>,
  within: Within,
  path: string,
  options: StoreOptions,
  lock: WriterLock | null,
  notes: readonly string[],
): Store {
  const transaction: Store['transaction'] = work =>
    db
      .transaction()
      .execute(async transaction => within.run(true, () => work(createSession(transaction, sqliteDialect))))
  return {
    ...createSession(db, sqliteDialect),
    dialect: 'sqlite',
    location: path,
    readonly: lock === null,
    notes,
    now: options.now,
    transaction,
    // A transaction of SQLite sees one moment, from its first query on.
    snapshot: transaction,
    async close() {
      try {
        await db.destroy()
      } finally {
        lock?.release()
      }
    },
  }
}

function openDatabase(
  path: string,
  access: Access,
): { db: Kysely<Tables>; connection: SqliteConnection; within: Within } {
  const connection = openConnection(path, access)
  const dialect = new OneConnectionDialect(connection)
  return { connection, within: dialect.within, db: new Kysely<Tables>({ dialect }) }
}

/** Makes the file under another name first: a ledger that exists is a whole one, whenever the process is killed. */
async function createLedger(path: string, migrations: readonly Migration[]): Promise<void> {
  const unfinished = `${path}-new`
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(unfinished + end, { force: true })
  const { db, connection } = openDatabase(unfinished, 'make')
  try {
    await db.transaction().execute(async transaction => {
      connection.exec(createMeta(sqliteDialect.types))
      for (const [i, migration] of migrations.entries())
        await applyMigration(transaction, migration, i + 1, sqliteDialect.types)
    })
  } finally {
    await db.destroy()
  }
  renameSync(unfinished, path)
  syncFolder(dirname(path))
}

/** A new name lasts when its folder has reached the disk. Windows cannot, and need not, open a folder. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

async function bringUpToDate(
  db: Kysely<Tables>,
  connection: SqliteConnection,
  path: string,
  options: StoreOptions,
): Promise<string[]> {
  const migrations = migrationsOf(options)
  if (!connection.hasTable('meta')) throw foreign(path)
  const version = await versionOf(db)
  if (version === null) throw foreign(path)
  checkVersion(version, migrations.length, path)
  if (version < migrations.length && options.readonly) throw older(path)
  for (const [i, migration] of [...migrations.entries()].slice(version))
    await db.transaction().execute(transaction => applyMigration(transaction, migration, i + 1, sqliteDialect.types))
  return version < migrations.length
    ? [
        `The ledger ${path} was brought from schema ${version} to ${migrations.length}. "bienban rebuild" derives anew what it holds.`,
      ]
    : []
}

/** Finds a file that is empty or cut off before SQLite takes it for a new database, or fails at some later query. */
function checkFile(path: string): void {
  const { size } = statSync(path)
  if (size === 0)
    throw new LedgerError(
      'ledger-damaged',
      `${path} is empty: it is no ledger (any more). Restore its last backup to a new file; if it never was one, delete it.`,
    )
  const header = headerOf(path)
  const wal = statSync(`${path}-wal`, { throwIfNoEntry: false })
  if (wal && wal.size > 0) return
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  const counted = header.readUInt32BE(24) === header.readUInt32BE(92)
  if (counted && size < header.readUInt32BE(28) * pageSize)
    throw new LedgerError(
      'ledger-damaged',
      `The ledger ${path} is cut off: ${size} of ${header.readUInt32BE(28) * pageSize} bytes are there. Copy it again from where it came, or restore its last backup to a new file.`,
    )
}

function headerOf(path: string): Buffer {
  const header = Buffer.alloc(100)
  const handle = openSync(path, 'r')
  try {
    const length = readSync(handle, header, 0, 100, 0)
    if (length < 100 || header.toString('latin1', 0, 15) !== 'SQLite format 3') throw foreign(path)
  } finally {
    closeSync(handle)
  }
  return header
}

const missing = (path: string): LedgerError =>
  new LedgerError('ledger-missing', `There is no ledger ${path}. Check the name, or add a report: that makes one.`)

const foreign = (path: string): LedgerError =>
  new LedgerError('ledger-not-one', `${path} is not a ledger of Bienban. Give another file; this one was not changed.`)

const older = (path: string): LedgerError =>
  new LedgerError(
    'ledger-readonly',
    `The ledger ${path} was made by an older Bienban and must be brought up to date, which reading alone may not do. Run any command that writes, such as "rebuild".`,
  )
