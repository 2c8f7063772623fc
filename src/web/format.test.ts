import { expect, test } from 'vitest'
import { formatIn } from './format.ts'

test('days, as each language writes them', () => {
  expect(formatIn('vi').day('2025-05-04')).toBe('04/05/2025')
  expect(formatIn('en').day('2025-05-04')).toBe('04/05/2025')
  expect(formatIn('zh').day('2025-05-04')).toBe('2025/05/04')
  expect(formatIn('vi').longDay('2025-05-04')).toMatch(/^4 tháng 5,? (năm )?2025$/)
  expect(formatIn('zh').longDay('2025-05-04')).toBe('2025年5月4日')
})

test('numbers, as each language writes them', () => {
  expect(['vi', 'en', 'zh'].map(language => formatIn(language as 'vi').number(1234.5))).toEqual([
    '1.234,5',
    '1,234.5',
    '1,234.5',
  ])
})
