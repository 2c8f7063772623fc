import type { ReportClaim } from '../../../views/api/reports.ts'

/** A run of the text that lies in the same claims, the narrowest of them first. Offsets are UTF-16 units. */
export interface Segment {
  readonly start: number
  readonly end: number
  readonly claims: readonly ReportClaim[]
}

/** Cuts a part of a text at every place where a claim begins or ends, so that overlapping claims can all be marked. */
export function segmentsOf(length: number, claims: readonly ReportClaim[]): Segment[] {
  const within = claims.filter(({ start, end }) => start < end && start < length)
  const cuts = new Set([0, length, ...within.flatMap(({ start, end }) => [start, Math.min(end, length)])])
  const sorted = [...cuts].toSorted((a, b) => a - b)
  const open = within.toSorted((a, b) => a.start - b.start)
  return sorted.slice(1).map((end, i) => {
    const start = sorted[i]
    const over = open.filter(claim => claim.start <= start && claim.end >= end)
    return { start, end, claims: over.toSorted((a, b) => a.end - a.start - (b.end - b.start)) }
  })
}
