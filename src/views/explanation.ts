import type { Claim } from '../model/claim.ts'
import type { ExplainedClaim } from '../read/explain.ts'
import type { Span } from '../text/span.ts'

/** The claims that hold a character of the text; all of them where none is asked for. */
export const explainedAt = (claims: readonly ExplainedClaim[], offset: number | null): readonly ExplainedClaim[] =>
  offset === null ? claims : claims.filter(({ claim }) => claim.quote.start <= offset && offset < claim.quote.end)

/** Characters of the text to show before and behind what was matched. */
const AROUND = 60

/** A run of the text with carets under some of its parts. */
export interface Pointed {
  readonly line: string
  readonly carets: string
}

/**
 * Cuts the lines around some spans out of the text, at most `width` characters wide, with `^` under the first span and `~`
 * under the others: where the words stand that a claim quotes, and those that make it what it is.
 */
export function pointAt(text: string, spans: readonly Span[], width: number): Pointed[] {
  const [from, to] = around(text, spans)
  const pieces: Pointed[] = []
  for (let at = from; at < to;) {
    const end = breakAt(text, at, to, width)
    const carets = Array.from({ length: end - at }, (_, i) => caretAt(spans, at + i))
      .join('')
      .trimEnd()
    if (carets || spans.length === 1) pieces.push({ line: text.slice(at, end).trimEnd(), carets })
    at = end
  }
  return pieces
}

/** Where to begin and end: some words before and behind the spans, on the lines on which they stand. */
function around(text: string, spans: readonly Span[]): [number, number] {
  const first = Math.min(...spans.map(s => s.start))
  const last = Math.max(...spans.map(s => s.end))
  const lineStart = text.lastIndexOf('\n', first - 1) + 1
  const lineEnd = text.indexOf('\n', last)
  const start = Math.max(lineStart, first - AROUND)
  const space = text.indexOf(' ', start)
  const end = Math.min(lineEnd < 0 ? text.length : lineEnd, last + AROUND)
  const wordEnd = text.lastIndexOf(' ', end)
  return [
    start > lineStart && space >= 0 && space < first ? space + 1 : start,
    end === last + AROUND && wordEnd >= last ? wordEnd : end,
  ]
}

/** The end of a piece: before the next line, at `to` where all of it fits, else behind the last space that fits. */
function breakAt(text: string, from: number, to: number, width: number): number {
  const newline = text.indexOf('\n', from)
  const end = newline >= 0 && newline < to ? newline + 1 : to
  if (end - from <= width) return end
  const space = text.lastIndexOf(' ', from + width - 1)
  return space > from ? space + 1 : from + width
}

function caretAt([quote, ...others]: readonly Span[], at: number): string {
  if (at >= quote.start && at < quote.end) return '^'
  return others.some(s => at >= s.start && at < s.end) ? '~' : ' '
}

/** Fields of a claim that tell nothing to a person. */
const APART = new Set(['id', 'type', 'quote', 'rule', 'why', 'mentions', 'evidence', 'what', 'sameAs'])

/** What a claim says, in one line: "commitment · proposed · by Cao Bằng · fields border-gates". */
export function claimLine(claim: Claim): string {
  const values = Object.entries(claim).flatMap(([key, value]) =>
    APART.has(key) || isNothing(value) ? [] : [`${key} ${wordsOf(value)}`],
  )
  return [claim.type, ...values].join(' · ')
}

const isNothing = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(wordsOf).join(', ')
  return JSON.stringify(value)
}
