import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { openStore } from '../../src/ledger/open.ts'
import type { Store } from '../../src/ledger/store.ts'

/** A kind of store, and names for new ledgers of it. */
interface StoreKind {
  readonly name: 'sqlite' | 'postgres'
  readonly location: () => string
}

const postgres = inject('postgres')
const folder = mkdtempSync(join(tmpdir(), 'bienban-test-'))
let count = 0

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Each test runs on every store that this machine has. */
export const STORES: readonly StoreKind[] = [
  { name: 'sqlite', location: () => join(folder, `ledger-${++count}.db`) },
  ...(postgres === null
    ? []
    : [{ name: 'postgres' as const, location: () => `${postgres}&schema=t${process.pid}_${Date.now()}_${++count}` }]),
]

/** A clock that stands. */
export const NOON = new Date('2026-01-02T12:00:00.000Z')
export const at = (now: Date | string = NOON) => ({ now: () => new Date(now) })

/** Opens a ledger, works, and closes it whatever happens. */
export async function withStore<R>(location: string, work: (store: Store) => Promise<R>): Promise<R> {
  const store = await openStore(location, at())
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** A folder of this test file's own, deleted at its end. */
export const testFolder = folder
