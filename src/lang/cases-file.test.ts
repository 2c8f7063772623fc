import { describe, expect, test } from 'vitest'
import { parseCasesFile } from './cases-file.ts'

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
