import type { Expression, RawBuilder, SqlBool } from 'kysely'
import type { ColumnTypes } from './migrations/migration.ts'
import type { SearchTerm } from './search-text.ts'
import type { SearchScope } from './store.ts'

/** An entry as it is written: folded, and with the place that gives the order of what is found. */
export interface PlacedEntry {
  readonly place: number
  readonly id: string
  readonly body: string
}

/** What differs between the stores, in SQL. */
export interface Dialect {
  readonly types: ColumnTypes
  /** What is written of a row, for `selectRows` to take. */
  rowShape(row: object, columns: readonly string[]): object
  /** A query that gives the rows of a JSON list, in the order of the columns. */
  selectRows(table: string, columns: readonly string[], json: string): RawBuilder<unknown>
  among(column: string, values: readonly (string | number)[]): Expression<SqlBool>
  addEntries(scope: SearchScope, entries: readonly PlacedEntry[]): RawBuilder<unknown>[]
  removeEntries(scope: SearchScope, ids: readonly string[]): RawBuilder<unknown>[]
  clearEntries(scope: SearchScope): RawBuilder<unknown>[]
  /** Rows with an `id`, in falling order of place. */
  findEntries(scope: SearchScope, terms: readonly SearchTerm[], limit: number): RawBuilder<{ id: string }>
}
