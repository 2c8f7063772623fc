/** Days as ISO text (`2025-05-14`), counted in the Gregorian calendar, with no clock and no time zone. */
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : MONTH_DAYS[month - 1]

export const dayExists = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)

const padded = (n: number, width = 2): string => String(n).padStart(width, '0')

export const isoDay = (year: number, month: number, day: number): string =>
  `${padded(year, 4)}-${padded(month)}-${padded(day)}`

/** Year, month and day of an ISO day. */
export function partsOf(iso: string): { year: number; month: number; day: number } {
  return { year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8, 10)) }
}

export const isIsoDay = (text: string): boolean => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match !== null && dayExists(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** Days since 1 January of the year 0 (Howard Hinnant's days_from_civil, shifted). */
export function dayNumber(iso: string): number {
  const { year, month, day } = partsOf(iso)
  const y = month <= 2 ? year - 1 : year
  const shifted = (month + 9) % 12
  return (
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * shifted + 2) / 5) + day
  )
}

/** The ISO day that many days later (earlier where negative). */
export function addDays(iso: string, days: number): string {
  let { year, month, day } = partsOf(iso)
  day += days
  while (day > daysInMonth(year, month)) {
    day -= daysInMonth(year, month)
    if (++month > 12) [year, month] = [year + 1, 1]
  }
  while (day < 1) {
    if (--month < 1) [year, month] = [year - 1, 12]
    day += daysInMonth(year, month)
  }
  return isoDay(year, month, day)
}

/** Which day of its week, from Monday, 0, to Sunday, 6. */
export const weekday = (iso: string): number => (((dayNumber(iso) - dayNumber('2024-01-01')) % 7) + 7) % 7
