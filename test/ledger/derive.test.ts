import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Anchor, Decision } from '../../src/model/decision.ts'
import type { Claim } from '../../src/model/claim.ts'
import { decide } from '../../src/ledger/decisions.ts'
import { fingerprint } from '../../src/ledger/fingerprint.ts'
import { rebuild } from '../../src/ledger/rebuild.ts'
import { addReports, type Incoming, type Outcome } from '../../src/ledger/reports.ts'
import type { Store } from '../../src/ledger/store.ts'
import { assemble } from '../../src/resolve/assemble.ts'
import { readSamples, reportOf, resolvers } from './read-samples.ts'
import { NOON, STORES, withStore } from './stores.ts'

const SAMPLES = readSamples()

const add = (store: Store, reports: readonly Incoming[]): Promise<Outcome[]> =>
  store.transaction(session => addReports(session, resolvers, reports, NOON))

async function addInBatches(store: Store, reports: readonly Incoming[], size: number): Promise<void> {
  for (let from = 0; from < reports.length; from += size) await add(store, reports.slice(from, from + size))
}

const rebuilt = (store: Store): Promise<void> => store.transaction(session => rebuild(session, resolvers, () => {}))

const anchorOf = ({ document }: Incoming, { id, type, quote }: Claim): Anchor => ({
  document: document.id,
  claim: id,
  type,
  start: quote.start,
  end: quote.end,
  exact: quote.exact,
})

let made = 0
const decision = (act: Decision['act'], more: Partial<Decision> = {}): Decision => ({
  act,
  by: 'desk',
  made: new Date(Date.UTC(2026, 0, 1) + made++).toISOString(),
  why: null,
  on: [],
  against: [],
  set: null,
  span: null,
  undoes: null,
  ...more,
})

/** Anchors of all claims of one person, in whatever sample. */
const anchorsOfPerson = (name: string): Anchor[] =>
  SAMPLES.flatMap(report =>
    report.reading.claims
      .filter(claim => claim.type === 'person' && claim.name === name)
      .map(claim => anchorOf(report, claim)),
  )

const peopleCalled = async (store: Store, label: string): Promise<number[]> => {
  const rows = await store.db.selectFrom('entity').select('mentions').where('label', '=', label).execute()
  return rows.map(({ mentions }) => mentions).toSorted((a, b) => a - b)
}

/** Someone whom at least three samples name, in the same way. */
const KNOWN = [
  ...new Set(SAMPLES.flatMap(({ reading }) => reading.claims.flatMap(c => (c.type === 'person' ? [c.name] : [])))),
].find(name => anchorsOfPerson(name).length >= 3)!

describe.each(STORES)('$name', ({ location }) => {
  test('the same report twice changes nothing', () =>
    withStore(location(), async store => {
      expect((await add(store, SAMPLES.slice(0, 5))).map(({ what }) => what)).toEqual(Array(5).fill('added'))
      const before = await fingerprint(store, { order: true })
      expect((await add(store, SAMPLES.slice(0, 5))).map(({ what }) => what)).toEqual(Array(5).fill('known'))
      expect(await fingerprint(store, { order: true })).toBe(before)
    }))

  test('a rebuild gives the same bytes, decisions included', () =>
    withStore(location(), async store => {
      await addInBatches(store, SAMPLES, 9)
      const anchors = anchorsOfPerson(KNOWN)
      await store.transaction(session =>
        decide(session, resolvers, decision('different', { on: anchors.slice(0, 1), against: anchors.slice(1) }), NOON),
      )
      await store.transaction(session =>
        decide(session, resolvers, decision('reject', { on: anchors.slice(1, 2) }), NOON),
      )
      const before = await fingerprint(store, { order: true })
      await rebuilt(store)
      expect(await fingerprint(store, { order: true })).toBe(before)
    }))

  test('what people decided of identity holds, and is taken back', () =>
    withStore(location(), async store => {
      await add(store, SAMPLES)
      const before = await fingerprint(store, { order: false })
      const anchors = anchorsOfPerson(KNOWN)
      const key = await store.transaction(session =>
        decide(session, resolvers, decision('different', { on: anchors.slice(0, 1), against: anchors.slice(1) }), NOON),
      )
      expect(await peopleCalled(store, KNOWN)).toEqual([1, anchors.length - 1].toSorted((a, b) => a - b))
      await store.transaction(session => decide(session, resolvers, decision('undo', { undoes: key }), NOON))
      expect(await fingerprint(store, { order: false })).toBe(before)
      await expect(
        store.transaction(session => decide(session, resolvers, decision('undo', { undoes: key }), NOON)),
      ).rejects.toThrow(/undone already/)
    }))

  test('two that the resolver keeps apart become one, with what each says', () =>
    withStore(location(), async store => {
      await add(store, SAMPLES)
      const [one, other] = await store.db
        .selectFrom('profile')
        .selectAll()
        .where('kind', '=', 'organization')
        .limit(2)
        .execute()
      const anchors = await Promise.all(
        [one, other].map(async ({ id }) => {
          const [{ claim }] = await store.selectIn('mention', 'profile', [id])
          const report = SAMPLES.find(({ reading }) => reading.claims.some(each => each.id === claim))!
          return anchorOf(
            report,
            report.reading.claims.find(each => each.id === claim)!,
          )
        }),
      )
      await store.transaction(session =>
        decide(session, resolvers, decision('same', { on: [anchors[0]], against: [anchors[1]] }), NOON),
      )
      const rows = await store.selectIn('profile', 'id', [one.id, other.id])
      expect(new Set(rows.map(({ entity }) => entity)).size).toBe(1)
    }))

  test('a corrected claim counts with its right values, a rejected one not at all', () =>
    withStore(location(), async store => {
      const report = SAMPLES.find(({ reading }) => reading.claims.some(claim => claim.type === 'commitment'))!
      await add(store, [report])
      const claim = report.reading.claims.find(each => each.type === 'commitment')!
      const on = [anchorOf(report, claim)]
      await store.transaction(session =>
        decide(session, resolvers, decision('correct', { on, set: { stage: 'done' } }), NOON),
      )
      const [mention] = await store.selectIn('mention', 'claim', [claim.id])
      expect(JSON.parse(mention.facts)).toContain('stage:done')
      await store.transaction(session => decide(session, resolvers, decision('reject', { on }), NOON))
      expect(await store.selectIn('mention', 'claim', [claim.id])).toEqual([])
    }))

  test('a newer version takes the place of the older, and decisions on it are marked', () =>
    withStore(location(), async store => {
      const text = SAMPLES[0].document.text
      const older = reportOf(text, { url: 'https://example.org/a' })
      const newer = reportOf(`${text}\nBài viết đã được cập nhật.`, { url: 'https://example.org/a' })
      await add(store, [older])
      const [outcome] = await add(store, [newer])
      expect(outcome.replaces).toHaveLength(1)
      expect(await store.selectIn('mention', 'doc', outcome.replaces as string[])).toEqual([])
      const before = await fingerprint(store, { order: true })
      await rebuilt(store)
      expect(await fingerprint(store, { order: true })).toBe(before)
    }))

  test('a report that is screened out has the day that a rebuild gives it', () =>
    withStore(location(), async store => {
      const text = 'Hội nghị về giá rau\n\nNgày 14/5/2025, tại Hà Nội, ông Nguyễn Văn An chủ trì hội nghị về giá rau.'
      const report = reportOf(text, { published: '2025-05-16' })
      expect(report.reading.claims.map(({ type }) => type)).toContain('meeting')
      expect((await add(store, [report])).map(({ what }) => what)).toEqual(['screened'])
      const before = await fingerprint(store, { order: true })
      await rebuilt(store)
      expect(await fingerprint(store, { order: true })).toBe(before)
    }))
})

test('the ledger does not depend on the order in which reports came, nor on how they were batched', async () => {
  const [{ location }] = STORES
  const whole = await withStore(location(), async store => {
    await add(store, SAMPLES)
    return fingerprint(store, { order: false })
  })
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(SAMPLES, { minLength: SAMPLES.length }),
      fc.integer({ min: 1, max: 12 }),
      async (reports, size) => {
        const other = await withStore(location(), async store => {
          await addInBatches(store, reports, size)
          return fingerprint(store, { order: false })
        })
        expect(other).toBe(whole)
      },
    ),
    { numRuns: 4 },
  )
}, 120_000)

test('deriving step by step gives what assembling all at once gives', () =>
  withStore(STORES[0].location(), async store => {
    await addInBatches(store, SAMPLES, 7)
    for (const [kind, resolver] of resolvers.byKind) {
      const { entities } = assemble(
        resolver,
        SAMPLES.filter(({ reading }) => reading.relevant).map(({ reading }) => reading),
      )
      const rows = await store.db.selectFrom('entity').select(['id', 'label']).where('kind', '=', kind).execute()
      expect(rows.map(({ id, label }) => `${id} ${label}`).toSorted()).toEqual(
        entities.map(({ id, portrait }) => `${id} ${portrait.label}`).toSorted(),
      )
    }
  }))
