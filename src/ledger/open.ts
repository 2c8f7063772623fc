import { LedgerError } from './error.ts'
import type { Store, StoreOptions } from './store.ts'

/** Whether a ledger's name means a PostgreSQL database: `postgres://user@host/database?schema=name`. */
export const isPostgres = (location: string): boolean => /^postgres(ql)?:\/\//.test(location)

/** Opens a ledger, or makes it where there is none (not if read only), and brings its schema up to date. */
export async function openStore(location: string, options: StoreOptions): Promise<Store> {
  if (location.trim() === '')
    throw new LedgerError('ledger-missing', 'The ledger has no name. Give a file, or postgres://user@host/database.')
  const open = isPostgres(location)
    ? (await import('./postgres.ts')).openPostgres
    : (await import('./sqlite.ts')).openSqlite
  return open(location, options)
}
