import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { openStore } from '../../ledger/open.ts'
import type { Store } from '../../ledger/store.ts'
import { theResolvers } from '../ledger/resolving.ts'
import { todayFor } from '../ledger/show.ts'
import { type AppContext, LIMITS } from './context.ts'

/** The built pages. */
const PAGES = new URL('../../../dist/web/', import.meta.url)

export interface ServeOptions {
  readonly store: string
  readonly today?: string
  readonly home: string
  readonly by?: string
  /** Only looks: takes no lock, and refuses what would change the ledger. */
  readonly readonly: boolean
}

/** Opens a ledger for a server: once to write, and apart from that to look, so that looking never waits for an addition. */
export async function openContext(options: ServeOptions): Promise<AppContext & { close(): Promise<void> }> {
  const now = (): Date => new Date()
  const writer = options.readonly ? null : await openStore(options.store, { now })
  const open = (): Promise<Store> => openStore(options.store, { readonly: true, now })
  const reader = await open().catch(async (error: unknown) => {
    await writer?.close()
    throw error
  })
  return {
    reader,
    writer,
    open,
    resolvers: theResolvers(),
    home: options.home,
    limits: LIMITS,
    pages: existsSync(PAGES) ? PAGES : null,
    today: () => todayFor(options),
    by: options.by ?? process.env['BIENBAN_BY'] ?? userInfo().username,
    async close() {
      await reader.close()
      await writer?.close()
    },
  }
}
