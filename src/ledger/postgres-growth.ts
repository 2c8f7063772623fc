import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** At how many rows written a table is looked at for the first time, and how much later each time after that. */
const FIRST = 2_000
const FACTOR = 4

/**
 * Has tables that grow fast analyzed: without counts the planner takes every column for one of few values, and reads a table
 * whole where it should use an index. The server's own analysis comes a minute late, and sees nothing of a transaction that is open.
 */
export function createGrowth(): (db: Kysely<Tables>, table: string, rows: number) => Promise<void> {
  const written = new Map<string, { rows: number; next: number }>()
  return async (db, table, rows) => {
    const growth = written.get(table) ?? { rows: 0, next: FIRST }
    written.set(table, growth)
    growth.rows += rows
    if (growth.rows < growth.next) return
    growth.next = growth.rows * FACTOR
    await sql`analyze ${sql.table(table)}`.execute(db)
  }
}
