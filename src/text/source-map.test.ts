import { expect, test } from 'vitest'
import { identityMap, sourceOffset } from './source-map.ts'

test('a position leads back over what was left out', () => {
  const map = [
    { text: 0, source: 0 },
    { text: 3, source: 4 },
    { text: 6, source: 8 },
  ]
  expect([0, 2, 3, 5, 6, 9].map(at => sourceOffset(map, at))).toEqual([0, 2, 4, 6, 8, 11])
  expect(sourceOffset(identityMap, 17)).toBe(17)
})
