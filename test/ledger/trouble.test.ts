import { spawn, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import Database from 'libsql'
import { afterAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { append } from '../../src/ledger/append.ts'
import { backup } from '../../src/ledger/backup.ts'
import { decisionEntry } from '../../src/ledger/entry.ts'
import { openStore } from '../../src/ledger/open.ts'
import type { Store } from '../../src/ledger/store.ts'
import { verifyLog } from '../../src/ledger/verify.ts'
import { manyEntries } from './samples.ts'
import { at, NOON, STORES, testFolder, withStore } from './stores.ts'

let count = 0
const newFile = () => join(testFolder, `trouble-${++count}.db`)

const fill = (store: Store, rows = 12) => store.transaction(session => append(session, manyEntries(rows), NOON))

/** A closed ledger with rows in it. */
async function madeLedger(location: string): Promise<string> {
  await withStore(location, store => fill(store, 300))
  return location
}

const failure = (location: string, options = {}) => expect(openStore(location, { ...at(), ...options })).rejects

describe.each(STORES)('on $name', ({ location }) => {
  test('a ledger of a newer version is left alone', async () => {
    const where = await madeLedger(location())
    const setVersion = (value: string) =>
      withStore(where, ({ db }) => db.updateTable('meta').set({ value }).where('name', '=', 'version').execute())
    await setVersion('99')
    await failure(where).toThrow(/newer Bienban.*99.*Install/)
    await failure(where, { readonly: true }).toMatchObject({ code: 'ledger-newer' })
  })

  test('a failed transaction leaves the store usable', () =>
    withStore(location(), async store => {
      await expect(store.transaction(() => Promise.reject(new Error('of the caller')))).rejects.toThrow('of the caller')
      await fill(store)
      expect((await verifyLog(store)).problems).toEqual([])
    }))

  test('two openings at once make one ledger', async () => {
    const where = location()
    const opened = await Promise.allSettled([openStore(where, at()), openStore(where, at())])
    const stores = opened.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []))
    await fill(stores[0])
    expect((await verifyLog(stores[0])).problems).toEqual([])
    await Promise.all(stores.map(store => store.close()))
  })
})

describe('an embedded ledger', () => {
  test('a garbage file, a text, another database: not touched', async () => {
    const garbage = newFile()
    writeFileSync(garbage, Buffer.alloc(9000, 7))
    await failure(garbage).toThrow(/is not a ledger/)
    const other = newFile()
    const database = new Database(other)
    database.exec('create table t (x)')
    database.close()
    const before = readFileSync(other)
    await failure(other).toThrow(/is not a ledger of Bienban/)
    await failure(other, { readonly: true }).toThrow(/is not a ledger of Bienban/)
    expect(readFileSync(other).subarray(100).equals(before.subarray(100))).toBe(true)
  })

  test('cut off, or empty', async () => {
    const path = await madeLedger(newFile())
    truncateSync(path, statSync(path).size / 2)
    await failure(path).toThrow(/cut off: \d+ of \d+ bytes/)
    await failure(path, { readonly: true }).toMatchObject({ code: 'ledger-damaged' })
    truncateSync(path, 0)
    await failure(path).toThrow(/is empty/)
    truncateSync(path, 50)
    await failure(path).toMatchObject({ code: 'ledger-not-one' })
  })

  test('overwritten in the middle: said when it is read', async () => {
    const path = await madeLedger(newFile())
    const handle = openSync(path, 'r+')
    for (let page = 30; page < 60; page++) writeSync(handle, Buffer.alloc(4096, 0xaa), 0, 4096, page * 4096)
    await expect(withStore(path, verifyLog)).rejects.toThrow(/is damaged.*restore its last backup/)
  })

  test('a folder that is not there, and a folder in place of a file', async () => {
    await failure(join(testFolder, 'no', 'ledger.db')).toMatchObject({ code: 'ledger-missing' })
    const folder = newFile()
    mkdirSync(folder)
    await failure(folder).toThrow(/folder/)
    await failure('  ').toThrow(/no name/)
  })

  test('what a killed process left of a new ledger is no hindrance', async () => {
    const path = newFile()
    writeFileSync(`${path}-new`, Buffer.alloc(5000, 1))
    appendFileSync(`${path}-new-journal`, 'x')
    await withStore(path, store => fill(store))
    expect(existsSync(`${path}-new`)).toBe(false)
  })

  test('a copy of the file alone is the whole ledger, once it is closed', async () => {
    const path = await madeLedger(newFile())
    const copy = newFile()
    copyFileSync(path, copy)
    await withStore(copy, async store => expect(await verifyLog(store)).toMatchObject({ rows: 300, problems: [] }))
  })
})

/** A process that opens a ledger and keeps it open until it is ended. */
async function holder(path: string): Promise<{ pid: number; kill: () => Promise<void> }> {
  const open = pathToFileURL('dist/ledger/open.js').href
  const code = `const { openStore } = await import(${JSON.stringify(open)})
    await openStore(${JSON.stringify(path)}, { now: () => new Date('2026-01-01T08:00:00Z') })
    console.log('open'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  await new Promise<void>(resolve => child.stdout.once('data', () => resolve()))
  return {
    pid: child.pid!,
    kill() {
      child.kill('SIGKILL')
      return ended
    },
  }
}

describe('a second writer on an embedded ledger', () => {
  test('is told at once who holds it; a reader is not hindered; a dead one gives way', async () => {
    const path = await madeLedger(newFile())
    const { pid, kill } = await holder(path)
    const start = performance.now()
    await failure(path).toThrow(new RegExp(`written by ".*", process ${pid} on .*, since 2026-01-01T08:00:00.000Z`))
    expect(performance.now() - start).toBeLessThan(1000)
    const reader = await openStore(path, { ...at(), readonly: true })
    expect((await verifyLog(reader)).rows).toBe(300)
    await reader.close()
    await kill()
    const store = await openStore(path, at())
    expect(store.notes.join()).toMatch(new RegExp(`process ${pid}.* ended without closing.*taken over`))
    await store.close()
    const again = await openStore(path, at())
    expect(again.notes).toEqual([])
    await again.close()
  })

  test('in the same process, too', async () => {
    const path = newFile()
    await withStore(path, async store => {
      await failure(path).toMatchObject({ code: 'ledger-locked' })
      await fill(store)
    })
    await withStore(path, store => fill(store))
  })
})

/** A folder with a file system of its own, where this machine lets us have one; null, with the reason printed, where not. */
function mounted(
  ...args: string[]
): { folder: string; remount: (options: string) => void; unmount: () => void } | null {
  const folder = newFile()
  mkdirSync(folder)
  const mount = (...words: string[]) => spawnSync('mount', [...words, folder], { encoding: 'utf8' })
  const { status, stderr, error } = mount(...args)
  if (status !== 0) {
    console.warn(`Full and read-only disks are not tested: that needs root (${error?.message ?? stderr.trim()}).`)
    return null
  }
  return {
    folder,
    remount: options => void mount('-o', `remount,${options}`),
    unmount: () => void spawnSync('umount', ['-l', folder]),
  }
}

describe('the disk', () => {
  const disk = mounted('-t', 'tmpfs', '-o', 'size=3m', 'tmpfs')
  afterAll(() => disk?.unmount())

  test.skipIf(!disk)('full: said so, nothing lost, and it goes on when there is room', async () => {
    const path = join(disk!.folder, 'ledger.db')
    const acknowledged: string[] = []
    const add = (store: Store) => async (i: number) => {
      const entry = decisionEntry({ i, why: 'x'.repeat(20_000) })
      await store.transaction(session => append(session, [entry], NOON))
      acknowledged.push(entry.key)
    }
    const store = await openStore(path, at())
    const filling = async () => {
      for (let i = 0; i < 500; i++) await add(store)(i)
    }
    await expect(filling()).rejects.toThrow(/disk is full.*safe.*Make room/)
    await expect(backup(store, join(disk!.folder, 'b.gz'))).rejects.toMatchObject({ code: 'disk-full' })
    expect(readdirSync(disk!.folder).filter(name => name.startsWith('b.gz'))).toEqual([])
    await store.close().catch(() => {})
    disk!.remount('size=9m')
    await withStore(path, async again => {
      await add(again)(1000)
      const keys = (await again.db.selectFrom('log').select('key').orderBy('seq').execute()).map(({ key }) => key)
      expect(keys).toEqual(acknowledged)
      expect((await verifyLog(again)).problems).toEqual([])
    })
  })

  test.skipIf(!disk)('read-only: reading goes on, writing is refused', async () => {
    const folder = newFile()
    mkdirSync(folder)
    await madeLedger(join(folder, 'ledger.db'))
    const view = mounted('--bind', folder)!
    onTestFinished(view.unmount)
    view.remount('bind,ro')
    const path = join(view.folder, 'ledger.db')
    await failure(path).toThrow(/read-only/)
    const reader = await openStore(path, { ...at(), readonly: true })
    expect(await verifyLog(reader)).toMatchObject({ rows: 300, problems: [] })
    await expect(backup(reader, join(view.folder, 'b.gz'))).rejects.toThrow(/read-only/)
    await reader.close()
  })
})

const postgres = inject('postgres')

describe.skipIf(!postgres)('a ledger on a server', () => {
  const where = () => STORES.find(({ name }) => name === 'postgres')!.location()

  test('no server, no such database, no ledger in the schema', async () => {
    const port = await freePort()
    await failure(`postgres://lan:geheim@127.0.0.1:${port}/x`).toThrow(/cannot be reached/)
    await failure(`postgres://lan:geheim@127.0.0.1:${port}/x`).not.toThrow(/geheim/)
    await failure(postgres!.replace('/postgres?', '/nothing?')).toThrow(/no database.*createdb/)
    await failure('postgres://:').toThrow(/not the URL of a database/)
    const taken = where()
    await withStore(taken, ({ db }) => sql`drop table log; drop table meta`.execute(db))
    await failure(taken).toThrow(/tables that are not of a ledger/)
  })

  test('a broken connection is said, and the next transaction has a new one', () =>
    withStore(where(), async store => {
      await fill(store, 4)
      const broken = store.transaction(async session => {
        await append(session, manyEntries(8), NOON)
        await sql`select pg_terminate_backend(pg_backend_pid())`.execute(session.db)
      })
      await expect(broken).rejects.toMatchObject({ code: 'ledger-unreachable' })
      await fill(store, 8)
      expect(await verifyLog(store)).toMatchObject({ rows: 8, problems: [] })
    }))

  test('two processes take turns', async () => {
    const location = where()
    await withStore(location, first =>
      withStore(location, async second => {
        await Promise.all(
          Array.from({ length: 20 }, (_, i) =>
            (i % 2 ? first : second).transaction(session => append(session, [decisionEntry({ i })], NOON)),
          ),
        )
        expect(await verifyLog(first)).toMatchObject({ rows: 20, problems: [] })
      }),
    )
  })
})

/** A port that nobody listens on. */
const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
