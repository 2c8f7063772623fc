import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReportClaim } from '../../../views/api/reports.ts'
import { segmentsOf } from './segments.ts'

const claim = (id: string, start: number, end: number): ReportClaim => ({
  id,
  type: 'commitment',
  start,
  end,
  exact: '',
  rule: '',
  why: null,
  values: {},
  entities: [],
  state: 'read',
  decisions: [],
})

test('where two overlap, both mark their words, the narrower first', () => {
  const segments = segmentsOf(20, [claim('wide', 2, 12), claim('narrow', 8, 15)])
  expect(segments.map(({ start, end, claims }) => [start, end, claims.map(({ id }) => id).join(' ')])).toEqual([
    [0, 2, ''],
    [2, 8, 'wide'],
    [8, 12, 'narrow wide'],
    [12, 15, 'narrow'],
    [15, 20, ''],
  ])
})

test('segments make up the whole text, whatever claims there are', () => {
  const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 12 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), spans, (length, given) => {
      const claims = given.map(([start, size], i) => claim(String(i), start, start + size))
      const segments = segmentsOf(length, claims)
      expect(segments[0].start).toBe(0)
      expect(segments.at(-1)!.end).toBe(length)
      for (const [i, { start }] of segments.entries()) if (i > 0) expect(start).toBe(segments[i - 1].end)
      for (const { start, end, claims: over } of segments)
        for (const each of over) expect(each.start <= start && each.end >= end).toBe(true)
    }),
  )
})
