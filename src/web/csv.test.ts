import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test('commas, quotes and lines are kept within their cell', () => {
  expect(csvOf([['a,b', 'nói "được"', 'hai\ndòng', 'trơn']])).toBe('"a,b","nói ""được""","hai\ndòng",trơn\r\n')
})

test('what a spreadsheet would run is text', () => {
  expect(csvOf([['=1+1', '@x', '-2']])).toBe("'=1+1,'@x,'-2\r\n")
})
