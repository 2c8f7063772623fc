import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countTerms, termsOf, wordEnd, wordsOf } from './words.ts'

test('words are folded; a capital that begins no sentence makes a name', () => {
  const words = wordsOf('Đoàn đến Trà Lĩnh. Hòa hợp, 3,5 km!')
  expect(words.filter(({ mark }) => !mark).map(({ word }) => word)).toEqual(
    'đoàn đến trà lĩnh hoà hợp 3 5 km'.split(' '),
  )
  expect(words.filter(({ name }) => name).map(({ word }) => word)).toEqual(['trà', 'lĩnh'])
})

test('pairs do not reach over a mark', () => {
  expect([...countTerms(termsOf(wordsOf('hội đàm, hội đàm')))]).toEqual([
    ['hội', 2],
    ['đàm', 2],
    ['hội đàm', 2],
  ])
})

test('words are runs of letters and digits of any script', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, nat) => {
      const at = text.length === 0 ? 0 : nat % text.length
      if (/^[\udc00-\udfff]/.test(text.slice(at))) return
      expect(wordEnd(text, at)).toBe(at + (/^[\p{L}\p{N}]*/u.exec(text.slice(at))?.[0].length ?? 0))
    }),
  )
})
