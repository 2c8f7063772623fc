import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTestReader, report } from './report.ts'

const reader = createTestReader()
const read = (text: string) => reader.read(report(text, { published: '2025-05-15' }))

/** Pieces of the genre, so that random texts get past the first token. */
const WORDS = [
  'Hai bên',
  'nhất trí',
  'đề nghị',
  'mở',
  'cặp cửa khẩu',
  'Trà Lĩnh',
  'Long Bang',
  'ông',
  'Nguyễn Văn A',
  'Bí thư',
  'Tỉnh ủy',
  'Cao Bằng',
  'Quảng Tây',
  'ngày',
  '31/2',
  '14/5/2025',
  'ký',
  'Biên bản',
  ';',
  ',',
  '.',
  ':',
  '(',
  ')',
  '–',
  '\n',
  '“',
  '”',
  '3,3 tỷ',
  'USD',
  'năm',
  'và',
]
const genre = fc.array(fc.constantFrom(...WORDS), { maxLength: 120 }).map(words => words.join(' '))

describe('for any text', () => {
  test.each([
    ['any string', fc.string({ unit: 'binary', maxLength: 300 })],
    ['words of the genre', genre],
  ])('%s: offsets in range, quotes exact, nothing thrown, twice the same', (_, texts) => {
    fc.assert(
      fc.property(texts, text => {
        const reading = read(text)
        for (const { quote } of reading.claims) {
          expect(quote.start).toBeGreaterThanOrEqual(0)
          expect(quote.end).toBeLessThanOrEqual(text.length)
          expect(quote.exact).toBe(text.slice(quote.start, quote.end))
          expect(quote.exact).not.toBe('')
        }
        expect(JSON.stringify(read(text))).toBe(JSON.stringify(reading))
      }),
      { numRuns: 300 },
    )
  })
})
