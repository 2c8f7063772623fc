import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchUp, nameKey, sameNames, sameUnit, wordF1 } from './alike.ts'

test('names are the same without case, diacritics and words of kind', () => {
  expect(nameKey('Tỉnh Cao Bằng')).toBe(nameKey('CAO BẰNG'.normalize('NFD')))
  expect(nameKey('cặp cửa khẩu quốc tế Trà Lĩnh')).toBe('tra linh')
  expect(sameNames(['Trà Lĩnh', 'Long Bang'], ['Long Bang', 'cửa khẩu Trà Lĩnh'])).toBe(true)
  expect(sameNames(['Trà Lĩnh'], ['Trà Lĩnh', 'Long Bang'])).toBe(false)
})

test('shared words, as F1', () => {
  expect(wordF1('Bí thư Tỉnh ủy', 'Bí thư tỉnh uỷ')).toBe(1)
  expect(wordF1('a b', 'b c')).toBe(0.5)
  expect(wordF1('', '')).toBe(1)
})

test('measures must be equal, nouns need not', () => {
  expect(sameUnit('USD', 'usd')).toBe(true)
  expect(sameUnit('USD', 'CNY')).toBe(false)
  expect(sameUnit('people', 'người')).toBe(true)
})

test('matching is one to one, best first, and loses nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), fc.array(fc.nat(9)), (gold, found) => {
      const { pairs, missed, extra } = matchUp(gold, found, (g, p) => 1 - Math.abs(g - p) / 10, 0.8)
      expect(pairs.length + missed.length).toBe(gold.length)
      expect(pairs.length + extra.length).toBe(found.length)
      for (const [g, p] of pairs) expect(Math.abs(g - p)).toBeLessThanOrEqual(2)
      for (const g of missed) for (const p of extra) expect(Math.abs(g - p)).toBeGreaterThan(2)
    }),
  )
})
