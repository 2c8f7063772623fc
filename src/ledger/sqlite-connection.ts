import { statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { SqliteDatabase, SqliteStatement } from 'kysely'
import Database from 'libsql'
import { sqliteProblem } from './sqlite-problem.ts'

/** A database as Kysely drives it. What SQLite complains of is said for people. */
export interface SqliteConnection extends SqliteDatabase {
  exec(sql: string): void
  hasTable(name: string): boolean
}

/** Statements that are kept ready: the queries of the product are some dozens. */
const KEPT = 200

/** `make`: for a file that will be renamed when it is whole, so that nothing of it may stand beside it. */
export type Access = 'read' | 'write' | 'make'

export function openConnection(path: string, access: Access): SqliteConnection {
  const told = <R>(work: () => R): R => {
    try {
      return work()
    } catch (error) {
      throw sqliteProblem(error, path)
    }
  }
  const db = told(() => open(path, access))
  const statements = new Map<string, SqliteStatement>()
  const prepare = (sql: string): SqliteStatement => {
    const kept = statements.get(sql)
    if (kept) return kept
    const statement = statementOf(db, sql, told)
    if (statements.size >= KEPT) statements.delete(statements.keys().next().value!)
    statements.set(sql, statement)
    return statement
  }
  return {
    prepare,
    exec: sql => told(() => db.exec(sql)),
    hasTable: name => told(() => db.prepare('select 1 from sqlite_schema where name = ?').get([name])) !== undefined,
    close() {
      if (access === 'write') emptyLog(db)
      statements.clear()
      db.close()
    },
  }
}

function open(path: string, access: Access): Database.Database {
  if (access === 'make') return prepared(new Database(path), ['synchronous = full'])
  if (access === 'write') return prepared(new Database(path), WRITING)
  try {
    return prepared(new Database(path), READING)
  } catch (error) {
    // In a folder that cannot be written SQLite reads only what needs no side files: a ledger that was closed properly.
    const wal = statSync(`${path}-wal`, { throwIfNoEntry: false })
    if (wal && wal.size > 0) throw error
    return prepared(new Database(`${pathToFileURL(path).href}?mode=ro&immutable=1`), READING)
  }
}

/** With `synchronous = full` a commit has reached the disk: `normal` loses the last ones when the power fails. */
const WRITING = [
  'busy_timeout = 5000',
  'journal_mode = wal',
  'synchronous = full',
  // A ledger of 100,000 reports has 4 GB: what additions touch of it should stay in memory, and not be copied back after each of them.
  'cache_size = -262144',
  'wal_autocheckpoint = 16384',
]
const READING = ['busy_timeout = 5000', 'query_only = 1', 'cache_size = -65536']

function prepared(db: Database.Database, pragmas: readonly string[]): Database.Database {
  try {
    for (const pragma of pragmas) db.prepare(`pragma ${pragma}`).all()
    db.prepare('select count(*) from sqlite_schema').all()
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Moves what is in the write-ahead log to the file. libsql really closes only when the last statement is collected, too late for
 * who copies the file. Where it fails (a full disk) nothing is lost: the log stays, and is read at the next opening.
 */
function emptyLog(db: Database.Database): void {
  try {
    if (db.inTransaction) db.exec('rollback')
    db.prepare('pragma wal_checkpoint(truncate)').all()
  } catch {}
}

function statementOf(db: Database.Database, sql: string, told: <R>(work: () => R) => R): SqliteStatement {
  // A failed write may have rolled back by itself: Kysely's own rollback would then hide what had failed.
  if (sql === 'rollback') return rollback(db)
  const statement = told(() => db.prepare(sql))
  return {
    reader: statement.reader,
    all: parameters => told(() => withBytes(statement.all(parameters as unknown[]))),
    run: parameters => told(() => statement.run(parameters as unknown[])),
    iterate: parameters => statement.iterate(parameters),
  }
}

const rollback = (db: Database.Database): SqliteStatement => ({
  reader: false,
  all: () => [],
  run() {
    if (db.inTransaction) db.exec('rollback')
    return { changes: 0, lastInsertRowid: 0 }
  },
  *iterate() {},
})

/** libsql gives blobs as ArrayBuffer; the tables say Uint8Array. */
function withBytes(rows: unknown[]): unknown[] {
  const first = rows[0] as Record<string, unknown> | undefined
  const columns = first ? Object.keys(first).filter(column => first[column] instanceof ArrayBuffer) : []
  for (const column of columns)
    for (const row of rows as Record<string, unknown>[]) row[column] = new Uint8Array(row[column] as ArrayBuffer)
  return rows
}
