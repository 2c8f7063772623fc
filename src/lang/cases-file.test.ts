import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseLine, parseCasesFile } from './cases-file.ts'

const parse = (text: string) => parseCasesFile({ name: 'x.cases.txt', text })

test('marks are taken out of the text, and noted with their words', () => {
  const [one] = parse(
    '# comment\n+ [2025-05-15] Họ {commitment stage=agreed by=Cao_Bằng+A|mở {gate ref=null|cửa}}.\\nHết.',
  )
  expect(one).toMatchObject({
    file: 'x.cases.txt',
    line: 2,
    published: '2025-05-15',
    text: 'Họ mở cửa.\nHết.',
    forbidden: [],
  })
  expect(one.expected).toEqual([
    { type: 'gate', values: { ref: 'null' }, span: { start: 6, end: 9 } },
    { type: 'commitment', values: { stage: 'agreed', by: 'Cao Bằng+A' }, span: { start: 3, end: 9 } },
  ])
})

test('a negative case names what must not be claimed', () => {
  expect(parse('- Không có gì. :: gate link')[0]).toMatchObject({
    text: 'Không có gì.',
    forbidden: ['gate', 'link'],
    published: null,
  })
})

describe('what is wrong is said, with file and line', () => {
  test.each([
    ['\n* x', 'x.cases.txt:2: a case begins with "+ " or "- "; found: * x'],
    ['- x', 'a negative case ends with ":: type type ..."'],
    ['+ {date x', 'the "|" is missing'],
    ['+ {date |x', 'a "{" has no "}" behind it'],
    ['+ x}', 'a "}" has no "{" before it'],
  ])('%j', (text, message) => expect(() => parse(text)).toThrow(message))
})

test('a case that is written is read as what it was', () => {
  const text = fc.string({ unit: fc.constantFrom('Trà Lĩnh', ' ', 'ế', '\n', '|', '.', '+') })
  fc.assert(
    fc.property(fc.tuple(text, text, text), fc.boolean(), ([before, words, after], forbidden) => {
      const whole = `a${before}b${words}c${after}d`
      const span = { start: before.length + 1, end: before.length + 2 + words.length }
      const facts = {
        text: whole,
        published: '2025-05-15',
        type: 'commitment',
        values: { by: ['Cao Bằng', 'Quảng Tây'] },
      }
      const [one] = parseCasesFile({ name: 'x', text: caseLine({ ...facts, span, forbidden }) })
      expect(one.text).toBe(whole)
      expect(one.published).toBe('2025-05-15')
      const expected = { type: 'commitment', values: { by: 'Cao Bằng+Quảng Tây' }, span }
      expect(forbidden ? one.forbidden : one.expected).toEqual(forbidden ? ['commitment'] : [expected])
    }),
  )
})
