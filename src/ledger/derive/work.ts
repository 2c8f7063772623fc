import type { Tables } from '../tables.ts'

/** A text that can be searched: of a report or of an entity. */
export interface Searchable {
  readonly id: string
  readonly kind: string
  readonly text: string
}

/** What deriving needs of a store: rows by the values of one column, within one transaction. */
export interface Work {
  select<T extends keyof Tables>(
    table: T,
    column: keyof Tables[T] & string,
    values: readonly (string | number)[],
  ): Promise<Tables[T][]>
  insert<T extends keyof Tables>(table: T, rows: readonly Tables[T][]): Promise<void>
  /** Writes over the rows that have the same key. */
  upsert<T extends keyof Tables>(table: T, rows: readonly Tables[T][]): Promise<void>
  remove<T extends keyof Tables>(
    table: T,
    column: keyof Tables[T] & string,
    values: readonly (string | number)[],
  ): Promise<void>
  index(texts: readonly Searchable[]): Promise<void>
  unindex(ids: readonly string[]): Promise<void>
}
