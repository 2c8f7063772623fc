import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstAtLeast } from './search.ts'
import { overlaps, overlapShare } from './span.ts'

test('spans that only touch do not overlap', () => {
  expect(overlaps({ start: 0, end: 3 }, { start: 3, end: 5 })).toBe(false)
  expect(overlaps({ start: 0, end: 4 }, { start: 3, end: 5 })).toBe(true)
})

test('the shared part of two spans, of their joint length', () => {
  expect(overlapShare({ start: 0, end: 4 }, { start: 0, end: 4 })).toBe(1)
  expect(overlapShare({ start: 0, end: 4 }, { start: 2, end: 6 })).toBeCloseTo(1 / 3)
  expect(overlapShare({ start: 0, end: 2 }, { start: 5, end: 9 })).toBe(0)
})

test('halving finds what a walk from the start finds', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.integer({ min: -1, max: 51 }), (list, least) => {
      const sorted = list.toSorted((a, b) => a - b)
      const walked = sorted.findIndex(n => n >= least)
      expect(firstAtLeast(sorted.length, i => sorted[i], least)).toBe(walked < 0 ? sorted.length : walked)
    }),
  )
})
