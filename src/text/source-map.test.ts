import { expect, test } from 'vitest'
import { boxesOf, confidenceOf, identityMap, sourceOffset } from './source-map.ts'

test('a position leads back over what was left out', () => {
  const map = [
    { text: 0, source: 0 },
    { text: 3, source: 4 },
    { text: 6, source: 8 },
  ]
  expect([0, 2, 3, 5, 6, 9].map(at => sourceOffset(map, at))).toEqual([0, 2, 4, 6, 8, 11])
  expect(sourceOffset(identityMap, 17)).toBe(17)
})

test('a span stands in parts of lines, as surely as the least sure of them', () => {
  const place = { page: 2, box: [100, 50, 200, 60], units: 10 } as const
  const map = [
    { text: 0, source: 0, place, confidence: 90 },
    { text: 11, source: 0, place: { ...place, page: 3 }, confidence: 60 },
  ]
  expect(boxesOf(map, { start: 5, end: 16 })).toEqual([
    { page: 2, box: [150, 50, 200, 60] },
    { page: 3, box: [100, 50, 150, 60] },
  ])
  expect(boxesOf(identityMap, { start: 0, end: 3 })).toEqual([])
  expect([confidenceOf(map, { start: 0, end: 11 }), confidenceOf(map, { start: 5, end: 16 })]).toEqual([90, 60])
  expect(confidenceOf(identityMap, { start: 0, end: 3 })).toBeNull()
})
