import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fingerprint } from '../../src/ledger/fingerprint.ts'
import { copiesOf, originalsOf } from '../../src/ledger/query/copies.ts'
import { historyOf } from '../../src/ledger/query/undertaking.ts'
import { rebuild } from '../../src/ledger/rebuild.ts'
import { addReports, type Incoming } from '../../src/ledger/reports.ts'
import type { Store } from '../../src/ledger/store.ts'
import { docOf } from '../../src/ledger/doc.ts'
import { readSamples, reportOf, resolvers } from './read-samples.ts'
import { NOON, STORES, withStore } from './stores.ts'

const add = (store: Store, reports: readonly Incoming[]) =>
  store.transaction(session => addReports(session, resolvers, reports, NOON))

const doc = ({ document }: Incoming): string => docOf(document.id)

const TITLE = 'Cao Bằng và Quảng Tây hội đàm về cửa khẩu'
const BODY = `Ngày 14/5/2025, tại thành phố Cao Bằng, Đoàn đại biểu tỉnh Cao Bằng do đồng chí Trần Văn An, Phó Chủ tịch UBND tỉnh Cao Bằng làm trưởng đoàn đã hội đàm với Đoàn đại biểu Khu tự trị dân tộc Choang Quảng Tây (Trung Quốc).
Hai bên nhất trí nâng cấp cửa khẩu Trà Lĩnh - Long Bang thành cửa khẩu quốc tế và mở thêm lối thông quan vào năm 2026.
Tỉnh Cao Bằng đề nghị phía Quảng Tây sớm khôi phục tuyến xe khách Cao Bằng - Bách Sắc để nhân dân hai bên đi lại thuận lợi hơn.`
const ADDED = 'Tỉnh Cao Bằng đề nghị phía Quảng Tây xây dựng bệnh viện hữu nghị tại xã Đàm Thủy trong năm tới.'

const first = reportOf(`${TITLE}\n${BODY}`, { published: '2025-05-15' })
const edited = reportOf(`Hai tỉnh bàn việc cửa khẩu\n${BODY.replace('đã hội đàm', 'hội đàm')}\n(Theo TTXVN)`, {
  published: '2025-05-16',
})
const enlarged = reportOf(`${TITLE}\n${BODY}\n${ADDED}`, { published: '2025-05-17' })
const yearLater = reportOf(`${TITLE}\n${BODY}\n`, { published: '2026-05-15' })

/** The undertakings with their words and what reports tell them. */
async function lives(store: Store) {
  const rows = await store.db.selectFrom('entity').selectAll().where('kind', '=', 'undertaking').execute()
  return Promise.all(rows.map(row => historyOf(store, row, '2027-01-01', 9).then(history => history!)))
}

describe.each(STORES)('copies on $name', ({ location }) => {
  test('are no evidence of their own, and stand under what they copy', () =>
    withStore(location(), async store => {
      await add(store, [first])
      const alone = await fingerprint(store, { order: false })
      const outcomes = await add(store, [edited])
      expect(outcomes).toMatchObject([{ what: 'added', copyOf: doc(first) }])
      expect(await fingerprint(store, { order: false })).not.toBe(alone)
      const told = await lives(store)
      expect(told.length).toBeGreaterThan(1)
      for (const { row, tellings, contradictions } of told) {
        expect([row.reports, contradictions.length]).toEqual([1, 0])
        expect(tellings.map(telling => telling.copies.map(copy => copy.doc))).toEqual([[doc(edited)]])
      }
      const [meeting] = await store.db.selectFrom('entity').selectAll().where('kind', '=', 'meeting').execute()
      expect(JSON.parse(meeting.data)).toMatchObject({ reports: 1 })
      expect((await store.db.selectFrom('coverage').selectAll().execute()).map(({ n }) => n)).toEqual([1, 1])
    }))

  test('become so when the original comes after them', () =>
    withStore(location(), async store => {
      await add(store, [edited])
      expect(await add(store, [first])).toMatchObject([{ copyOf: null }])
      expect(await originalsOf(store, [doc(edited), doc(first)])).toEqual(new Map([[doc(edited), doc(first)]]))
      for (const { tellings } of await lives(store)) expect(tellings.map(each => each.doc)).toEqual([doc(first)])
    }))

  test('count with what was added to them', () =>
    withStore(location(), async store => {
      await add(store, [first, enlarged])
      const told = await lives(store)
      const own = told.filter(({ tellings }) => tellings.some(each => each.doc === doc(enlarged)))
      expect(own.map(({ tellings }) => tellings[0].spoken.map(({ quote }) => quote).join())).toEqual([
        expect.stringContaining('bệnh viện hữu nghị'),
      ])
    }))

  test('are texts of one time: the same words a year later are evidence', () =>
    withStore(location(), async store => {
      expect(await add(store, [first, yearLater])).toMatchObject([{ copyOf: null }, { copyOf: null }])
      const tellers = (await lives(store)).flatMap(({ tellings }) => tellings.map(each => each.doc))
      expect(new Set(tellers)).toEqual(new Set([doc(first), doc(yearLater)]))
    }))

  test('are texts of their own when a newer version takes the place of the original', () =>
    withStore(location(), async store => {
      const url = 'https://example.org/a'
      const older = reportOf(first.document.text, { published: '2025-05-15', url })
      const newer = reportOf(readSamples()[0].document.text, { published: '2025-05-18', url })
      await add(store, [older, edited])
      expect((await copiesOf(store, [doc(older)])).get(doc(older))).toMatchObject([{ doc: doc(edited) }])
      await add(store, [newer])
      expect(await originalsOf(store, [doc(edited)])).toEqual(new Map())
      const before = await fingerprint(store, { order: true })
      await store.transaction(session => rebuild(session, resolvers, () => {}))
      expect(await fingerprint(store, { order: true })).toBe(before)
    }))

  test('are the same in whatever order reports come, however they are batched, and after a rebuild', async () => {
    const texts = readSamples().slice(0, 4)
    const all = [
      first,
      edited,
      enlarged,
      yearLater,
      ...texts,
      ...texts.map(({ document: { text, published } }, i) =>
        reportOf(`${text}\nBản ${i}`, { published: i % 2 === 0 ? (published ?? undefined) : undefined }),
      ),
    ]
    const ofWhole = await withStore(location(), async store => {
      const outcomes = await add(store, all)
      expect(outcomes.filter(({ copyOf }) => copyOf !== null).length).toBeGreaterThanOrEqual(5)
      return fingerprint(store, { order: false })
    })
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.integer({ min: 1, max: 5 }),
        (reports, size) =>
          withStore(location(), async store => {
            for (let from = 0; from < reports.length; from += size) await add(store, reports.slice(from, from + size))
            expect(await fingerprint(store, { order: false })).toBe(ofWhole)
            await store.transaction(session => rebuild(session, resolvers, () => {}))
            expect(await fingerprint(store, { order: false })).toBe(ofWhole)
          }),
      ),
      { numRuns: 6 },
    )
  }, 120_000)
})
