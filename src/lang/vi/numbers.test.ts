import fc from 'fast-check'
import { expect, test } from 'vitest'
import { vietnamesePack } from '../../../test/report.ts'
import { Parser } from '../../grammar/parse.ts'
import { Tokens } from '../../text/tokens.ts'

const { grammar, prepare } = vietnamesePack()
const parser = new Parser(grammar, new Tokens())
const CLASSES = new Set(['NUMBER', 'SPELLED'].map(name => grammar.lexicon.classes.id(name)))

/** The numbers of a text with their words. */
function numbersIn(text: string): [string, number][] {
  const { lattice, tokens } = parser.parse(text, { prepare })
  return Array.from({ length: lattice.edges }, (_, edge) => edge)
    .filter(edge => CLASSES.has(lattice.classId[edge]))
    .map(edge => [
      text.slice(tokens.start[lattice.start[edge]], tokens.end[lattice.end[edge] - 1]),
      lattice.value(edge),
    ])
}

test.each([
  ['14.000 xe', '14.000', 14_000],
  ['1.234.567 tấn', '1.234.567', 1_234_567],
  ['3,3 tỷ USD', '3,3 tỷ', 3_300_000_000],
  ['94.4 ha', '94.4', 94.4],
  ['4,200 người', '4,200', 4200],
  ['12,345%', '12,345', 12.345],
  ['1,234,567 USD', '1,234,567', 1_234_567],
  ['5,125 triệu', '5,125 triệu', 5_125_000],
  ['14.000 tỷ đồng', '14.000 tỷ', 14e12],
  ['1 triệu rưỡi', '1 triệu rưỡi', 1_500_000],
  ['0,85 km', '0,85', 0.85],
  ['hai mươi lăm', 'hai mươi lăm', 25],
  ['mười hai', 'mười hai', 12],
  ['mười một', 'mười một', 11],
  ['một trăm mười hai', 'một trăm mười hai', 112],
  ['hai trăm sáu mươi', 'hai trăm sáu mươi', 260],
  ['hai trăm', 'hai trăm', 200],
  ['ba triệu', 'ba triệu', 3_000_000],
])('%s', (text, words, value) => expect(numbersIn(text)[0]).toEqual([words, value]))

test('what stands apart is two numbers', () => {
  expect(numbersIn('3, 5 và 7').map(([, value]) => value)).toEqual([3, 5, 7])
  expect(numbersIn('20. 5 xe').map(([, value]) => value)).toEqual([20, 5])
})

test('any whole number is read as it is grouped in Vietnamese', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), number => {
      const written = number.toLocaleString('de-DE')
      expect(numbersIn(`${written} xe`)).toEqual([[written, number]])
    }),
  )
})
