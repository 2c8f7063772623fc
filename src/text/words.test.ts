import { expect, test } from 'vitest'
import { countTerms, wordsOf } from './words.ts'

test('words are folded; a capital that begins no sentence makes a name', () => {
  const words = wordsOf('Đoàn đến Trà Lĩnh. Hòa hợp, 3,5 km!')
  expect(words.filter(({ mark }) => !mark).map(({ word }) => word)).toEqual(
    'đoàn đến trà lĩnh hoà hợp 3 5 km'.split(' '),
  )
  expect(words.filter(({ name }) => name).map(({ word }) => word)).toEqual(['trà', 'lĩnh'])
})

test('pairs do not reach over a mark', () => {
  expect([...countTerms(wordsOf('hội đàm, hội đàm'))]).toEqual([
    ['hội', 2],
    ['đàm', 2],
    ['hội đàm', 2],
  ])
})
