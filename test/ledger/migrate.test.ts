import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { append } from '../../src/ledger/append.ts'
import { first } from '../../src/ledger/migrations/0001-first.ts'
import type { Migration } from '../../src/ledger/migrations/migration.ts'
import { openStore } from '../../src/ledger/open.ts'
import type { Store } from '../../src/ledger/store.ts'
import { verifyLog } from '../../src/ledger/verify.ts'
import { manyEntries } from './samples.ts'
import { at, NOON, STORES } from './stores.ts'

const second: Migration = {
  name: '0002-second',
  steps: ({ text }) => [`alter table report add column mood ${text}`, 'create index report_mood on report (mood)'],
}
const broken: Migration = { name: '0003-broken', steps: () => ['create table half (x integer)', 'create nonsense'] }

async function withMigrations<R>(
  where: string,
  migrations: Migration[],
  work: (store: Store) => Promise<R>,
): Promise<R> {
  const store = await openStore(where, { ...at(), migrations })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

const versionOf = async ({ db }: Store) =>
  (await db.selectFrom('meta').select('value').where('name', '=', 'version').executeTakeFirstOrThrow()).value

describe.each(STORES)('a ledger on $name is brought up to date', ({ location }) => {
  test('when it is opened to write, with what it holds', async () => {
    const where = location()
    await withMigrations(where, [first], store => store.transaction(session => append(session, manyEntries(12), NOON)))
    const reading = openStore(where, { ...at(), migrations: [first, second], readonly: true })
    await expect(reading).rejects.toThrow(/older Bienban.*Run any command that writes/)
    await withMigrations(where, [first, second], async store => {
      expect(store.notes.join()).toMatch(/from schema 1 to 2/)
      expect(await versionOf(store)).toBe('2')
      await sql`select mood from report`.execute(store.db)
      expect(await verifyLog(store)).toMatchObject({ rows: 12, problems: [] })
    })
    await withMigrations(where, [first, second], async store => expect(store.notes).toEqual([]))
    const older = openStore(where, { ...at(), migrations: [first] })
    await expect(older).rejects.toMatchObject({ code: 'ledger-newer' })
  })

  test('wholly or not at all', async () => {
    const where = location()
    await withMigrations(where, [first], store => store.transaction(session => append(session, manyEntries(12), NOON)))
    await expect(openStore(where, { ...at(), migrations: [first, second, broken] })).rejects.toThrow(/nonsense/)
    await withMigrations(where, [first, second], async store => {
      expect(await versionOf(store)).toBe('2')
      await expect(sql`select x from half`.execute(store.db)).rejects.toThrow(/half/)
      expect(await verifyLog(store)).toMatchObject({ rows: 12, problems: [] })
    })
  })

  test('one that is made anew has all of it', async () => {
    const where = location()
    await withMigrations(where, [first, second], async store => {
      expect(store.notes).toEqual([])
      expect(await versionOf(store)).toBe('2')
    })
  })

  test('no half of a new ledger is left when making it fails', async () => {
    const where = location()
    await expect(openStore(where, { ...at(), migrations: [first, broken] })).rejects.toThrow(/nonsense/)
    await withMigrations(where, [first], async store => expect(await versionOf(store)).toBe('1'))
  })
})
