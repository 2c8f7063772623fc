import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, describe, test } from 'vitest'
import { append } from '../../src/ledger/append.ts'
import { backup, restore } from '../../src/ledger/backup.ts'
import { openStore } from '../../src/ledger/open.ts'
import type { Store } from '../../src/ledger/store.ts'
import { verifyLog } from '../../src/ledger/verify.ts'
import { manyEntries } from './samples.ts'
import { at, NOON, STORES, testFolder, withStore } from './stores.ts'

let count = 0
const newFile = () => join(testFolder, `backup-${++count}.jsonl.gz`)

const contents = async ({ db }: Store) => ({
  log: await db.selectFrom('log').selectAll().orderBy('seq').execute(),
  blobs: (await db.selectFrom('blob').selectAll().orderBy('digest').execute()).map(({ digest, bytes }) => [
    digest,
    Buffer.from(bytes).toString('hex'),
  ]),
})

/** A backup of a ledger with 450 rows. */
async function madeBackup(location: string): Promise<{ file: string; held: Awaited<ReturnType<typeof contents>> }> {
  const file = newFile()
  const held = await withStore(location, async store => {
    await store.transaction(session => append(session, manyEntries(450), NOON))
    expect(await backup(store, file)).toMatchObject({ rows: 450, blobs: 38, head: { seq: 450 } })
    return contents(store)
  })
  return { file, held }
}

const PAIRS = STORES.flatMap(from => STORES.map(to => ({ from, to, name: `${from.name} to ${to.name}` })))

test.each(PAIRS)('from $name', async ({ from, to }) => {
  const { file, held } = await madeBackup(from.location())
  await withStore(to.location(), async store => {
    await restore(store, file)
    expect(await contents(store)).toEqual(held)
    expect((await verifyLog(store)).problems).toEqual([])
    await store.transaction(session => append(session, manyEntries(460), NOON))
    expect(await verifyLog(store)).toMatchObject({ rows: 460, problems: [] })
    const again = newFile()
    await backup(store, again)
    await expect(restore(store, file)).rejects.toMatchObject({ code: 'ledger-not-empty' })
  })
})

describe.each(STORES)('on $name', ({ location }) => {
  test('the same ledger gives the same bytes', async () => {
    const { file } = await madeBackup(location())
    await withStore(location(), async store => {
      await restore(store, file)
      const again = newFile()
      await backup(store, again)
      expect(gunzipSync(readFileSync(again)).equals(gunzipSync(readFileSync(file)))).toBe(true)
    })
  })

  test('an empty ledger, too', async () => {
    const file = newFile()
    await withStore(location(), store => backup(store, file))
    await withStore(location(), async store => {
      await restore(store, file)
      expect((await verifyLog(store)).problems).toEqual([])
    })
  })

  test('while a transaction is open elsewhere, only what was committed is in it', async () => {
    const where = location()
    await withStore(where, async store => {
      await store.transaction(session => append(session, manyEntries(8), NOON))
      const reader = await openStore(where, { ...at(), readonly: true })
      await store.transaction(async session => {
        await append(session, manyEntries(16), NOON)
        expect(await backup(reader, newFile())).toMatchObject({ rows: 8 })
      })
      await reader.close()
    })
  })
})

/** What may have happened to a backup, and what is said. */
const DAMAGE: readonly [string, (bytes: Buffer) => Buffer, RegExp][] = [
  ['cut off', bytes => bytes.subarray(0, bytes.length - 100), /cut off/],
  ['cut off at its beginning', bytes => bytes.subarray(0, 5), /cut off/],
  ['empty', () => Buffer.alloc(0), /end is missing|cut off/],
  ['a byte changed', bytes => flipped(bytes, bytes.length >> 1), /not a whole backup/],
  ['something else', () => Buffer.from('Cao Bằng'), /not a gzip file/],
  ['another gzip', () => gzipSync('{"a":1}\n'), /header/],
  ['a line taken out', lines(list => list.toSpliced(7, 1)), /digest/],
  ['a line changed', lines(list => list.with(8, list[8].replace('Lan', 'Mai'))), /digest/],
  ['without its end', lines(list => list.slice(0, -2).concat('')), /end is missing/],
  ['more behind its end', lines(list => list.concat('{}', '')), /behind its end/],
  ['of a newer version', lines(list => list.with(0, list[0].replace('backup@1', 'backup@2'))), /newer/],
]

function flipped(bytes: Buffer, i: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[i] ^= 0xff
  return copy
}

function lines(change: (list: string[]) => string[]): (bytes: Buffer) => Buffer {
  return bytes => gzipSync(change(gunzipSync(bytes).toString('utf8').split('\n')).join('\n'))
}

describe.each(STORES)('a damaged backup on $name', ({ location }) => {
  test('nothing is restored of it, whatever happened to it', async () => {
    const { file } = await madeBackup(location())
    await withStore(location(), async store => {
      for (const [what, damage, said] of DAMAGE) {
        const bad = newFile()
        writeFileSync(bad, damage(readFileSync(file)))
        await expect(restore(store, bad), what).rejects.toThrow(said)
        expect(await contents(store), what).toEqual({ log: [], blobs: [] })
      }
      await restore(store, file)
    })
  })

  test('a file that is not there', () =>
    withStore(location(), async store => {
      await expect(restore(store, newFile())).rejects.toThrow(/There is no file/)
    }))

  test('a folder that is not there: no part is left', () =>
    withStore(location(), async store => {
      await expect(backup(store, join(testFolder, 'no', 'such.gz'))).rejects.toThrow(/no such folder/)
      expect(existsSync(join(testFolder, 'no'))).toBe(false)
    }))
})

test('a backup bears its name only when it is whole', async () => {
  const { file } = await madeBackup(STORES[0].location())
  expect(readdirSync(testFolder).filter(name => name.endsWith('.part'))).toEqual([])
  truncateSync(file, 10)
  await withStore(STORES[0].location(), async store => {
    await backup(store, file)
    expect(gunzipSync(readFileSync(file)).toString()).toMatch(/^\{"format":"bienban\/backup@1"/)
  })
})
