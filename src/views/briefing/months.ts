import { partsOf } from '../../model/calendar.ts'

/** Months up to the day in which reports are looked for. */
export const MONTHS = 12

/** The months up to that of a day, the earliest first: `2025-05`. */
export function lastMonths(at: string, count: number): string[] {
  const { year, month } = partsOf(at)
  return Array.from({ length: count }, (_, i) => {
    const index = year * 12 + month - 1 - (count - 1 - i)
    return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
  })
}
