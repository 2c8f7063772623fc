import { describe, expect, test } from 'vitest'
import { GOLD_LISTS, parseGold, placed } from './gold.ts'

const EMPTY = { doc: 'a', relevant: true, ...Object.fromEntries(GOLD_LISTS.map(list => [list, []])) }

describe('a gold file of another shape is refused, with what is missing', () => {
  test.each([
    ['[1', 'JSON'],
    ['null', 'a gold file is one JSON object'],
    ['{}', 'the field "doc" is missing'],
    ['{"doc": "a"}', 'the field "relevant" is missing'],
    ['{"doc": "a", "relevant": true}', 'the list "meetings" is missing; it may be empty'],
  ])('%s', (json, message) => expect(() => parseGold(json)).toThrow(message))

  test('all lists may be empty', () => expect(parseGold(JSON.stringify(EMPTY))).toEqual(EMPTY))
})

describe('entries are found in the text', () => {
  test('by their words, or a later occurrence of them, or their span', () => {
    const spans = placed([{ at: 'ab' }, { at: 'ab', nth: 2 }, { span: { start: 0, end: 1 } }], 'ab cab').map(
      e => e.span,
    )
    expect(spans).toEqual([
      { start: 0, end: 2 },
      { start: 4, end: 6 },
      { start: 0, end: 1 },
    ])
  })

  test.each([
    [{ at: 'x' }, 'not in the text: "x"'],
    [{ at: 'ab', nth: 3 }, 'not in the text: "ab"'],
    [{}, 'not in the text: ""'],
    [{ span: { start: 0, end: 99 } }, '0-99 is outside the text: was the report changed?'],
  ])('%j', (entry, message) => expect(() => placed([entry], 'ab cab')).toThrow(message))
})
