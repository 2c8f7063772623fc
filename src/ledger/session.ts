import { type Insertable, type Kysely, type RawBuilder, sql } from 'kysely'
import type { Dialect, PlacedEntry } from './dialect.ts'
import { jsonChunks } from './json-rows.ts'
import { nextPlace, placeOf, searchable, searchTerms } from './search-text.ts'
import type { SearchEntry, SearchScope, Session } from './store.ts'
import type { Tables } from './tables.ts'

/** Told of rows that were written to a table. */
type Grown = (db: Kysely<Tables>, table: string, rows: number) => Promise<void>

const noMatter: Grown = () => Promise.resolve()

/** Both stores write and search in the same way; the dialect gives the words for it. */
export function createSession(db: Kysely<Tables>, dialect: Dialect, grown: Grown = noMatter): Session {
  const insert = async (
    table: string,
    rows: readonly object[],
    conflict: (columns: string[]) => RawBuilder<unknown>,
  ): Promise<void> => {
    await insertRows(db, dialect, table, rows, conflict)
    await grown(db, table, rows.length)
  }
  return {
    db,
    bulkInsert: (table, rows) => insert(table, rows, () => sql``),
    bulkUpsert: (table, keys, rows, sets) =>
      insert(table, lastOfEach(keys, rows), columns => onConflict(keys, sets ?? columns)),
    among: (column, values) => dialect.among(column, values),
    async deleteWhereIn(table, column, values) {
      if (values.length > 0)
        await sql`delete from ${sql.table(table)} where ${dialect.among(column, values)}`.execute(db)
    },
    async selectIn(table, column, values) {
      if (values.length === 0) return []
      const found = await sql<never>`select * from ${sql.table(table)} where ${dialect.among(column, values)}`.execute(
        db,
      )
      return found.rows
    },
    async clear(tables) {
      for (const table of tables) await sql`delete from ${sql.table(table)}`.execute(db)
      for (const table of tables)
        if (table === 'report' || table === 'entity') await runAll(db, dialect.clearEntries(table))
    },
    async index(scope, entries) {
      await indexEntries(db, dialect, scope, entries)
      await grown(db, `found_${scope}`, entries.length)
    },
    async unindex(scope, ids) {
      if (ids.length > 0) await runAll(db, dialect.removeEntries(scope, ids))
    },
    async search(scope, words, limit) {
      const terms = searchTerms(words)
      if (terms.length === 0) return []
      return (await dialect.findEntries(scope, terms, limit).execute(db)).rows.map(({ id }) => id)
    },
  }
}

async function runAll(db: Kysely<Tables>, queries: readonly RawBuilder<unknown>[]): Promise<void> {
  for (const query of queries) await query.execute(db)
}

async function insertRows(
  db: Kysely<Tables>,
  dialect: Dialect,
  table: string,
  rows: readonly object[],
  conflict: (columns: string[]) => RawBuilder<unknown>,
): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0])
  const names = sql.join(columns.map(column => sql.ref(column)))
  for (const json of jsonChunks(rows, row => dialect.rowShape(row, columns))) {
    const selected = dialect.selectRows(table, columns, json)
    await sql`insert into ${sql.table(table)} (${names}) ${selected} ${conflict(columns)}`.execute(db)
  }
}

/** The last row of each key: PostgreSQL would refuse to write one row twice in a statement. */
function lastOfEach<T extends keyof Tables>(
  keys: readonly string[],
  rows: readonly Insertable<Tables[T]>[],
): readonly object[] {
  const byKey = new Map<string, object>()
  for (const row of rows) byKey.set(keys.map(key => (row as Record<string, unknown>)[key]).join('\u0001'), row)
  return byKey.size === rows.length ? rows : [...byKey.values()]
}

function onConflict(keys: readonly string[], columns: readonly string[]): RawBuilder<unknown> {
  const target = sql.join(keys.map(key => sql.ref(key)))
  const others = columns.filter(column => !keys.includes(column))
  if (others.length === 0) return sql`on conflict (${target}) do nothing`
  const sets = others.map(column => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`)
  return sql`on conflict (${target}) do update set ${sql.join(sets)}`
}

async function indexEntries(
  db: Kysely<Tables>,
  dialect: Dialect,
  scope: SearchScope,
  entries: readonly SearchEntry[],
): Promise<void> {
  if (entries.length === 0) return
  const latest = [...new Map(entries.map(entry => [entry.id, entry])).values()]
  await runAll(
    db,
    dialect.removeEntries(
      scope,
      latest.map(({ id }) => id),
    ),
  )
  await runAll(db, dialect.addEntries(scope, await placed(db, dialect, scope, latest)))
}

/** Gives each entry a place that no other has. Few ids draw the same place: they take the next. */
async function placed(
  db: Kysely<Tables>,
  dialect: Dialect,
  scope: SearchScope,
  entries: readonly SearchEntry[],
): Promise<PlacedEntry[]> {
  const taken = new Map<number, PlacedEntry>()
  let waiting = entries.map(({ id, day, text }) => ({ id, body: searchable(text), place: placeOf(id, day) }))
  while (waiting.length > 0) {
    const places = waiting.map(({ place }) => place)
    const stored = await sql<{
      place: number
    }>`select place from ${sql.table(`found_${scope}`)} where ${dialect.among('place', places)}`.execute(db)
    const used = new Set(stored.rows.map(({ place }) => place))
    const next: PlacedEntry[] = []
    for (const entry of waiting) {
      if (used.has(entry.place) || taken.has(entry.place)) next.push({ ...entry, place: nextPlace(entry.place) })
      else taken.set(entry.place, entry)
    }
    waiting = next
  }
  return [...taken.values()]
}
