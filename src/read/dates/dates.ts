import type { Draft } from '../../model/claim.ts'
import { diagnostic } from '../../text/diagnostic.ts'
import { firstAtLeast } from '../../text/search.ts'
import type { TokenRange } from '../../text/segment.ts'
import type { Node } from '../../grammar/node.ts'
import type { ReadContext } from '../context.ts'
import { edtfOf, type Period, periodIn, relativePeriod, UNKNOWN_PERIOD } from './resolve.ts'
import { inferYear, type YearEvidence, yearEvidence } from './year.ts'
import { type WrittenDate, writtenDate } from './written.ts'

/** Sentences at the head of the body in which news tells its own day. */
const LEAD = 2

/** A date of the report, resolved as far as the report allows. */
export interface ReadDate extends Period {
  readonly node: Node
  readonly kind: string
  readonly edtf: string
  readonly why?: string
}

export interface ReadDates {
  readonly dates: readonly ReadDate[]
  /** The day on which the report speaks, as far as it can be told: its own dated events before the page's date. */
  readonly reportDay: string | null
  readonly published: string | null
}

/** Reads every date: first what is written in full, then years from anchors, then what counts from the report's day. */
export function readDates(context: ReadContext): ReadDates {
  const written = context.nodes('DATE').map(node => writtenDate(context, node))
  const published = context.document.published ?? headerDay(context, written)
  const evidence = yearEvidence(context, written, published)
  const absolute = written.map(date => absoluteDate(context, date, evidence))
  const reportDay = reportDayOf(context, absolute, published)
  const dates = absolute.map((date, i) => date ?? relativeDate(written[i], reportDay))
  return { dates, reportDay, published }
}

/** The dates inside a range of tokens. `dates` stand in the order of the text. */
export function datesIn(dates: readonly ReadDate[], { from, to }: TokenRange): readonly ReadDate[] {
  const first = firstAtLeast(dates.length, i => dates[i].node.start, from)
  const last = firstAtLeast(dates.length, i => dates[i].node.end, to + 1)
  return dates.slice(first, last)
}

export const dateDrafts = (context: ReadContext, dates: readonly ReadDate[]): Draft[] =>
  dates.map(({ node, start, end, edtf, why }) => ({
    type: 'date',
    span: context.spanOf(node.start, node.end),
    rule: node.rule.name,
    start,
    end,
    edtf,
    ...(why ? { why } : {}),
  }))

/** The day in the head of the page: `16:50 30/08/2024`. */
function headerDay(context: ReadContext, written: readonly WrittenDate[]): string | null {
  for (const date of written)
    if (date.kind === 'day' && date.year !== null && context.zoneAt(date.node.start) === 'dateline')
      return periodIn(date, date.year)?.start ?? null
  return null
}

const isRelative = ({ relDay, relWeek, relMonth, relYear, kind }: WrittenDate): boolean =>
  relDay !== null ||
  relWeek !== null ||
  relMonth !== null ||
  relYear !== null ||
  kind === 'relDay' ||
  kind === 'sinceNow'

/** Resolves what does not need the report's day; null for what does. */
function absoluteDate(context: ReadContext, date: WrittenDate, evidence: YearEvidence): ReadDate | null {
  const { node } = date
  const dated = date.kind === 'relDay' && date.day !== null ? { ...date, kind: 'day', relDay: null } : date
  if (isRelative(dated)) return null
  const year = dated.year ?? dated.year2 ?? dated.decade
  const inferred = year === null ? inferYear(context, dated, evidence) : null
  const known = year ?? inferred?.year ?? null
  if (known === null) return dated.month === null ? null : unresolved(dated)
  const found = periodIn(dated, known)
  if (!found) return noSuchDay(context, dated)
  const why = inferred ? { why: inferred.why } : {}
  if (inferred)
    context.diagnostics.push(
      diagnostic('note', 'date-year-inferred', inferred.why, context.spanOf(node.start, node.end)),
    )
  return { node, kind: dated.kind, ...found, edtf: edtfOf(dated, found, inferred !== null), ...why }
}

const unresolved = (date: WrittenDate): ReadDate => ({
  node: date.node,
  kind: date.kind,
  ...UNKNOWN_PERIOD,
  edtf: edtfOf(date, UNKNOWN_PERIOD, false),
})

function noSuchDay(context: ReadContext, date: WrittenDate): ReadDate {
  const at = context.spanOf(date.node.start, date.node.end)
  const words = context.document.text.slice(at.start, at.end)
  const message = `"${words}" is no day of the calendar: the date was left open. Check it against the source.`
  context.diagnostics.push(diagnostic('warning', 'date-does-not-exist', message, at))
  return unresolved(date)
}

/** The first day that the body dates; the page's date comes after it, since it may be that of a re-print. */
function reportDayOf(
  context: ReadContext,
  dates: readonly (ReadDate | null)[],
  published: string | null,
): string | null {
  for (const date of dates) {
    if (!date?.start || !date.why || (date.kind !== 'day' && date.kind !== 'days')) continue
    const zone = context.zoneAt(date.node.start)
    if (zone === 'body' || zone === 'caption') return date.start
  }
  return published ?? leadDay(context, dates)
}

/** The day that the first sentences date in full: news begins with its own day. */
function leadDay(context: ReadContext, dates: readonly (ReadDate | null)[]): string | null {
  const lead = context.sentences.findIndex(({ zone }) => zone === 'body')
  const first = dates.find(date => date?.kind === 'day' && context.sentenceAt(date.node.start) >= lead)
  return first && context.sentenceAt(first.node.start) < lead + LEAD ? first.start : null
}

function relativeDate(date: WrittenDate, reportDay: string | null): ReadDate {
  if (reportDay === null) return unresolved(date)
  if (!isRelative(date)) {
    const found = periodIn(date, Number(reportDay.slice(0, 4))) ?? UNKNOWN_PERIOD
    return {
      node: date.node,
      kind: date.kind,
      ...found,
      edtf: edtfOf(date, found, true),
      why: `counted from ${reportDay}`,
    }
  }
  const found = relativePeriod(date, reportDay)
  return {
    node: date.node,
    kind: date.kind,
    ...found,
    edtf: edtfOf(date, found, false),
    why: `counted from ${reportDay}`,
  }
}
