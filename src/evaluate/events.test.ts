import { expect, test } from 'vitest'
import { scoreEvents } from './events.ts'

test('what is put together rightly scores 1', () => {
  const { precision, recall, f1, groups } = scoreEvents(['a', 'a', 'b'], ['x', 'x', 'y'])
  expect([precision, recall, f1, groups]).toEqual([1, 1, 1, 2])
})

test('precision falls with what is merged, recall with what is split', () => {
  const merged = scoreEvents(['a', 'a', 'b', 'b'], ['x', 'x', 'x', 'x'])
  expect([merged.precision, merged.recall]).toEqual([0.5, 1])
  expect(merged.falseMerges).toHaveLength(4)
  const split = scoreEvents(['a', 'a', 'b', 'b'], ['1', '2', '3', '3'])
  expect([split.precision, split.recall]).toEqual([1, 0.75])
  expect(split.missedMerges).toEqual([[0, 1]])
})
