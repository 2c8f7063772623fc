/** What a column or table is called in each dialect. */
export interface ColumnTypes {
  /** Sorted by code point on both stores. */
  readonly text: string
  readonly integer: string
  readonly real: string
  readonly bytes: string
  /** Stands behind the bracket of a table: its rows lie in the order of their primary key. */
  readonly clustered: string
  /** Stands behind the bracket of any other table. */
  readonly plain: string
  /** Makes what the full-text search of a scope needs: a table `found_<scope>` (place, id) and the index of the words. */
  readonly search: (scope: string) => readonly string[]
}

/** One step forward of the schema. Steps are never changed once released, and never go back. */
export interface Migration {
  readonly name: string
  /** Statements for both stores. */
  readonly steps: (types: ColumnTypes) => readonly string[]
}
