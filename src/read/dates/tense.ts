import { addDays } from '../../model/calendar.ts'
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

/** Years before it stand in names and in history, not in what a report tells as over: "Công ước 1982". */
const OLDEST = 1990

/** Kinds of dates that bound the day of the report. */
const BOUNDS: ReadonlySet<string> = new Set(['year', 'month', 'quarter', 'half', 'firstMonths'])

/**
 * What is told as over lies before the report, what is aimed at behind it; a year that is aimed at is told as over nowhere.
 * Null where either bound is missing.
 */
export function reportWindow(context: ReadContext, written: readonly WrittenDate[]): Window | null {
  const told = written.flatMap(date => toldOf(context, date))
  const aims = told.filter(({ tense }) => tense === 'future').map(({ end }) => end)
  const nows = told.filter(({ tense }) => tense === 'now').map(({ year }) => `${year + 1}-06-30`)
  const [to] = [...aims, ...nows, ...plansAfterReview(told)].toSorted()
  const [aim = '9999'] = aims.toSorted()
  const from =
    told
      .filter(date => date.tense !== 'future' && (isFirm(date) || date.start.slice(0, 4) < aim.slice(0, 4)))
      .map(({ tense, year, start, kind }) => (tense === 'review' && kind === 'year' ? `${year}-10-01` : start))
      .toSorted()
      .at(-1) ?? beforeAims(told)
  return from && to && from <= to ? { from, to } : null
}

/** Days ahead that a month, a quarter or a part of a year is planned, where nothing else tells how old the report is. */
const PLANNED_AHEAD = 270

/** "dự kiến cuối năm 2018": such a plan is made for the months to come. */
function beforeAims(told: readonly ToldDate[]): string | undefined {
  const [first] = told.flatMap(({ tense, close, start }) => (tense === 'future' && close ? [start] : [])).toSorted()
  return first && addDays(first, -PLANNED_AHEAD)
}

/** One year is reviewed and the next is planned: the report stands between them. */
function plansAfterReview(told: readonly ToldDate[]): string[] {
  const planned = new Set(
    told.filter(({ tense, kind }) => tense === 'future' && kind === 'year').map(({ year }) => year),
  )
  return told
    .filter(({ tense, kind, year }) => tense === 'review' && kind === 'year' && planned.has(year + 1))
    .map(({ year }) => `${year + 1}-06-30`)
}

/** What is now, or the year that is reviewed: it cannot be the year that is aimed at. */
const isFirm = ({ tense, kind }: ToldDate): boolean => tense === 'now' || (tense === 'review' && kind === 'year')

interface ToldDate {
  readonly tense: Tense
  readonly kind: string
  readonly year: number
  /** Less than a year. */
  readonly close: boolean
  readonly start: string
  readonly end: string
}

/** A date whose words put it before or behind the report. */
function toldOf(context: ReadContext, date: WrittenDate): ToldDate[] {
  const { year, kind } = date
  if (year === null || year < OLDEST || !BOUNDS.has(kind) || isBare(date)) return []
  const tense = tenseOf(context, date.node)
  const found = tense ? periodIn(date, year) : null
  return tense && found?.start && found.end
    ? [{ tense, kind, year, close: kind !== 'year' || date.part !== null, start: found.start, end: found.end }]
    : []
}

/** A year without a word of its own may belong to a name: "Chủ tịch ASEAN 2020". */
const isBare = ({ node }: WrittenDate): boolean => node.end - node.start === 1

/** A word of what is to come or is now anywhere before the date in its sentence; else the nearest word of tense before or behind. */
export function tenseOf(context: ReadContext, { start, end }: Node): Tense | null {
  const { from, to } = context.sentences[context.sentenceAt(start)]
  let nearest: Tense | null = null
  for (let at = start - 1; at >= Math.max(from, start - BACK) && !context.isMark(at, ';'); at--) {
    const tense = context.value(at, 'TENSE') as Tense | null
    if (tense === 'future' || tense === 'now') return tense
    nearest ??= tense
  }
  if (!nearest || nearest === 'past') nearest = isReviewed(context, from, start) ? 'review' : nearest
  for (let at = end; !nearest && at < Math.min(to, end + AHEAD) && !isClauseEnd(context, at); at++)
    nearest = context.value(at, 'TENSE') as Tense | null
  return nearest
}

/** "đã kiểm điểm …, … trong năm 2018": a review governs the whole list behind it. */
function isReviewed(context: ReadContext, from: number, start: number): boolean {
  for (let at = start - 1; at >= Math.max(from, start - REVIEWED) && !context.has(at, 'DATE'); at--)
    if (context.value(at, 'TENSE') === 'review') return true
  return false
}

/** How far back, in tokens, a review may be told. */
const REVIEWED = 60

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
