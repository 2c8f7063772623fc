import { expect, test } from 'vitest'
import { calendarOf } from './calendar.ts'
import { csvLine } from './csv.ts'

test('a line of CSV: quotation marks where a value needs them', () => {
  expect(csvLine(['a', 'b, c', 'said "yes"', null, ['x', 'y'], 3, 'two\nlines'])).toBe(
    'a,"b, c","said ""yes""",,x; y,3,"two\nlines"\r\n',
  )
})

test('iCalendar: the day behind the last, escaped texts, folded lines', () => {
  const event = {
    id: 'meeting-1',
    start: '2025-02-28',
    end: '2025-02-28',
    summary: `Hội đàm; ${'Cao Bằng, '.repeat(12)}`,
    location: 'Nam Ninh',
    description: 'a\nb',
  }
  const text = calendarOf([event], new Date('2026-01-02T03:04:05.678Z'))
  expect(text).toContain('DTSTAMP:20260102T030405Z\r\nDTSTART;VALUE=DATE:20250228\r\nDTEND;VALUE=DATE:20250301\r\n')
  expect(text).toContain('DESCRIPTION:a\\nb\r\n')
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n ', '')).toContain('SUMMARY:Hội đàm\\; Cao Bằng\\, Cao Bằng\\, ')
})
