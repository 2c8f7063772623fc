import type { Node } from '../../grammar/node.ts'
import type { ReadContext } from '../context.ts'
import { periodIn } from './resolve.ts'
import type { WrittenDate } from './written.ts'

/** Whether the words around a date put it before or behind the report. */
export type Tense = 'past' | 'review' | 'now' | 'future'

/** The days between which a text without a date of its own was written, as far as its other dates tell. */
export interface Window {
  readonly from: string
  readonly to: string
}

/** How far back and ahead, in tokens, a word tells the tense of a date. */
const BACK = 24
const AHEAD = 7

/** Kinds of dates that bound the day of the report. */
const BOUNDS: ReadonlySet<string> = new Set(['year', 'month', 'quarter', 'half', 'firstMonths'])

/** What is told as over lies before the report, what is aimed at behind it. Null where either bound is missing. */
export function reportWindow(context: ReadContext, written: readonly WrittenDate[]): Window | null {
  let from = ''
  let to = '9999'
  for (const date of written) {
    if (date.year === null || !BOUNDS.has(date.kind)) continue
    const tense = tenseOf(context, date.node)
    const found = tense ? periodIn(date, date.year) : null
    if (!found?.start || !found.end) continue
    if (tense === 'future') to = min(to, found.end)
    // "Hiện kim ngạch năm 2018 đã đạt": last year's figure is still the present one in spring.
    else if (tense === 'now') to = min(to, `${date.year + 1}-06-30`)
    if (tense !== 'future')
      from = max(from, tense === 'review' && date.kind === 'year' ? `${date.year}-10-01` : found.start)
  }
  return from && to < '9999' && from <= to ? { from, to } : null
}

const min = (a: string, b: string): string => (a < b ? a : b)
const max = (a: string, b: string): string => (a > b ? a : b)

/** A word of what is to come or is now anywhere before the date in its sentence; else the nearest word of tense before or behind. */
export function tenseOf(context: ReadContext, { start, end }: Node): Tense | null {
  const { from, to } = context.sentences[context.sentenceAt(start)]
  let nearest: Tense | null = null
  for (let at = start - 1; at >= Math.max(from, start - BACK) && !context.isMark(at, ';'); at--) {
    const tense = context.value(at, 'TENSE') as Tense | null
    if (tense === 'future' || tense === 'now') return tense
    nearest ??= tense
  }
  for (let at = end; !nearest && at < Math.min(to, end + AHEAD) && !isClauseEnd(context, at); at++)
    nearest = context.value(at, 'TENSE') as Tense | null
  return nearest
}

const isClauseEnd = (context: ReadContext, at: number): boolean => context.isMark(at, ',;') || context.has(at, 'AND')

/** The latest year that the text names other than as one to come; null without one. */
export function latestYear(context: ReadContext, written: readonly WrittenDate[]): number | null {
  let latest: number | null = null
  for (const date of written)
    if (date.year !== null && date.year > (latest ?? 0) && BOUNDS.has(date.kind) && isTold(context, date))
      latest = date.year
  return latest
}

const isTold = (context: ReadContext, { node }: WrittenDate): boolean => {
  const tense = tenseOf(context, node)
  return tense !== null && tense !== 'future'
}

/** "tháng 3 tới", "tháng 12 vừa qua": a word right behind a date that says which way from the report it lies. */
export function directionOf(context: ReadContext, { end }: Node): 'next' | 'last' | null {
  const found = context.value(end, 'DIRECTION')
  if (found !== 'next' && found !== 'last') return null
  // "tháng 6 tới tháng 9", "ngày 5/3 tới Hà Nội": a preposition or a verb of going.
  const after = context.after(end, 'DIRECTION')
  return context.hasAny(after, ['DATE', 'LOC', 'PERSON', 'BODY', 'MEETVERB', 'KIND']) ? null : found
}
