import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STAGES } from '../../model/stage.ts'
import type { Evidence } from './evidence.ts'
import { lifeAt } from './life.ts'
import { reviewOf } from './review.ts'

let count = 0
const said = (doc: string, day: string | null, stage: Evidence['stage'], more: Partial<Evidence> = {}): Evidence => ({
  claim: `claim-${count++}`,
  doc,
  day,
  stage,
  by: [],
  must: [],
  due: null,
  again: false,
  continues: false,
  verifiable: true,
  ...more,
})

describe('a life', () => {
  const story = [
    said('minutes', '2025-06-05', 'agreed', { must: ['vn-cao-bang'], due: '2025-12-31' }),
    said('plan', '2025-08-22', 'pledged', { due: '2025-09-30' }),
    said('report', '2025-09-12', 'done'),
  ]

  test('is told by day: the furthest stage, whatever is said lower later', () => {
    expect(lifeAt(story, '2025-06-04')).toBeNull()
    expect(lifeAt(story, '2025-08-31')?.stage).toBe('agreed')
    expect(lifeAt(story, '2025-12-31')?.stage).toBe('done')
  })

  test('has the deadline that was named last, and who must act, until it is done', () => {
    expect(lifeAt(story, '2025-08-31')).toMatchObject({ due: '2025-09-30', overdue: false, must: [] })
    expect(lifeAt(story.slice(0, 2), '2025-10-01')).toMatchObject({ due: '2025-09-30', overdue: true })
    expect(lifeAt(story, '2025-12-31')?.due).toBeNull()
  })

  test('counts a later promise as promised again', () => {
    expect(lifeAt(story, '2025-12-31')?.again.map(({ doc }) => doc)).toEqual(['plan'])
  })

  test('is silent since its last word, and says how many reports were read since', () => {
    expect(lifeAt(story.slice(0, 2), '2025-09-01', () => 7)?.silence).toEqual({ days: 10, reports: 7 })
    expect(lifeAt(story, '2025-12-31')?.silence).toBeNull()
  })

  test('late is a mark beside the stage, until progress is told', () => {
    const late = [story[0], said('half-year', '2025-07-01', 'stalled')]
    expect(lifeAt(late, '2025-08-01')).toMatchObject({ stage: 'agreed', stalled: true })
    expect(lifeAt([...late, said('later', '2025-09-01', 'underway')], '2025-10-01')?.stalled).toBe(false)
  })

  test('done, and later still to be done: both are shown', () => {
    const life = lifeAt([...story, said('next', '2026-01-10', 'stalled')], '2026-02-01')
    expect(life?.stage).toBe('agreed')
    expect(life?.contradictions.map(({ kind, first, second }) => [kind, first.doc, second.doc])).toEqual([
      ['undone', 'report', 'next'],
    ])
  })

  test('one report that tells both history and news has the furthest word', () => {
    const both = [said('report', '2025-12-20', 'agreed'), said('report', '2025-12-20', 'done')]
    expect(lifeAt([...story, ...both], '2025-12-31')).toMatchObject({ stage: 'done', contradictions: [] })
  })

  test('reports of one day that differ by two rungs contradict one another', () => {
    const life = lifeAt([said('a', '2025-06-05', 'proposed'), said('b', '2025-06-05', 'done')], '2025-07-01')
    expect(life?.contradictions.map(({ kind }) => kind)).toEqual(['one-meeting'])
  })

  test('does not depend on the order of evidence', () => {
    const day = fc.constantFrom(null, '2024-01-01', '2024-05-01', '2025-01-01')
    const one = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), day, fc.constantFrom(...STAGES))
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), fc.nat(), (list, turn) => {
        const evidence = list.map(([doc, when, stage]) => said(doc, when, stage))
        const at = evidence.length === 0 ? 0 : turn % evidence.length
        const dayOf = new Map(evidence.map(({ doc, day: when }) => [doc, when]))
        const ofOneDay = evidence.map(each => ({ ...each, day: dayOf.get(each.doc)! }))
        const turned = [...ofOneDay.slice(at), ...ofOneDay.slice(0, at)].toReversed()
        expect(lifeAt(turned, '2025-06-01')).toEqual(lifeAt(ofOneDay, '2025-06-01'))
      }),
    )
  })
})

describe('the review of the last minutes', () => {
  const items = new Map([
    ['bridge', [said('minutes', '2025-06-05', 'agreed'), said('later', '2025-09-12', 'done')]],
    ['gate', [said('minutes', '2025-06-05', 'agreed'), said('later', '2025-09-12', 'pledged', { again: true })]],
    ['square', [said('minutes', '2025-06-05', 'signed'), said('later', '2025-09-12', 'underway')]],
    ['market', [said('minutes', '2025-06-05', 'agreed'), said('before', '2025-01-05', 'done')]],
    [
      'road',
      [said('minutes', '2025-06-05', 'agreed'), said('x', '2025-07-01', 'done'), said('y', '2025-08-01', 'stalled')],
    ],
    ['wish', [said('minutes', '2025-06-05', 'wished')]],
  ])

  test('says of each item what came of it, by later reports alone', () => {
    const review = reviewOf({ day: '2025-06-05', docs: ['minutes'] }, items, '2025-12-31')
    expect(Object.fromEntries(review.map(({ undertaking, outcome }) => [undertaking, outcome]))).toEqual({
      bridge: 'done',
      gate: 'promised-again',
      square: 'under-way',
      market: 'silent',
      road: 'contradicted',
    })
  })

  test('knows nothing of what was said behind its day', () => {
    const review = reviewOf({ day: '2025-06-05', docs: ['minutes'] }, items, '2025-06-30')
    expect(new Set(review.map(({ outcome }) => outcome))).toEqual(new Set(['silent']))
  })
})
