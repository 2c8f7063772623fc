import { LedgerError } from '../../ledger/error.ts'
import { openStore } from '../../ledger/open.ts'
import type { Store } from '../../ledger/store.ts'
import type { ScreenLanguage } from '../../views/wording.ts'

/** What every command on the ledger is told. */
export interface LedgerFlags {
  /** A file, or postgres://user@host/database. */
  readonly store: string
  readonly json: boolean
  readonly ui: ScreenLanguage
  /** The day that counts as today; none: the clock's. */
  readonly today?: string
}

/** The ledger of this folder, where a command names none. */
export const DEFAULT_STORE = 'bienban.db'

/**
 * Opens the ledger, does the work, and closes it. What a person must know about the ledger is told in a sentence; the exit code is
 * then 1, else what the work gives.
 */
export async function withLedger(
  location: string,
  { readonly }: { readonly readonly: boolean },
  work: (store: Store) => Promise<number>,
): Promise<number> {
  let store: Store | null = null
  try {
    store = await openStore(location, { readonly, now: () => new Date() })
    for (const note of store.notes) process.stderr.write(`${note}\n`)
    return await work(store)
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  } finally {
    await store?.close()
  }
}
