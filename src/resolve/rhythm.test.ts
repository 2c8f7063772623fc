import { expect, test } from 'vitest'
import { nextExpected } from './rhythm.ts'

test('a series that meets each spring is expected next spring', () => {
  expect(nextExpected(['2023-03-01', '2024-03-05', '2025-03-02'])).toBe('2026-03-03')
})

test('one long interruption does not count, two days tell nothing', () => {
  expect(nextExpected(['2010-05-01', '2019-05-01', '2020-05-01', '2021-05-01'])).toBe('2022-05-02')
  expect(nextExpected(['2024-03-05', '2025-03-02'])).toBeNull()
  expect(nextExpected([])).toBeNull()
})

test('the order of days and days told twice do not matter', () => {
  expect(nextExpected(['2025-03-02', '2023-03-01', '2024-03-05', '2024-03-05'])).toBe('2026-03-03')
})
