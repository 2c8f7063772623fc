import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { append } from '../../src/ledger/append.ts'
import { canonicalJson, sha256 } from '../../src/ledger/canonical.ts'
import { compactReading, expandReading } from '../../src/ledger/compact.ts'
import { decisionEntry, type Entry, parseCapture, parseDocument, parseReading } from '../../src/ledger/entry.ts'
import { readHead, walkLog } from '../../src/ledger/log.ts'
import type { Store } from '../../src/ledger/store.ts'
import type { LogTable } from '../../src/ledger/tables.ts'
import { verifyLog } from '../../src/ledger/verify.ts'
import { manyEntries, report } from './samples.ts'
import { NOON, STORES, withStore } from './stores.ts'

const add = (store: Store, entries: readonly Entry[], now = NOON) =>
  store.transaction(session => append(session, entries, now))

/** `Array.fromAsync`, which Node 20 does not have. */
async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

const rowsOf = (store: Store): Promise<LogTable[]> => all(walkLog(store))

describe('canonical JSON', () => {
  test('sorted, without what is undefined, refusing what is no JSON', () => {
    expect(canonicalJson({ b: [1, { d: null, c: undefined }], a: 'đ\u2028"\ud800' })).toBe(
      '{"a":"đ\u2028\\"\\ud800","b":[1,{"d":null}]}',
    )
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(/NaN/)
    expect(() => canonicalJson({ a: () => 1 })).toThrow(/function/)
  })

  test('the order of keys does not count, and it parses to the same', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), record => {
        const turned = Object.fromEntries(Object.entries(record).toReversed())
        expect(canonicalJson(turned)).toBe(canonicalJson(record))
        expect(JSON.parse(canonicalJson(record))).toEqual(JSON.parse(JSON.stringify(record)))
      }),
    )
  })
})

test('a reading comes back byte for byte from its compact form and its document', () => {
  const unit = fc.constantFrom('a', 'đ', '越', '𠀀', '\n', '\ud800')
  const quotes = fc.array(fc.tuple(fc.nat(90), fc.nat(90), fc.boolean()), { maxLength: 5 })
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 100 }), quotes, (text, spans) => {
      const { reading } = report(text)
      const claims = spans.map(([start, length, foreign]) => {
        const end = start + length
        const prefix = foreign ? 'x' : text.slice(Math.max(0, start - 32), start)
        const quote = { start, end, exact: text.slice(start, end), prefix, suffix: text.slice(end, end + 32) }
        return { ...reading.claims[0], quote, why: 'because' }
      })
      const whole = { ...reading, claims }
      const stored = JSON.stringify(compactReading(whole, 'key'))
      const back = expandReading(parseReading(stored), reading.document)
      expect(JSON.stringify(back)).toBe(JSON.stringify(whole))
    }),
  )
})

describe.each(STORES)('the log on $name', ({ location }) => {
  test('what is appended is there, chained, and gives the report back', () =>
    withStore(location(), async store => {
      const { entries, reading } = report('Cao Bằng\0 và Quảng Tây.')
      const appended = await add(store, entries)
      expect(appended.map(({ seq, added }) => [seq, added])).toEqual([1, 2, 3].map(seq => [seq, true]))
      const rows = await rowsOf(store)
      expect(rows.map(({ kind }) => kind)).toEqual(['capture', 'document', 'reading'])
      const document = parseDocument(rows[1].body)
      expect(document.capture).toBe(rows[0].key)
      expect(parseReading(rows[2].body).document).toBe(rows[1].key)
      expect(JSON.stringify(expandReading(parseReading(rows[2].body), document))).toBe(JSON.stringify(reading))
      expect(rows[2].hash).toBe(
        sha256(`${rows[1].hash}\n3\nreading\n${sha256(rows[2].body)}\n2026-01-02T12:00:00.000Z`),
      )
    }))

  test('the same again changes nothing, within a batch and later', () =>
    withStore(location(), async store => {
      const { entries } = report('Một.')
      await add(store, [...entries, ...entries])
      const before = await rowsOf(store)
      const again = await add(store, [...entries, decisionEntry({ b: 1, a: 2 }), decisionEntry({ a: 2, b: 1 })])
      expect(again.map(({ seq, added }) => [seq, added])).toEqual([
        [1, false],
        [2, false],
        [3, false],
        [4, true],
        [4, false],
      ])
      expect((await rowsOf(store)).slice(0, 3)).toEqual(before)
    }))

  test('time never runs backwards, though the clock may', () =>
    withStore(location(), async store => {
      await add(store, report('Một.').entries, new Date('2026-03-01T00:00:00Z'))
      await add(store, report('Hai.').entries, new Date('2025-01-01T00:00:00Z'))
      await add(store, report('Ba.').entries, new Date('2026-03-02T00:00:00Z'))
      const days = (await rowsOf(store)).map(({ at }) => at.slice(0, 10))
      expect(new Set(days.slice(0, 5))).toEqual(new Set(['2026-03-01']))
      expect(days.at(-1)).toBe('2026-03-02')
      expect((await verifyLog(store)).problems).toEqual([])
    }))

  test('bytes are kept only where the text does not give them back', () =>
    withStore(location(), async store => {
      const bom = Buffer.from('\ufeffBa.')
      await add(store, [...report('Một.').entries, ...report('Hai.').entries, ...report('Ba.', bom).entries])
      const captures = (await rowsOf(store))
        .filter(({ kind }) => kind === 'capture')
        .map(({ body }) => parseCapture(body))
      expect(captures.map(({ kept, size }) => [kept, size])).toEqual([
        [false, 6],
        [false, 4],
        [true, 6],
      ])
      const blobs = await store.db.selectFrom('blob').selectAll().execute()
      expect(blobs.map(({ digest }) => digest)).toEqual([captures[2].sha256])
      expect([...blobs[0].bytes]).toEqual([...bom])
    }))

  test('walking on from a row, by kind, beyond what is read at once', () =>
    withStore(location(), async store => {
      const entries = manyEntries(650)
      await add(store, entries)
      expect((await rowsOf(store)).map(({ seq }) => seq)).toEqual(Array.from({ length: 650 }, (_, i) => i + 1))
      const some = await all(walkLog(store, { after: 600, kinds: ['decision', 'reading'] }))
      expect(some.every(({ kind, seq }) => seq > 600 && (kind === 'decision' || kind === 'reading'))).toBe(true)
      expect(await readHead(store)).toMatchObject({ seq: 650, at: NOON.toISOString() })
    }))

  test('writers of one process take turns', () =>
    withStore(location(), async store => {
      await Promise.all(Array.from({ length: 12 }, (_, i) => add(store, report(`Tin ${i}.`).entries)))
      expect((await verifyLog(store)).problems).toEqual([])
      expect(await rowsOf(store)).toHaveLength(36)
    }))
})

/** What somebody does to the tables behind our back, and what `verify` says of it. */
const TAMPERING: readonly [string, (store: Store) => Promise<unknown>, RegExp[]][] = [
  [
    'a body',
    ({ db }) => db.updateTable('log').set({ body: '{}' }).where('seq', '=', 5).execute(),
    [/^Row 5 .*changed/],
  ],
  [
    'a body with its key',
    ({ db }) =>
      db
        .updateTable('log')
        .set({ body: '{}', key: sha256('{}') })
        .where('seq', '=', 5)
        .execute(),
    [/^Row 5 .*changed/],
  ],
  [
    'a time',
    ({ db }) => db.updateTable('log').set({ at: '2020-01-01T00:00:00.000Z' }).where('seq', '=', 5).execute(),
    [/^Row 5 .*changed/],
  ],
  [
    'a kind',
    ({ db }) => db.updateTable('log').set({ kind: 'decision' }).where('seq', '=', 5).execute(),
    [/^Row 5 .*changed/],
  ],
  ['a hash', ({ db }) => db.updateTable('log').set({ hash: 'x' }).where('seq', '=', 5).execute(), [/^Row 5 .*changed/]],
  [
    'the last row',
    ({ db }) => db.updateTable('log').set({ at: '2030-01-01T00:00:00.000Z' }).where('seq', '=', 12).execute(),
    [/^Row 12 .*changed/],
  ],
  [
    'a row taken out',
    ({ db }) => db.deleteFrom('log').where('seq', '=', 5).execute(),
    [/^Row 5 of the log was taken out/],
  ],
  [
    'rows taken out at the end',
    ({ db }) => db.deleteFrom('log').where('seq', '>', 9).execute(),
    [/^Rows 10 to 12 of the log were taken out/],
  ],
  ['all taken out', ({ db }) => db.deleteFrom('log').execute(), [/^Rows 1 to 12 .*taken out/]],
  [
    'a row taken out, the rest numbered anew',
    async ({ db }) => {
      await db.deleteFrom('log').where('seq', '=', 5).execute()
      for (let seq = 6; seq <= 12; seq++)
        await db
          .updateTable('log')
          .set({ seq: seq - 1 })
          .where('seq', '=', seq)
          .execute()
    },
    [/^Before Row 5 .*1 row was taken out/],
  ],
  [
    'a row put in, the rest numbered anew',
    async ({ db }) => {
      for (let seq = 12; seq >= 5; seq--)
        await db
          .updateTable('log')
          .set({ seq: seq + 1 })
          .where('seq', '=', seq)
          .execute()
      const row = {
        seq: 5,
        kind: 'decision' as const,
        key: sha256('{}'),
        at: NOON.toISOString(),
        body: '{}',
        hash: 'x',
      }
      await db.insertInto('log').values(row).execute()
    },
    [/^Row 5 .*put in by hand/],
  ],
  [
    'a row put in at the end',
    ({ db }) =>
      db
        .insertInto('log')
        .values({ seq: 13, kind: 'decision', key: sha256('{}'), at: NOON.toISOString(), body: '{}', hash: 'x' })
        .execute(),
    [/^Row 13 of the log was put in by hand: the log ends with row 12/],
  ],
  [
    'a blob',
    ({ db }) =>
      db
        .updateTable('blob')
        .set({ bytes: Buffer.from('x') })
        .execute(),
    [/^The bytes kept as .* changed/],
  ],
  ['a blob taken out', ({ db }) => db.deleteFrom('blob').execute(), [/^The bytes of the capture in row 1 .*taken out/]],
  [
    'a blob put in',
    ({ db }) =>
      db
        .insertInto('blob')
        .values({ digest: sha256('x'), bytes: Buffer.from('x') })
        .execute(),
    [/^The bytes kept as .* put in by hand/],
  ],
  [
    'two things',
    async ({ db }) => {
      await db.updateTable('log').set({ body: '{}' }).where('seq', '=', 3).execute()
      await db.deleteFrom('log').where('seq', '=', 7).execute()
    },
    [/^Row 3 .*changed/, /^Row 7 .*taken out/],
  ],
]

describe.each(STORES)('verify on $name', ({ location }) => {
  test('an untouched log', () =>
    withStore(location(), async store => {
      expect(await verifyLog(store)).toMatchObject({ rows: 0, blobs: 0, problems: [] })
      await add(store, manyEntries(12))
      expect(await verifyLog(store)).toMatchObject({ rows: 12, blobs: 1, head: { seq: 12 }, problems: [] })
    }))

  test.each(TAMPERING)('finds %s', (_, tamper, said) =>
    withStore(location(), async store => {
      await add(store, manyEntries(12))
      await tamper(store)
      const { problems } = await verifyLog(store)
      expect(problems).toHaveLength(said.length)
      for (const [i, pattern] of said.entries()) expect(problems[i]).toMatch(pattern)
    }),
  )
})
