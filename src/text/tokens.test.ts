import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Syllables, UNKNOWN } from './syllables.ts'
import { CAPITAL, INITIAL, LINE_START, NUMBER, PUNCT, SPACED, Tokens, tokenize, UPPER, WORD } from './tokens.ts'

const syllables = new Syllables()
for (const word of ['ủy', 'ban', 'hòa', 'kỹ', 'tỷ', 'trà', 'đức', 'nghiêng', 'xuyêngquốcgia', '广']) syllables.add(word)

const tokensOf = (text: string): Tokens => {
  const tokens = new Tokens()
  tokenize(text, syllables, tokens)
  return tokens
}
const wordsOf = (text: string): string[] => {
  const tokens = tokensOf(text)
  return Array.from({ length: tokens.count }, (_, i) => text.slice(tokens.start[i], tokens.end[i]))
}
const idOf = (word: string): number => tokensOf(word).sid[0]
const shapesOf = (text: string): number[] => {
  const tokens = tokensOf(text)
  return [...tokens.shape.subarray(0, tokens.count)]
}

test('words, runs of digits and single marks', () => {
  expect(wordsOf('TP.HCM, ngày 14/5/2025: 3,3 tỷ USD…')).toEqual([
    'TP',
    '.',
    'HCM',
    ',',
    'ngày',
    '14',
    '/',
    '5',
    '/',
    '2025',
    ':',
    '3',
    ',',
    '3',
    'tỷ',
    'USD',
    '…',
  ])
  expect(wordsOf('广西壮族')).toEqual(['广', '西', '壮', '族'])
  expect(wordsOf('a😀b')).toEqual(['a', '😀', 'b'])
  expect(wordsOf(' \n\t\u200b ')).toEqual([])
})

describe('spellings of one word have one id', () => {
  test.each([
    ['capitals', 'ỦY', 'ủy'],
    ['the tone of uy', 'uỷ', 'ủy'],
    ['the tone of oa', 'hoà', 'hòa'],
    ['i and y', 'kĩ', 'kỹ'],
    ['combining marks', 'trà'.normalize('NFD'), 'trà'],
    ['a zero-width space inside', 'ba\u200bn', 'ban'],
    ['Eth', 'Ðức', 'đức'],
    ['eight letters and more', 'XUYÊNGQUỐCGIA'.normalize('NFD'), 'xuyêngquốcgia'],
  ])('%s', (_, one, other) => {
    expect(idOf(one)).not.toBe(UNKNOWN)
    expect(idOf(one)).toBe(idOf(other))
  })
})

test('a word that no pack has is unknown, however it looks', () => {
  expect(idOf('tra')).toBe(UNKNOWN)
  expect(idOf('x'.repeat(200))).toBe(UNKNOWN)
  expect(idOf('Москва')).toBe(UNKNOWN)
})

test('dashes and quotes have the id of their folded mark', () => {
  expect(idOf('–')).toBe('-'.charCodeAt(0))
  expect(idOf('“')).toBe('"'.charCodeAt(0))
})

test('shapes tell capitals, initials, spaces and lines', () => {
  expect(shapesOf('Ban UBND H. bản')).toEqual([
    WORD | CAPITAL | SPACED | LINE_START,
    WORD | CAPITAL | UPPER | SPACED,
    WORD | CAPITAL | INITIAL | SPACED,
    PUNCT,
    WORD | SPACED,
  ])
  expect(shapesOf('5\n6')).toEqual([NUMBER | SPACED | LINE_START, NUMBER | SPACED | LINE_START])
})

test('digits have their value; long runs have none', () => {
  expect([...tokensOf('2025 007 1234567890').digits.subarray(0, 3)]).toEqual([2025, 7, -1])
})

/** White space, and what stands inside a word without being seen. */
const INVISIBLE = /^(?:[\s\u0085\u00ad\u200b-\u200f\u2060\ufeff]|\ufe0f)*$/

describe('for any text', () => {
  test('tokens stand in order, hold no white space, and leave out nothing but what is invisible', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        const { count, start, end } = tokensOf(text)
        let at = 0
        for (let i = 0; i < count; i++) {
          expect(start[i]).toBeGreaterThanOrEqual(at)
          expect(end[i]).toBeGreaterThan(start[i])
          expect(text.slice(start[i], end[i])).not.toMatch(/[ \n\t\u00a0]/)
          expect(text.slice(at, start[i])).toMatch(INVISIBLE)
          at = end[i]
        }
        expect(text.slice(at)).toMatch(INVISIBLE)
      }),
    )
  })
})
