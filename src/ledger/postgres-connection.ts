import { hostname } from 'node:os'
import type { PostgresPool } from 'kysely'
import pg from 'pg'
import { LedgerError } from './error.ts'
import { postgresProblem } from './postgres-problem.ts'

/** Connections of one process: one writes, the others read beside it. */
const MOST_CONNECTIONS = 4
const CONNECT_MS = 10_000

/** Where a ledger's tables stand, if its URL does not say `?schema=name`. */
const SCHEMA = 'bienban'

/** Queries are many and short: compiling them takes longer than running them, and what they read is in memory or on an SSD. */
const SETTINGS = '-c client_min_messages=warning -c jit=off -c random_page_cost=1.1 -c work_mem=32MB'

const { builtins } = pg.types

/** Counts come as numbers: all of them are far below 2^53. Days are text, so that no driver turns them into instants. */
const parsers: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === builtins.INT8 || oid === builtins.NUMERIC ? Number : pg.types.getTypeParser(oid, format),
}

export function poolOf(url: string): { pool: PostgresPool; schema: string; location: string } {
  const parsed = parsedUrl(url)
  const schema = parsed.searchParams.get('schema') ?? SCHEMA
  parsed.searchParams.delete('schema')
  const location = placeOf(url)
  const pool = new pg.Pool({
    connectionString: parsed.href,
    options: `-c search_path=${quoted(schema)} ${SETTINGS}`,
    application_name: `bienban ${process.pid}@${hostname()}`.slice(0, 63),
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    types: parsers,
  })
  // A connection that breaks while nobody uses it is replaced at the next query, which tells what is wrong if that fails.
  pool.on('error', () => {})
  return { pool: told(pool, location), schema, location }
}

function parsedUrl(url: string): URL {
  try {
    return new URL(url)
  } catch {
    throw new LedgerError(
      'ledger-missing',
      'This is not the URL of a database. It looks like postgres://user@host/database, or postgres:///database?host=/run/postgresql for a socket.',
    )
  }
}

/** In the options of a connection a space or a backslash is written with a backslash before it. */
const quoted = (schema: string): string => `"${schema.replaceAll('"', '""')}"`.replace(/[\\ ]/g, '\\$&')

/** The URL without the password, for people. */
function placeOf(url: string): string {
  const shown = new URL(url)
  shown.password = ''
  return shown.href
}

/** The pool, with what the server complains of said for people. */
function told(pool: pg.Pool, location: string): PostgresPool {
  const tell = async <R>(work: Promise<R>): Promise<R> => {
    try {
      return await work
    } catch (error) {
      throw postgresProblem(error, location)
    }
  }
  return {
    async connect() {
      const client = await tell(pool.connect())
      // A connection that breaks during a query fails that query; without a listener it would end the process as well.
      let broken = false
      const breaks = (): void => {
        broken = true
      }
      client.on('error', breaks)
      const query = (text: string, values: unknown[]): Promise<unknown> => tell(client.query(text, values))
      const release = (): void => {
        client.off('error', breaks)
        client.release(broken)
      }
      return { query, release } as unknown as Awaited<ReturnType<PostgresPool['connect']>>
    },
    end: () => pool.end(),
  }
}
