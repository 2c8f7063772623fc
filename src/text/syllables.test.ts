import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIRST_SYLLABLE, Syllables, UNKNOWN } from './syllables.ts'
import { canonicalSpelling, spellings } from './spelling.ts'
import { Tokens, tokenize } from './tokens.ts'

const lookUp = (syllables: Syllables, word: string): number => {
  const tokens = new Tokens()
  tokenize(word, syllables, tokens)
  return tokens.sid[0]
}

test('ids count from behind the punctuation marks, one for a word under all its spellings', () => {
  const syllables = new Syllables()
  expect(syllables.add('thủy')).toBe(FIRST_SYLLABLE)
  expect(syllables.add('Thuỷ')).toBe(FIRST_SYLLABLE)
  expect(syllables.add('thúy')).toBe(FIRST_SYLLABLE + 1)
  expect(syllables.forms[FIRST_SYLLABLE]).toBe('thủy')
})

test('any set of words keeps its ids apart, however large it grows', () => {
  const letters = fc.constantFrom(...'abcdeghiklmnopqrstuvxyàáảãạăâđêôơưừềộ')
  const words = fc.uniqueArray(fc.string({ unit: letters, minLength: 1, maxLength: 12 }), {
    minLength: 1,
    maxLength: 60,
    selector: canonicalSpelling,
  })
  fc.assert(
    fc.property(words, list => {
      const syllables = new Syllables()
      const ids = list.map(word => syllables.add(word))
      expect(new Set(ids).size).toBe(list.length)
      expect(list.map(word => lookUp(syllables, word))).toEqual(ids)
    }),
  )
})

test('tables grow: twenty thousand words are found again', () => {
  const syllables = new Syllables()
  const word = (i: number): string =>
    `${'abcdefghij'[i % 10]}${i.toString(36).replace(/\d/g, d => 'klmnopqrst'[Number(d)])}`
  const ids = Array.from({ length: 20_000 }, (_, i) => syllables.add(word(i)))
  expect(ids.every((id, i) => lookUp(syllables, word(i)) === id)).toBe(true)
  expect(lookUp(syllables, 'đườngxa')).toBe(UNKNOWN)
})

test('spellings: the tone moves in oa, oe and uy, never behind q; i and y change in open syllables', () => {
  expect(spellings('hóa')).toEqual(['hóa', 'hoá'])
  expect(spellings('lý')).toEqual(['lý', 'lí'])
  expect(spellings('quý')).toContain('quí')
  expect(spellings('quá')).toEqual(['quá'])
  expect(spellings('toán')).toEqual(['toán'])
  expect(spellings('hai')).toEqual(['hai'])
})
