import { expect, test } from 'vitest'
import { rungOf, STAGES } from './stage.ts'

test('the ladder goes up from wished to done; stalled is no rung', () => {
  expect(STAGES.map(rungOf)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, -1])
})
