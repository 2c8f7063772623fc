import type { TokenRange } from '../../text/segment.ts'
import { NUMBER, PUNCT, WORD } from '../../text/tokens.ts'
import type { ReadContext } from '../context.ts'

/** Longest number of a line, in tokens: `1.2.`, `a)`, `-`. */
const LONGEST_MARK = 6

/** Behind the number, letter or dash at the head of an item's line; its first token where it has none. */
export function afterMark(context: ReadContext, { from, to }: TokenRange): number {
  let at = isLetterMark(context, from) ? from + 2 : from
  while (at < to && at - from < LONGEST_MARK && (context.tokens.shape[at] & (NUMBER | PUNCT)) !== 0) at++
  return at
}

/** `a)`, `đ)`. */
function isLetterMark(context: ReadContext, at: number): boolean {
  const { start, end, shape } = context.tokens
  return end[at] - start[at] === 1 && (shape[at] & WORD) !== 0 && context.isMark(at + 1, ')')
}

/** Behind the dash or star at the head of an item's line. */
export function afterBullet(context: ReadContext, { from, to }: TokenRange): number {
  let at = from
  while (at < to && context.isMark(at, BULLETS)) at++
  return at
}

/** Whether a token stands right behind a dash or star. */
export const followsBullet = (context: ReadContext, at: number): boolean => context.isMark(at - 1, BULLETS)

const BULLETS = '-*+•'

/** A range without the marks that close it. */
export function withoutStops(context: ReadContext, { from, to }: TokenRange): TokenRange {
  let end = to
  while (end > from && context.isMark(end - 1, '.…,;:')) end--
  return { from, to: end }
}
