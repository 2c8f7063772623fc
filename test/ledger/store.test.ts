import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openStore } from '../../src/ledger/open.ts'
import { at, STORES, withStore } from './stores.ts'

const mention = (claim: string, more: object = {}) => ({
  claim,
  kind: 'person' as const,
  doc: 'd1',
  profile: 'p1',
  day: '2025-05-15',
  label: 'Ông Trần Hồng Minh',
  facts: '[]',
  said: null,
  start: 3,
  end: 21,
  ...more,
})

describe.each(STORES)('$name', ({ location }) => {
  test('rows come back as they were, the second time too', async () => {
    const where = location()
    const rows = [mention('a', { day: null }), mention('b', { label: '"\\ \n đ 越 𠀀 \\u0000' })]
    await withStore(where, store => store.bulkInsert('mention', rows))
    await withStore(where, async store => {
      expect(await store.selectIn('mention', 'claim', ['a', 'b', 'c'])).toEqual(rows)
      expect(await store.selectIn('mention', 'claim', [])).toEqual([])
    })
  })

  test('what no store can hold becomes U+FFFD', () =>
    withStore(location(), async store => {
      await store.bulkInsert('mention', [mention('a', { label: 'x\0y\ud800z \\u0000 \\\0' })])
      expect((await store.selectIn('mention', 'claim', ['a']))[0].label).toBe('x\ufffdy\ufffdz \\u0000 \\\ufffd')
    }))

  test('any text of any row comes back', () =>
    withStore(location(), async store => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async label => {
          await store.bulkUpsert('mention', ['claim', 'kind', 'profile'], [mention('a', { label })])
          const [row] = await store.selectIn('mention', 'claim', ['a'])
          expect(row.label).toBe(label.replaceAll('\0', '\ufffd'))
        }),
        { numRuns: 60 },
      )
    }))

  test('an upsert keeps the last of each key, and replaces what was there', () =>
    withStore(location(), async store => {
      await store.bulkInsert('mention', [mention('a'), mention('b')])
      await store.bulkUpsert(
        'mention',
        ['claim', 'kind', 'profile'],
        [mention('a', { label: 'x' }), mention('a', { label: 'y' })],
      )
      expect((await store.selectIn('mention', 'doc', ['d1'])).map(({ label }) => label).toSorted()).toEqual([
        'y',
        'Ông Trần Hồng Minh',
      ])
      const block = { block: 'k', profile: 'p' }
      await store.bulkUpsert('block', ['block', 'profile'], [block])
      await store.bulkUpsert('block', ['block', 'profile'], [block, block])
      expect(await store.selectIn('block', 'block', ['k'])).toEqual([block])
    }))

  test('numbers are numbers: counts, sums, scores', () =>
    withStore(location(), async store => {
      await store.bulkInsert('edge', [{ a: 'x', b: 'y', score: 0.1 + 0.2, verdict: 'same' }])
      await store.bulkInsert('mention', [mention('a'), mention('b')])
      const [{ n, sum }] = await store.db
        .selectFrom('mention')
        .select(({ fn }) => [fn.countAll().as('n'), fn.sum('end').as('sum')])
        .where(store.among('doc', ['d1']))
        .execute()
      expect([n, sum]).toEqual([2, 42])
      expect((await store.selectIn('edge', 'a', ['x']))[0].score).toBe(0.1 + 0.2)
    }))

  test('text is sorted by code point', () =>
    withStore(location(), async store => {
      const labels = ['a', 'B', 'đ', 'd', 'Z', 'à', '-', '10', '9']
      await store.bulkInsert(
        'mention',
        labels.map(label => mention(label, { label })),
      )
      const rows = await store.db.selectFrom('mention').select('label').orderBy('label').execute()
      expect(rows.map(({ label }) => label)).toEqual(labels.toSorted())
    }))

  test('a transaction is there wholly or not at all', () =>
    withStore(location(), async store => {
      const twice = store.transaction(async session => {
        await session.bulkInsert('mention', [mention('a')])
        await session.bulkInsert('mention', [mention('a')])
      })
      await expect(twice).rejects.toThrow(/unique/i)
      expect(await store.selectIn('mention', 'claim', ['a'])).toEqual([])
      await store.transaction(session => session.bulkInsert('mention', [mention('a')]))
      await store.transaction(session => session.deleteWhereIn('mention', 'claim', ['a']))
      expect(await store.selectIn('mention', 'claim', ['a'])).toEqual([])
    }))

  test('a query of the store inside its transaction does not hang', () =>
    withStore(location(), async store => {
      const outside = store.transaction(() => store.selectIn('mention', 'claim', ['a']))
      if (store.dialect === 'sqlite') await expect(outside).rejects.toThrow(/use the session/)
      else await outside
      await store.transaction(session => session.bulkInsert('mention', [mention('a')]))
    }))

  test('bytes', () =>
    withStore(location(), async store => {
      const bytes = Buffer.from([0, 1, 2, 255])
      await store.db.insertInto('blob').values({ digest: 'd', bytes }).execute()
      const [row] = await store.db.selectFrom('blob').selectAll().execute()
      expect(row.bytes).toBeInstanceOf(Uint8Array)
      expect([...row.bytes]).toEqual([...bytes])
    }))

  test('a reader sees what was committed, and only that, and cannot write', async () => {
    const where = location()
    await withStore(where, async store => {
      const reader = await openStore(where, { ...at(), readonly: true })
      const count = async () => (await reader.selectIn('mention', 'doc', ['d1'])).length
      await store.transaction(async session => {
        await session.bulkInsert('mention', [mention('a')])
        expect(await count()).toBe(0)
      })
      expect(await count()).toBe(1)
      const writing = reader.transaction(session => session.bulkInsert('mention', [mention('b')]))
      await expect(writing).rejects.toMatchObject({ code: 'ledger-readonly' })
      await reader.close()
    })
  })

  test('a snapshot stays at its moment', async () => {
    const where = location()
    await withStore(where, async store => {
      const reader = await openStore(where, { ...at(), readonly: true })
      await reader.snapshot(async session => {
        expect(await session.selectIn('mention', 'doc', ['d1'])).toEqual([])
        await store.bulkInsert('mention', [mention('a')])
        expect(await session.selectIn('mention', 'doc', ['d1'])).toEqual([])
      })
      expect(await reader.selectIn('mention', 'doc', ['d1'])).toHaveLength(1)
      await reader.close()
    })
  })

  test('a ledger that is not there cannot be read', async () => {
    await expect(openStore(location(), { ...at(), readonly: true })).rejects.toMatchObject({ code: 'ledger-missing' })
  })
})

describe.each(STORES)('search on $name', ({ location }) => {
  const entries = [
    { id: 'a', day: '2025-01-01', text: 'Cửa khẩu Trà Lĩnh – Đường bộ' },
    { id: 'b', day: '2026-01-01', text: 'Mở cửa khẩu 边境口岸, trà ĐƯỜNG' },
    { id: 'c', day: null, text: 'khẩu, cửa. 3G 16/5' },
  ]

  test.each([
    ['cua khau', 'b a c'],
    ['CỬA', 'b a c'],
    ['"cửa khẩu"', 'b a'],
    ['đường', 'b a'],
    ['duo*', 'b a'],
    ['duo', ''],
    ['口岸', 'b'],
    ['口境', ''],
    ['3g', 'c'],
    ['tra linh', 'a'],
    ['16/5', 'c'],
    ['" \' & | ! ( ) : * -', ''],
    ['', ''],
  ])('%s', (words, found) =>
    withStore(location(), async store => {
      await store.index('report', entries)
      expect((await store.search('report', words, 10)).join(' ')).toBe(found)
      expect(await store.search('entity', words, 10)).toEqual([])
    }),
  )

  test('entries are replaced, taken out and cleared', () =>
    withStore(location(), async store => {
      await store.index('report', entries)
      await store.index('report', [{ id: 'c', day: '2027-01-01', text: 'cửa' }])
      expect(await store.search('report', 'cua', 2)).toEqual(['c', 'b'])
      expect(await store.search('report', '3g', 2)).toEqual([])
      await store.unindex('report', ['c'])
      expect(await store.search('report', 'cua', 9)).toEqual(['b', 'a'])
      await store.clear(['report'])
      expect(await store.search('report', 'cua', 9)).toEqual([])
    }))

  test('each word of any text finds it', () =>
    withStore(location(), async store => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 30 }), async text => {
          await store.index('report', [{ id: 'x', day: null, text: `${text} neo` }])
          expect(await store.search('report', 'neo', 1)).toEqual(['x'])
          await store.search('report', text, 1)
        }),
        { numRuns: 60 },
      )
    }))
})
