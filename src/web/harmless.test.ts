import { expect, test } from 'vitest'
import { harmless } from './harmless.ts'

test('what turns the direction of writing is one harmless sign', () => {
  expect(harmless('a\u202ebc\u2066')).toBe('a\ufffdbc\ufffd')
})
