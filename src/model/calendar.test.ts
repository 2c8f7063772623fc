import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayExists, dayNumber, daysInMonth, isIsoDay, isoDay, partsOf } from './calendar.ts'

test('months have their days, February every fourth year but most hundredths', () => {
  expect([2023, 2024, 1900, 2000, 2400].map(year => daysInMonth(year, 2))).toEqual([28, 29, 28, 29, 29])
  expect(dayExists(2025, 2, 31)).toBe(false)
  expect(dayExists(2025, 13, 1)).toBe(false)
  expect(dayExists(2025, 4, 0)).toBe(false)
  expect(dayExists(2024, 2, 29)).toBe(true)
})

test('a day is four, two and two digits, and must exist', () => {
  expect(['2025-05-15', '2025-02-31', '2025-5-15', '15/5/2025', '', '2025-05-15T00:00'].map(isIsoDay)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ])
  expect(isoDay(825, 1, 2)).toBe('0825-01-02')
  expect(partsOf('2025-05-15')).toEqual({ year: 2025, month: 5, day: 15 })
})

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map(d => d.toISOString().slice(0, 10))
const DAY = 24 * 60 * 60 * 1000

test('for any day and step, counting agrees with the calendar of the platform', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, step) => {
      const expected = new Date(Date.parse(day) + step * DAY).toISOString().slice(0, 10)
      expect(addDays(day, step)).toBe(expected)
      expect(dayNumber(expected) - dayNumber(day)).toBe(step)
    }),
  )
})
