import type { Review, ReviewedItem } from '../../../views/api/meetings.ts'
import type { FacetValue } from '../../../views/api/undertakings.ts'

/** Meetings by the year of their day, in the order in which they come; those without a day under an empty year, at the end. */
export function byYear<T extends { readonly start: string | null }>(rows: readonly T[]): [string, T[]][] {
  const years = new Map<string, T[]>()
  for (const row of rows) {
    const year = row.start?.slice(0, 4) ?? ''
    years.set(year, [...(years.get(year) ?? []), row])
  }
  return [...years].toSorted(([a], [b]) => (a < b ? 1 : -1))
}

/** How often each value is there, the most frequent first. */
export function tally(values: readonly string[]): FacetValue[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, n]) => ({ value, n })).toSorted((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1))
}

export type Outcome = ReviewedItem['outcome']

/** The outcomes of a review in the order in which the server tells them: what went wrong, what is open, what is done. */
export const outcomesOf = ({ counts }: Pick<Review, 'counts'>): Outcome[] => Object.keys(counts) as Outcome[]

/** Items by their outcome, in that order. */
export const byOutcome = (review: Pick<Review, 'counts' | 'items'>): ReviewedItem[] =>
  outcomesOf(review).flatMap(outcome => review.items.filter(item => item.outcome === outcome))
