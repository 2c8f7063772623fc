/**
 * A piece of text on a page, as a PDF or the recognition of a picture gives it. Units are points (1/72 inch) from the lower left corner; `y`
 * is the base line.
 */
export interface PageItem {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Height of the letters. */
  readonly size: number
  /** How surely it was recognised, 0 to 100; not there where the text was given. */
  readonly confidence?: number
}

/** A page with what is written on it, in whatever order. */
export interface Page {
  /** From 1. */
  readonly number: number
  readonly width: number
  readonly height: number
  readonly items: readonly PageItem[]
}

/** A line of a page, or the part of one in a column: items that follow each other without a gap. */
export interface PageLine extends PageItem {
  readonly page: number
}

/** The right edge. */
export const rightOf = ({ x, width }: PageItem): number => x + width

/** The middle value; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
