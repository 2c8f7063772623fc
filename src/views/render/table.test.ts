import { expect, test } from 'vitest'
import { WORDINGS } from '../wording.ts'
import type { Summary } from '../summary.ts'
import { columns, pageWidth, plainStyle, renderSummary } from './table.ts'

const SUMMARY: Summary = {
  title: 'Cao Bằng và Quảng Tây thúc đẩy hợp tác cửa khẩu, giao thông và du lịch trong giai đoạn mới',
  source: 'a.txt · 2025-05-15',
  note: null,
  sections: [
    {
      title: 'Đã thống nhất',
      count: 3,
      rows: [{ what: 'Cao Bằng + Quảng Tây', quote: 'mở cặp cửa khẩu Trà Lĩnh - Long Bang, sớm đưa vào vận hành thử' }],
    },
  ],
}

test.each([60, 80, 116])('no line is wider than the page (%i columns), and none ends in spaces', width => {
  const lines = renderSummary(SUMMARY, WORDINGS.vi, plainStyle, width).split('\n')
  for (const line of lines) {
    expect([...line].length).toBeLessThanOrEqual(width)
    expect(line).toBe(line.trimEnd())
  }
})

test('a section counts what it has, and what it does not show', () => {
  const text = renderSummary(SUMMARY, WORDINGS.vi, plainStyle, 100)
  expect(text).toContain('Đã thống nhất (3)')
  expect(text).toContain('… và 2 mục nữa')
  expect(text).toMatch(/^ {2}Cao Bằng \+ Quảng Tây +“mở cặp/m)
})

test('Chinese letters take two columns', () => {
  expect(columns([['广西', 'x y']], [6, 3])).toBe('广西   x y')
})

test('a page is 60 to 116 columns wide', () =>
  expect([20, 80, 300, undefined].map(pageWidth)).toEqual([60, 80, 116, 100]))
