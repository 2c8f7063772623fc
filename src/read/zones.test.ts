import { describe, expect, test } from 'vitest'
import { claimsOf, createTestReader, report, vietnamesePack } from '../../test/report.ts'
import { Parser } from '../grammar/parse.ts'
import { Tokens } from '../text/tokens.ts'
import { classIdsOf, ReadContext } from './context.ts'
import { layOut } from './zones.ts'

const pack = vietnamesePack()
const parser = new Parser(pack.grammar, new Tokens())

/** The zone of each line of a text that holds any word. */
const zonesOf = (text: string): string[] => {
  const context = new ReadContext(report(text), pack, classIdsOf(pack), parser.parse(text, { prepare: pack.prepare }))
  return layOut(context).lines.map(line => line.zone)
}

const TITLE = 'Cao Bằng và Quảng Tây tăng cường hợp tác'
const BODY = 'Ngày 14/5/2025, hai bên đã hội đàm tại Cao Bằng về mở cửa khẩu.'

describe('the parts of a page', () => {
  test.each([
    ['a title and its body', [TITLE, 'title'], [BODY, 'body']],
    ['a dateline between', [TITLE, 'title'], ['16:50 30/08/2024', 'dateline'], [BODY, 'body']],
    ['a text without a title', [BODY, 'body'], ['Hai bên sẽ họp lại.', 'body']],
    [
      'a caption with a credit',
      [TITLE, 'title'],
      [BODY, 'body'],
      ['Quang cảnh buổi hội đàm. Ảnh: An Bình', 'caption'],
      ['Hai bên chia tay.', 'body'],
    ],
    ['a byline', [TITLE, 'title'], [BODY, 'body'], ['An Bình - Hải Hà', 'byline']],
    ['a source line', [TITLE, 'title'], [BODY, 'body'], ['Nguồn: Báo Cao Bằng', 'source']],
    [
      'a heading',
      [TITLE, 'title'],
      [BODY, 'body'],
      ['Kết quả', 'heading'],
      ['Về thương mại', 'heading'],
      ['Hai bên sẽ họp lại.', 'body'],
    ],
    [
      'items of a list',
      [TITLE, 'title'],
      [BODY, 'body'],
      ['- Mở cặp cửa khẩu', 'body'],
      ['1. Mở cặp cửa khẩu', 'body'],
    ],
    [
      'a caption that repeats the title',
      [TITLE, 'title'],
      [BODY, 'body'],
      [TITLE, 'caption'],
      ['Hai bên chia tay.', 'body'],
    ],
  ] as const)('%s', (_, ...lines) => {
    expect(zonesOf(lines.map(([text]) => text).join('\n\n'))).toEqual(lines.map(([, zone]) => zone))
  })

  test('what follows the page’s furniture behind the report belongs to the page', () => {
    const zones = zonesOf(
      [TITLE, BODY, BODY.replace('14', '15'), 'Tin liên quan', 'Giá vàng hôm nay tăng mạnh ở nhiều nơi'].join('\n'),
    )
    expect(zones.slice(0, 3)).toEqual(['title', 'body', 'body'])
    expect(zones.slice(3)).toEqual(['furniture', 'furniture'])
  })

  test('an empty text has no lines', () => expect(zonesOf('\n \n')).toEqual([]))
})

test('titles and captions that repeat the body do not double the claims', () => {
  const sentence = 'Hai bên nhất trí mở cặp cửa khẩu Trà Lĩnh - Long Bang.'
  const once = `Tin\n\nNgày 14/5/2025, Cao Bằng và Quảng Tây hội đàm.\n\n${sentence}`
  const reader = createTestReader()
  const count = (text: string) => claimsOf(reader.read(report(text)), 'commitment').length
  expect(count(once)).toBe(1)
  expect(count(`${once}\n\n${sentence}`)).toBe(1)
})
