import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { Tokens } from '../text/tokens.ts'
import { compileGrammar } from './grammar.ts'
import { WINDOW } from './matcher.ts'
import { Parser } from './parse.ts'

const WORDS: readonly (readonly [string, string, string])[] = [
  ['north gate', 'GATE', 'north'],
  ['south gate', 'GATE', 'south'],
  ['south gate road', 'GATE', 'road'],
  ['river', 'WATER', ''],
  ['x', 'X', ''],
]

/** What rules find in a text, as `rule: words`, in the order of the tiers. */
function matches(rules: string, text: string, tiers = ['one', 'two']): string[] {
  const parse = parserOf(rules, tiers).parse(text)
  return parse.nodes.flat().map(({ rule, start, end, captures }) => {
    const words = (from: number, to: number): string => text.slice(parse.tokens.start[from], parse.tokens.end[to - 1])
    const slots = captures.map(c => ` ${c.role}=${words(c.start, c.end)}`)
    return `${rule.name}: ${words(start, end)}${slots.join('')}`
  })
}

function parserOf(rules: string, tiers = ['one', 'two']): Parser {
  const text = rules.startsWith('tier') ? rules : `tier one\n${rules}`
  const words = WORDS.map(([phrase, cls, value]) => ({ phrase, cls, value, proper: false, strong: false }))
  return new Parser(compileGrammar({ words, ruleFiles: [{ name: 'x.rules', text }], tiers }), new Tokens())
}

describe('what each sign matches', () => {
  test.each([
    ['a class', 'r GATE => N', 'the north gate', ['r: north gate']],
    ['a class with a value', 'r GATE=south/road => N', 'north gate, south gate', ['r: south gate']],
    ['a class takes the longest first', 'r GATE => N', 'south gate road', ['r: south gate road']],
    ['and a shorter one where the rest asks for it', 'r GATE road => N', 'south gate road', ['r: south gate road']],
    ['words, in any case', 'r on the river => N', 'On the River', ['r: On the River']],
    ['marks are folded', 'r a "-" b => N', 'a – b', ['r: a – b']],
    ['alternatives', 'r a (b | c) => N', 'a c a d', ['r: a c']],
    ['the first alternative that fits', 'r (a:first | a b:second) => N', 'a b', ['r: a first=a']],
    ['optional', 'r a b? c => N', 'a c, a b c', ['r: a c', 'r: a b c']],
    ['repeated: as many as fit', 'r a{2,3} => N', 'a, a a, a a a', ['r: a a', 'r: a a a']],
    ['repeated, and given back', 'r a{1,3} a b => N', 'a a b', ['r: a a b']],
    ['not behind', 'r a !b => N', 'a b a c', ['r: a']],
    ['behind, nothing taken', 'r a &b => N', 'a b', ['r: a']],
    ['a look at more than a word', 'r a !(b c) => N', 'a b c a b d', ['r: a']],
    ['nothing stands behind the end', 'r a !b => N', 'a', ['r: a']],
    ['no space before', 'r a ~"." ~b => N', 'a.b a. b', ['r: a.b']],
    ['a number in a range', 'r @num[1-12] => N', '0 12 13 007', ['r: 12', 'r: 007']],
    ['capital', 'r @cap{1,4} => N', 'x Aa BB C d', ['r: Aa BB C']],
    ['all capitals', 'r @upper => N', 'Aa BB C', ['r: BB']],
    ['a capital, not all', 'r @title => N', 'Aa BB', ['r: Aa']],
    ['small', 'r @low => N', 'Aa b 3', ['r: b']],
    ['an initial', 'r @initial => N', 'Aa B', ['r: B']],
    ['the start of a line', 'r @linestart => N', 'a b\nc', ['r: a', 'r: c']],
    ['anything', 'r x @any{2,2} => N', 'x 1 , z', ['r: x 1 ,']],
    ['no match goes over a line', 'r a b => N', 'a\nb', []],
    [
      'slots of one class, of a group, twice',
      'r (a b):x (GATE:g | c){1,3} => N',
      'a b north gate c south gate',
      ['r: a b north gate c south gate x=a b g=north gate g=south gate'],
    ],
    ['what a failed alternative took is forgotten', 'r (a:x b | a:y c) => N', 'a c', ['r: a c y=a']],
    ['macros', 'tier one\n$m = (b | c)\nr a $m => N', 'a c', ['r: a c']],
  ])('%s', (_, rules, text, expected) => expect(matches(rules, text)).toEqual(expected))

  test('later tiers build on what earlier ones made, by its class and kind', () => {
    const rules =
      'tier one\npair GATE "-" GATE => PAIR(kind=known)\ntier two\nover PAIR=known WATER => OVER\nnone PAIR=other => OVER'
    expect(matches(rules, 'north gate - south gate river')).toEqual([
      'pair: north gate - south gate',
      'over: north gate - south gate river',
    ])
  })
})

test('a match takes no more than the window', () => {
  const rule = 'r x a{40,40} a{40,40} a{40,40} a{1,40} z => N'
  expect(matches(rule, `x ${'a '.repeat(WINDOW - 2)}z`)).toHaveLength(1)
  expect(matches(rule, `x ${'a '.repeat(WINDOW - 1)}z`)).toHaveLength(0)
})

describe('what cannot be compiled is said, with file and rule', () => {
  test.each([
    ['r @odd => N', 'x.rules: rule r: no kind of token @odd; there are: any, word, cap'],
    ['r a? => N', 'x.rules: rule r: a pattern must begin with something that takes a token'],
    ['r a => N\nr b => N', 'two rules are called "r"'],
    ['tier three\nr a => N', 'x.rules: no tier "three"; there are: one, two'],
  ])('%s', (rules, message) => expect(() => parserOf(rules)).toThrow(message))
})

test('a pattern that would run away under backtracking asks for each instruction and token at most once', () => {
  const parser = parserOf('r (X{0,4} | X X{0,4}){1,5} (X{1,4}){1,4} z => N')
  const { lattice } = parser.parse('')
  const asked = vi.spyOn(lattice, 'firstEdge')
  const workOn = (length: number): number => {
    asked.mockClear()
    parser.parse('x '.repeat(length))
    return asked.mock.calls.length
  }
  const [once, twice] = [workOn(200), workOn(400)]
  expect(once).toBeGreaterThan(200)
  expect(once / 200).toBeLessThan(100 * WINDOW)
  expect(twice).toBeLessThan(2.5 * once)
})

test('for any text, the matcher agrees with a regular expression', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
  const parser = parserOf('r a (b | a b){0,3} c? !d => N')
  fc.assert(
    fc.property(letters, list => {
      const text = list.join(' ')
      const parse = parser.parse(text)
      const starts = parse.nodes.flat().map(node => node.start)
      const expected: number[] = []
      for (let at = 0; at < list.length; at++) {
        const match = /^a(?:b|ab){0,3}c?(?!d)/.exec(list.slice(at).join(''))
        if (!match) continue
        expected.push(at)
        expect(starts).toContain(at)
        expect(parse.nodes.flat().find(node => node.start === at)?.end).toBe(at + match[0].length)
        at += match[0].length - 1
      }
      expect(starts).toEqual(expected)
    }),
  )
})
