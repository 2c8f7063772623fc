import { describe, expect, test } from 'vitest'
import { boxesOf } from '../../text/source-map.ts'
import { textOfPages } from './page-text.ts'
import type { Page, PageItem } from './page.ts'

/** An item of letters that are half as wide as they are high. */
const at = (x: number, y: number, text: string, size = 12): PageItem => ({ text, x, y, width: text.length * 6, size })
const page = (number: number, ...items: PageItem[]): Page => ({ number, width: 600, height: 800, items })
const linesOf = (...pages: Page[]): string[] => textOfPages(pages).text.split('\n')
const LONG = 'x'.repeat(60)

describe('paragraphs', () => {
  test('a line that ends because the page does goes on; one that ends before is the last', () => {
    const lines = linesOf(page(1, at(50, 600, `${LONG} mot`), at(50, 586, 'hai ba.'), at(50, 572, 'Bon')))
    expect(lines).toEqual([`${LONG} mot hai ba.`, 'Bon'])
  })

  test('items, wider steps and indents begin anew', () => {
    const lines = linesOf(
      page(1, at(50, 600, `1. ${LONG}`), at(50, 586, `2. ${LONG}`), at(50, 550, LONG), at(80, 536, `${LONG}x`)),
    )
    expect(lines).toEqual([`1. ${LONG}`, `2. ${LONG}`, LONG, `${LONG}x`])
  })

  test('a dash between two names is no bullet', () => {
    const lines = linesOf(page(1, at(50, 600, `${LONG} Tra Linh`), at(50, 586, '- Long Bang.'), at(50, 572, '- Muc')))
    expect(lines).toEqual([`${LONG} Tra Linh - Long Bang.`, '- Muc'])
  })

  test('words that were broken are whole again, words with a hyphen keep it', () => {
    const lines = linesOf(page(1, at(50, 600, `${LONG} hop-`), at(50, 586, 'tac Viet-'), at(50, 572, 'x')))
    expect(lines[0]).toBe(`${LONG} hoptac Viet-`)
  })

  test('go on over the foot and the head of pages', () => {
    const head = (number: number): PageItem[] => [at(50, 780, 'UBND tinh'), at(290, 20, `- ${number} -`)]
    const lines = linesOf(
      page(1, ...head(1), at(50, 600, LONG)),
      page(2, ...head(2), at(50, 700, 'het cau.'), at(50, 686, 'Moi')),
    )
    expect(lines).toEqual([`${LONG} het cau.`, 'Moi'])
  })
})

describe('columns and tables', () => {
  test('columns of text are read one after the other', () => {
    const column = (x: number, name: string): PageItem[] =>
      Array.from({ length: 5 }, (_, i) => at(x, 600 - i * 14, `${name}${i} ${'y'.repeat(35)}`))
    const [left, right] = linesOf(page(1, ...column(50, 'a'), ...column(320, 'b')))
    expect(left).toMatch(/^a0 .*a4/)
    expect(right).toMatch(/^b0 .*b4/)
  })

  test('rows of a table are lines, with cells of several lines at any height', () => {
    const lines = linesOf(
      page(
        1,
        at(50, 600, 'TT'),
        at(90, 600, 'Viec'),
        at(400, 600, 'Co quan'),
        at(50, 560, '1'),
        at(90, 567, 'Mo cua khau Tra Linh va'),
        at(90, 553, 'Long Bang'),
        at(400, 560, 'So A'),
        at(50, 520, '2'),
        at(90, 520, 'Ky'),
        at(400, 527, 'So B,'),
        at(400, 513, 'So C'),
      ),
    )
    expect(lines).toEqual([
      'TT | Viec | Co quan',
      '1 | Mo cua khau Tra Linh va Long Bang | So A',
      '2 | Ky | So B, So C',
    ])
  })

  test('the head of a letter gives its lines, left before right', () => {
    const lines = linesOf(
      page(
        1,
        at(60, 600, 'UY BAN NHAN DAN'),
        at(300, 600, 'CONG HOA XA HOI CHU NGHIA'),
        at(75, 586, 'TINH CAO BANG'),
        at(330, 586, 'Doc lap - Tu do'),
      ),
    )
    expect(lines).toEqual(['UY BAN NHAN DAN', 'TINH CAO BANG', 'CONG HOA XA HOI CHU NGHIA', 'Doc lap - Tu do'])
  })
})

test('a quote leads back to its box', () => {
  const { text, sourceMap } = textOfPages([page(3, at(50, 600, 'Hai ben nhat tri'))])
  const start = text.indexOf('nhat')
  expect(boxesOf(sourceMap, { start, end: start + 4 })).toEqual([{ page: 3, box: [98, 597.4, 122, 609.4] }])
})
