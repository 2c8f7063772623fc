import { sql } from 'kysely'
import type { Dialect } from './dialect.ts'
import { jsonChunks } from './json-rows.ts'
import type { SearchTerm } from './search-text.ts'

/** The SQL of PostgreSQL. Text is sorted by code point, as SQLite does, and not by the language of the server. */
export const postgresDialect: Dialect = {
  types: {
    text: 'text collate "C"',
    integer: 'bigint',
    real: 'double precision',
    bytes: 'bytea',
    clustered: '',
    plain: '',
    search: scope => [
      `create table found_${scope} (place bigint primary key, id text collate "C" not null unique, body tsvector not null)`,
      `create index words_${scope} on found_${scope} using gin (body)`,
    ],
  },
  rowShape: row => row,
  selectRows(table, columns, json) {
    const names = columns.map(column => sql.ref(column))
    return sql`select ${sql.join(names)} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`
  },
  among: (column, values) => sql`${sql.ref(column)} = any(${values})`,
  addEntries: (scope, entries) =>
    [...jsonChunks(entries, entry => entry)].map(
      json => sql`insert into ${sql.table(`found_${scope}`)} (place, id, body)
        select place, id, to_tsvector('simple', body)
        from json_to_recordset(${json}::json) as entry(place bigint, id text, body text)`,
    ),
  removeEntries: (scope, ids) => [
    sql`delete from ${sql.table(`found_${scope}`)} where ${postgresDialect.among('id', ids)}`,
  ],
  clearEntries: scope => [sql`delete from ${sql.table(`found_${scope}`)}`],
  findEntries: (scope, terms, limit) =>
    sql`select id from ${sql.table(`found_${scope}`)} where body @@ ${terms.map(matchTerm).join(' & ')}::tsquery
      order by place desc limit ${limit}`,
}

const matchTerm = ({ words, begun }: SearchTerm): string =>
  `(${words.map((word, i) => `'${word}'${begun && i === words.length - 1 ? ':*' : ''}`).join(' <-> ')})`
