import type { Quote } from './claim.ts'

/** UTF-16 units of the text that a quote keeps on each side. */
const CONTEXT = 32

/** The words between two offsets of a text, with what stands around them. */
export const quoteAt = (text: string, start: number, end: number): Quote => ({
  start,
  end,
  exact: text.slice(start, end),
  prefix: text.slice(Math.max(0, start - CONTEXT), start),
  suffix: text.slice(end, end + CONTEXT),
})
