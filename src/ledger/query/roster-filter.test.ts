import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STAGES, type Stage } from '../../model/stage.ts'
import type { Enrolled, Roster } from './roster.ts'
import { chosenFrom, EVERYTHING, facetsOf, type RosterFilter } from './roster-filter.ts'

const ALL: RosterFilter = { ...EVERYTHING, at: '2026-01-15' }

const rosterOf = (rows: readonly (Partial<Enrolled> & { readonly words: readonly string[] })[]): Roster => {
  const tags = [...new Set(rows.flatMap(({ words }) => words))]
  const tagNumber = new Map(tags.map((tag, i) => [tag, i]))
  const entries = rows.map(({ words, ...row }, i): Enrolled => ({
    id: `undertaking-${i}`,
    first: '2025-01-01',
    last: '2025-01-01',
    stage: 'agreed',
    stalled: false,
    due: null,
    verifiable: true,
    mentions: 1,
    ...row,
    tags: Int32Array.from(words.map(word => tagNumber.get(word)!)),
  }))
  return { seq: 1, entries, tags, tagNumber }
}

const SAMPLE = rosterOf([
  { words: ['side:vn', 'side:cn', 'field:trade', 'stage:agreed', 'object:gate:tra-linh'], last: '2025-12-01' },
  { words: ['side:vn', 'stage:done'], stage: 'done', last: '2024-01-01', verifiable: false },
  { words: ['side:vn', 'side:cn', 'stage:signed', 'object:mechanism:m'], stage: 'signed', last: '2024-06-01' },
])

const idsOf = (filter: Partial<RosterFilter>, order: Parameters<typeof chosenFrom>[2] = 'latest'): string[] =>
  chosenFrom(SAMPLE, { ...ALL, ...filter }, order).map(({ id }) => id.slice('undertaking-'.length))

describe('what is chosen', () => {
  test('all conditions hold together', () => {
    expect(idsOf({ sides: ['vn', 'cn'] })).toEqual(['0', '2'])
    expect(idsOf({ sides: ['vn', 'cn'], mechanism: 'm' })).toEqual(['2'])
    expect(idsOf({ stage: 'done', verifiable: true })).toEqual([])
    expect(idsOf({ sides: ['nobody'] })).toEqual([])
  })

  test('what is done is never silent', () => {
    expect(idsOf({ silent: 365 })).toEqual(['2'])
    expect(idsOf({}, 'silent')).toEqual(['2', '0', '1'])
  })

  test('the furthest first', () => {
    expect(idsOf({}, 'stage')).toEqual(['1', '2', '0'])
  })
})

describe('what can be chosen', () => {
  test('one of a single condition is counted as if it were not chosen', () => {
    const { stage, side } = facetsOf(SAMPLE, { ...ALL, stage: 'done' })
    expect(stage).toEqual([
      { value: 'agreed', n: 1 },
      { value: 'done', n: 1 },
      { value: 'signed', n: 1 },
    ])
    expect(side).toEqual([{ value: 'vn', n: 1 }])
  })

  const stage = fc.constantFrom<Stage>(...STAGES)
  const row = fc.record({
    stage,
    verifiable: fc.boolean(),
    side: fc.constantFrom('vn', 'cn'),
    gate: fc.constantFrom('a', 'b'),
  })

  test('each count is what choosing it gives', () => {
    fc.assert(
      fc.property(fc.array(row), fc.option(stage), fc.option(fc.boolean()), (rows, chosen, verifiable) => {
        const roster = rosterOf(
          rows.map(({ side, gate, ...each }) => ({
            ...each,
            words: [`side:${side}`, `stage:${each.stage}`, `object:gate:${gate}`],
          })),
        )
        const filter: RosterFilter = { ...ALL, stage: chosen, verifiable }
        const facets = facetsOf(roster, filter)
        const count = (change: Partial<RosterFilter>): number =>
          chosenFrom(roster, { ...filter, ...change }, 'latest').length
        for (const { value, n } of facets.stage) expect(count({ stage: value as Stage })).toBe(n)
        for (const { value, n } of facets.object) expect(count({ object: value })).toBe(n)
        for (const { value, n } of facets.side) expect(count({ sides: [value] })).toBe(n)
        for (const { value, n } of facets.verifiable) expect(count({ verifiable: value === 'true' })).toBe(n)
      }),
    )
  })
})
