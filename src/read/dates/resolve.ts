import { addDays, dayExists, daysInMonth, isoDay, partsOf, weekday } from '../../model/calendar.ts'
import type { Part, WrittenDate } from './written.ts'

/** ISO days, both null where the expression cannot be put on a calendar. */
export interface Period {
  readonly start: string | null
  readonly end: string | null
}

export const UNKNOWN_PERIOD: Period = { start: null, end: null }

const period = (start: string, end: string): Period => ({ start, end })

const months = (year: number, from: number, to: number): Period =>
  period(isoDay(year, from, 1), isoDay(year, to, daysInMonth(year, to)))

/** Days of a month, months of a year: thirds of a month; of a year the first and last quarter, and its middle. */
const MONTH_PARTS: Readonly<Record<Part, readonly [number, number]>> = {
  early: [1, 10],
  middle: [11, 20],
  late: [21, 31],
}
const YEAR_PARTS: Readonly<Record<Part, readonly [number, number]>> = { early: [1, 3], middle: [5, 8], late: [10, 12] }

function monthPeriod(year: number, month: number, part: Part | null): Period {
  if (!part) return months(year, month, month)
  const [from, to] = MONTH_PARTS[part]
  return period(isoDay(year, month, from), isoDay(year, month, Math.min(to, daysInMonth(year, month))))
}

function yearPeriod(year: number, part: Part | null): Period {
  const [from, to] = part ? YEAR_PARTS[part] : [1, 12]
  return months(year, from, to)
}

/**
 * The days of a written date in a given year: of the date itself, or of its end where it has two. Returns null where such a
 * day does not exist (31/2), and UNKNOWN_PERIOD for what cannot be told from a year alone.
 */
export function periodIn(date: WrittenDate, year: number): Period | null {
  switch (date.kind) {
    case 'day':
      return dayIn(date, year)
    case 'days':
      return daysIn(date, year)
    case 'month':
      return date.month === null || date.month > 12 ? null : monthPeriod(year, date.month, date.part)
    case 'months':
      return monthsIn(date, year)
    case 'quarter':
      return months(year, 3 * (date.quarter as number) - 2, 3 * (date.quarter as number))
    case 'quarters':
      return quartersIn(date, year)
    case 'half':
      return date.part === 'late' ? months(year, 7, 12) : months(year, 1, 6)
    case 'halfMonth':
      return halfMonth(date, year)
    case 'firstMonths':
      return firstMonths(date, year)
    case 'year':
      return yearPeriod(year, date.part)
    case 'years':
      return yearsOf(date)
    case 'decade':
      return decadeOf(date)
    case 'sinceStart':
      return sinceStart(date, year)
    default:
      return UNKNOWN_PERIOD
  }
}

/** "từ tháng 9/2023 đến tháng 3/2024": a year that stands once belongs to the end. */
function monthsIn({ year: firstYear, month, month2, year2 }: WrittenDate, year: number): Period | null {
  if (month === null || month2 === null) return null
  const endYear = year2 ?? year
  const startYear = firstYear ?? (month > month2 ? endYear - 1 : endYear)
  const found = period(isoDay(startYear, month, 1), isoDay(endYear, month2, daysInMonth(endYear, month2)))
  return (found.start as string) <= (found.end as string) ? found : null
}

/** "3 quý đầu năm"; "quý đầu năm" is one. */
function quartersIn({ quarters, part }: WrittenDate, year: number): Period | null {
  const count = 3 * (quarters ?? 1)
  if (count < 3 || count > 12) return null
  return part === 'late' ? months(year, 13 - count, 12) : months(year, 1, count)
}

function halfMonth({ month, part }: WrittenDate, year: number): Period | null {
  if (month === null) return null
  const [from, to] = part === 'late' ? [16, daysInMonth(year, month)] : [1, 15]
  return period(isoDay(year, month, from), isoDay(year, month, to))
}

/** Years of a decade from its first: thirds where only a part is meant. */
const DECADE_PARTS: Readonly<Record<Part, readonly [number, number]>> = { early: [0, 3], middle: [4, 6], late: [7, 9] }

/** "những năm 1990", "thập niên 90"; a year that begins no decade is a year. */
function decadeOf({ decade, part }: WrittenDate): Period | null {
  if (decade === null) return null
  const first = decade < 100 ? 1900 + decade : decade
  if (first % 10 !== 0) return months(first, 1, 12)
  const [from, to] = part ? DECADE_PARTS[part] : [0, 9]
  return period(isoDay(first + from, 1, 1), isoDay(first + to, 12, 31))
}

function dayIn({ day, month }: WrittenDate, year: number): Period | null {
  if (day === null || month === null || !dayExists(year, month, day)) return null
  return period(isoDay(year, month, day), isoDay(year, month, day))
}

function daysIn(date: WrittenDate, year: number): Period | null {
  const { day, month, day2 } = date
  if (day === null || month === null || day2 === null) return null
  const endYear = date.year2 ?? year
  const startYear = date.year2 === null ? year : (date.year ?? year)
  const endMonth = date.month2 ?? month
  const firstYear = endMonth < month && date.year === null ? endYear - 1 : startYear
  if (!dayExists(firstYear, month, day) || !dayExists(endYear, endMonth, day2)) return null
  const found = period(isoDay(firstYear, month, day), isoDay(endYear, endMonth, day2))
  return (found.start as string) <= (found.end as string) ? found : null
}

function firstMonths(date: WrittenDate, year: number): Period | null {
  const count = date.months as number
  if (count < 1 || count > 12) return null
  return date.part === 'late' ? months(year, 13 - count, 12) : months(year, 1, count)
}

function yearsOf(date: WrittenDate): Period | null {
  const { year, year2 } = date
  if (year === null || year2 === null || year2 < year) return null
  return period(isoDay(year, 1, 1), isoDay(year2, 12, 31))
}

function sinceStart(date: WrittenDate, year: number): Period | null {
  if (date.month === null) return null
  const day = date.day ?? daysInMonth(year, date.month)
  return dayExists(year, date.month, day) ? period(isoDay(year, 1, 1), isoDay(year, date.month, day)) : null
}

/** The days of an expression that counts from the day of the report: hôm qua, tháng trước, năm nay. */
export function relativePeriod(date: WrittenDate, reportDay: string): Period {
  const { year, month } = partsOf(reportDay)
  if (date.kind === 'sinceNow') return period(isoDay(year, 1, 1), reportDay)
  if (date.relDay !== null) {
    const day = addDays(reportDay, date.relDay)
    return period(day, day)
  }
  if (date.relWeek !== null) return weekOf(addDays(reportDay, 7 * date.relWeek), date.part)
  if (date.relYear !== null) return periodIn({ ...date, relYear: null }, year + date.relYear) ?? UNKNOWN_PERIOD
  if (date.relMonth === null) return UNKNOWN_PERIOD
  const index = year * 12 + month - 1 + date.relMonth
  const inMonth = { ...date, month: (index % 12) + 1 }
  return periodIn(inMonth, Math.floor(index / 12)) ?? UNKNOWN_PERIOD
}

/** Days of a week from its Monday: its first two, the middle, its end. */
const WEEK_PARTS: Readonly<Record<Part, readonly [number, number]>> = { early: [0, 1], middle: [2, 4], late: [5, 6] }

function weekOf(day: string, part: Part | null): Period {
  const monday = addDays(day, -weekday(day))
  const [from, to] = part ? WEEK_PARTS[part] : [0, 6]
  return period(addDays(monday, from), addDays(monday, to))
}

const two = (n: number | null): string => (n === null ? 'XX' : String(n).padStart(2, '0'))

/** EDTF of what is written where the year is not known: `XXXX-11-12`. */
export function edtfWithoutYear(date: WrittenDate): string {
  const first = date.day === null ? `XXXX-${two(date.month)}` : `XXXX-${two(date.month)}-${two(date.day)}`
  return date.day2 === null ? first : `${first}/XXXX-${two(date.month2 ?? date.month)}-${two(date.day2)}`
}

/** EDTF of a period; an inferred year carries `?`. */
export function edtfOf(date: WrittenDate, { start, end }: Period, inferred: boolean): string {
  if (start === null || end === null) return edtfWithoutYear(date)
  const mark = (iso: string): string => (inferred ? `${iso.slice(0, 4)}?${iso.slice(4)}` : iso)
  if (start === end) return mark(start)
  if (date.kind === 'year' && !date.part) return inferred ? `${start.slice(0, 4)}?` : start.slice(0, 4)
  if (date.kind === 'month' && !date.part) return mark(start.slice(0, 7))
  return `${mark(start)}/${mark(end)}`
}
