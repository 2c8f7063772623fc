import type { Expression, Insertable, Kysely, Selectable, SqlBool } from 'kysely'
import type { Migration } from './migrations/migration.ts'
import type { Tables } from './tables.ts'

type TableName = keyof Tables
type Column<T extends TableName> = keyof Tables[T] & string

/** What is searched: reports by their text, entities by what they are called. */
export type SearchScope = 'report' | 'entity'

/** One thing that can be searched. The text comes as it is: the store folds it. */
export interface SearchEntry {
  readonly id: string
  /** ISO day by which what was found is ordered; null sorts last. */
  readonly day: string | null
  readonly text: string
}

/**
 * Reading and writing, within a transaction or outside one. What is written in bulk goes as one JSON parameter; U+0000 and lone
 * surrogates, which not every store can hold, become U+FFFD.
 */
export interface Session {
  /** Typed queries (Kysely). Inside `transaction` use that session's, never the store's: an embedded store has one connection. */
  readonly db: Kysely<Tables>
  /** All rows have the keys of the first. */
  bulkInsert<T extends TableName>(table: T, rows: readonly Insertable<Tables[T]>[]): Promise<void>
  /**
   * Rows that are there by `keys` get the new values, of all columns or of `sets` alone; of two rows with one key the later counts.
   * With no column beside the keys, the old row stays.
   */
  bulkUpsert<T extends TableName>(
    table: T,
    keys: readonly Column<T>[],
    rows: readonly Insertable<Tables[T]>[],
    sets?: readonly Column<T>[],
  ): Promise<void>
  deleteWhereIn<T extends TableName>(table: T, column: Column<T>, values: readonly (string | number)[]): Promise<void>
  selectIn<T extends TableName>(
    table: T,
    column: Column<T>,
    values: readonly (string | number)[],
  ): Promise<Selectable<Tables[T]>[]>
  /** For `where`: whether a column (`doc`, `mention.doc`) is one of the values, as one parameter however many there are. */
  among(column: string, values: readonly (string | number)[]): Expression<SqlBool>
  /** Empties tables, and with `report` or `entity` also what is searched of them. */
  clear(tables: readonly TableName[]): Promise<void>
  /** Puts entries in the place of those with the same ids. */
  index(scope: SearchScope, entries: readonly SearchEntry[]): Promise<void>
  unindex(scope: SearchScope, ids: readonly string[]): Promise<void>
  /** Ids of what holds all the words, the latest day first. Marks, case and đ do not count; `viet*` finds by the beginning of a word. */
  search(scope: SearchScope, words: string, limit: number): Promise<string[]>
}

/** A ledger, opened. Rows come the same from both stores: days and JSON as text, counts as numbers. */
export interface Store extends Session {
  readonly dialect: 'sqlite' | 'postgres'
  /** The file, or the server and database (without the password), for people. */
  readonly location: string
  readonly readonly: boolean
  /** What a person should know about how it was opened: a lock of a dead process that was taken over, a migration. */
  readonly notes: readonly string[]
  readonly now: () => Date
  /** All or nothing. Writers take turns; on PostgreSQL another process may have written since the last transaction. */
  transaction<R>(work: (session: Session) => Promise<R>): Promise<R>
  /** Reads all from one moment, whatever others write meanwhile. */
  snapshot<R>(work: (session: Session) => Promise<R>): Promise<R>
  close(): Promise<void>
}

export interface StoreOptions {
  /** Takes no lock and writes nothing; the ledger must exist. */
  readonly readonly?: boolean
  /** The clock: what is below the application does not read it. */
  readonly now: () => Date
  /** In place of the product's own: for tests of how a ledger is brought up to date. */
  readonly migrations?: readonly Migration[]
}
