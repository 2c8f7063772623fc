import { describe, expect, test } from 'vitest'
import { parseWordsFile } from './words-file.ts'

const parse = (text: string) => parseWordsFile({ name: 'x.tsv', text })

test('a line is a phrase, its class and its value', () => {
  const [small, proper, strong, silent] = parse(
    '# a comment\n\nnhất trí\tSAY\tagreed\nTP.\tKIND\tcity\n!năm\tNUMWORD\t5\nyêu cầu\t-\n',
  )
  expect(small).toEqual({ phrase: 'nhất trí', cls: 'SAY', value: 'agreed', proper: false, strong: false })
  expect(proper).toMatchObject({ phrase: 'TP.', proper: true })
  expect(strong).toMatchObject({ phrase: 'năm', strong: true, value: '5' })
  expect(silent).toMatchObject({ cls: 'SILENT', value: '' })
})

describe('a line of another form is refused, with file and line', () => {
  test.each([
    ['# head\nnhất trí SAY agreed', 'x.tsv:2: a line is "phrase TAB CLASS TAB value"; found: nhất trí SAY agreed'],
    ['nhất trí\tsay', 'x.tsv:1'],
    ['\tSAY', 'x.tsv:1'],
  ])('%j', (text, message) => expect(() => parse(text)).toThrow(message))
})
