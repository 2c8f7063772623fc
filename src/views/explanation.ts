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
  const from = Math.max(
    text.lastIndexOf('\n', Math.min(...spans.map(s => s.start)) - 1) + 1,
    Math.min(...spans.map(s => s.start)) - AROUND,
  )
  const last = Math.max(...spans.map(s => s.end))
  const lineEnd = text.indexOf('\n', last)
  const to = Math.min(lineEnd < 0 ? text.length : lineEnd, last + AROUND)
  const pieces: Pointed[] = []
  for (let at = from; at < to;) {
    const end = breakAt(text, at, Math.min(to, at + width))
    const carets = Array.from({ length: end - at }, (_, i) => caretAt(spans, at + i))
      .join('')
      .trimEnd()
    if (carets || spans.length === 1) pieces.push({ line: text.slice(at, end).trimEnd(), carets })
    at = end
  }
  return pieces
}

/** The end of a piece: behind the last space before `to`, or before a line's end. */
function breakAt(text: string, from: number, to: number): number {
  const newline = text.indexOf('\n', from)
  if (newline >= 0 && newline < to) return newline + 1
  if (to >= text.length) return to
  const space = text.lastIndexOf(' ', to - 1)
  return space > from ? space + 1 : to
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
