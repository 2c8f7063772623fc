/** A half-open run of one Document's text, in UTF-16 units: the characters `start` up to, not including, `end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Shared length over joint length, 0 to 1: how far two spans are the same (Jaccard's index). */
export function overlapShare(a: Span, b: Span): number {
  const shared = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
  return shared / (a.end - a.start + b.end - b.start - shared)
}
