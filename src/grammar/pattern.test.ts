import { describe, expect, test } from 'vitest'
import { parsePattern, type Pattern } from './pattern.ts'

const parse = (source: string, macros: Record<string, Pattern> = {}): Pattern =>
  parsePattern(source, new Map(Object.entries(macros)))

const a: Pattern = { kind: 'word', text: 'a' }
const b: Pattern = { kind: 'word', text: 'b' }

describe('the notation', () => {
  test.each<[string, Pattern]>([
    ['PLACE', { kind: 'class', name: 'PLACE', value: null }],
    ['KIND=city/port', { kind: 'class', name: 'KIND', value: 'city/port' }],
    ['a', a],
    ["'a'", a],
    ['"-"', { kind: 'word', text: '-' }],
    ['@cap', { kind: 'shape', name: 'cap', low: 0, high: Number.MAX_SAFE_INTEGER }],
    ['@num[1-12]', { kind: 'shape', name: 'num', low: 1, high: 12 }],
    ['a b', { kind: 'sequence', items: [a, b] }],
    ['(a | b)', { kind: 'choice', items: [a, b] }],
    ['a?', { kind: 'repeat', item: a, least: 0, most: 1 }],
    ['a{2,4}', { kind: 'repeat', item: a, least: 2, most: 4 }],
    ['!a', { kind: 'look', item: a, wanted: false }],
    ['&a', { kind: 'look', item: a, wanted: true }],
    ['~a', { kind: 'tight', item: a }],
    ['a:role', { kind: 'slot', item: a, role: 'role' }],
    ['$x', b],
  ])('%s', (source, pattern) => expect(parse(source, { x: b })).toEqual(pattern))

  test('a suffix belongs to what stands right before it, a prefix to what stands right behind', () => {
    expect(parse('!a b?')).toEqual({
      kind: 'sequence',
      items: [
        { kind: 'look', item: a, wanted: false },
        { kind: 'repeat', item: b, least: 0, most: 1 },
      ],
    })
  })
})

describe('what is wrong is said', () => {
  test.each([
    ['', 'empty'],
    ['a |', 'empty'],
    ['(a', 'a "(" is not closed'],
    ['a )', 'unexpected ")"'],
    ['?', 'unexpected "?"'],
    ['$none', 'no macro $none: define it above'],
    ['a{0,41}', 'a repetition must lie within {0,40}: {0,41}'],
    ['a{3,2}', '{3,2}'],
    ['a{0,0}', '{0,0}'],
    ['a %', 'cannot read "%" in pattern: a %'],
    ['"', 'cannot read'],
  ])('%s', (source, message) => expect(() => parse(source)).toThrow(message))
})
