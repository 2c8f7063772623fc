import { expect, test } from 'vitest'
import { findWords } from './find.ts'

test('words are found without marks, at their place in the text', () => {
  const text = 'Tuyến Đường sắt – Lào Cai'
  expect(findWords(text, ['duong', 'sat'])).toEqual({ start: 6, end: 15 })
  expect(findWords(text, ['sat', 'lao', 'cai'])).toEqual({ start: 12, end: 25 })
  expect(findWords(text, ['at'])).toBeNull()
  expect(findWords(text, [])).toBeNull()
})
