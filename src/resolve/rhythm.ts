import { addDays, dayNumber } from '../model/calendar.ts'

/** Fewer sessions tell no rhythm. */
const LEAST = 3

/** Sessions further apart than this were interrupted: the distance says nothing. */
const LONGEST = 3 * 366

/**
 * The day about which the next session of a series is to be expected: the median distance of its sessions after the last. ISO days; null
 * where fewer than three days are known.
 */
export function nextExpected(days: readonly string[]): string | null {
  const sorted = [...new Set(days)].toSorted()
  if (sorted.length < LEAST) return null
  const distances = sorted
    .slice(1)
    .map((day, i) => dayNumber(day) - dayNumber(sorted[i]))
    .filter(distance => distance <= LONGEST)
    .toSorted((a, b) => a - b)
  if (distances.length === 0) return null
  return addDays(sorted[sorted.length - 1], median(distances))
}

/** Of two in the middle their mean, in whole days. */
const median = (sorted: readonly number[]): number =>
  Math.round((sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2)
