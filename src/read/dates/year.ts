import { captureOf, type Node } from '../../grammar/node.ts'
import { NONE } from '../../grammar/none.ts'
import type { ClassName } from '../../lang/classes.ts'
import type { Session } from '../../lang/gazetteer.ts'
import { dayExists, dayNumber, isoDay, partsOf } from '../../model/calendar.ts'
import { PUNCT } from '../../text/tokens.ts'
import type { ReadContext } from '../context.ts'
import { mechanismsOf } from '../frames/mechanisms.ts'
import { periodIn } from './resolve.ts'
import { directionOf, latestYear, reportWindow, type Tense, tenseOf, type Window } from './tense.ts'
import type { WrittenDate } from './written.ts'

/** A year that was inferred, and from what. */
export interface InferredYear {
  readonly year: number
  readonly why: string
}

/** What a text offers to find the year of a date that has none. */
export interface YearEvidence {
  /** Years in which the text states a day in full, by `MM-DD`. */
  readonly fullDays: ReadonlyMap<string, ReadonlySet<number>>
  /** The latest month that the text states with its year, `2024-09`. */
  readonly latestMonth: string | null
  readonly sessions: readonly { readonly session: Session; readonly mechanism: string; readonly numbered: boolean }[]
  /** The year in which a number of years that the text counts is over. */
  readonly anniversary: number | null
  /** The day of publication where it is known. */
  readonly published: string | null
  /** Between which days a report without one was written. */
  readonly window: Window | null
  /** The latest year that the text tells of as over or under way: no report is older. */
  readonly latestYear: number | null
}

/** How far, in days, a date without a year may lie from a month that the text names in full. */
const NEAR = 100

/** Days before publication that a coming day may lie, in a report that is printed late. */
const NOW = 20

export function yearEvidence(
  context: ReadContext,
  written: readonly WrittenDate[],
  published: string | null,
): YearEvidence {
  const fullDays = new Map<string, Set<number>>()
  let latestMonth: string | null = null
  for (const date of written) {
    const start =
      date.year !== null && date.year >= 1990 && ANCHORS.has(date.kind) ? periodIn(date, date.year)?.start : null
    if (!start) continue
    if (latestMonth === null || start.slice(0, 7) > latestMonth) latestMonth = start.slice(0, 7)
    if (date.kind === 'month') continue
    const years = fullDays.get(start.slice(5)) ?? new Set()
    fullDays.set(start.slice(5), years.add(Number(start.slice(0, 4))))
  }
  return {
    fullDays,
    latestMonth,
    sessions: sessionEvidence(context),
    anniversary: anniversaryIn(context),
    published,
    window: reportWindow(context, written),
    latestYear: latestYear(context, written),
  }
}

/** Kinds of dates that others can be dated from. */
const ANCHORS: ReadonlySet<string> = new Set(['day', 'days', 'month'])

/** Sessions that the gazetteer knows of the mechanisms that the text names. */
function sessionEvidence(context: ReadContext): YearEvidence['sessions'] {
  return mechanismsOf(context).flatMap(({ known, session }) => {
    if (!known) return []
    const sessions = session === null ? known.sessions : known.sessions.filter(s => s.number === session)
    return sessions.map(s => ({ session: s, mechanism: known.name, numbered: session !== null }))
  })
}

/**
 * The year of a date that is written without one: from the text's own anchors first, then from the day of publication, which
 * may be that of a re-print. Null where nothing tells: a missing year is better than a wrong one.
 */
export function inferYear(context: ReadContext, date: WrittenDate, evidence: YearEvidence): InferredYear | null {
  if (date.month === null) return null
  return (
    sameDay(date, evidence) ??
    knownSession(date, evidence) ??
    namedYear(context, date) ??
    beforePublication(context, date, evidence) ??
    fromAnniversary(evidence) ??
    withinWindow(date, evidence) ??
    nearFullMonth(date, evidence)
  )
}

function sameDay({ day, month }: WrittenDate, { fullDays }: YearEvidence): InferredYear | null {
  const two = (n: number | null): string => String(n).padStart(2, '0')
  const years = [...(fullDays.get(`${two(month)}-${two(day)}`) ?? [])]
  return years.length === 1
    ? { year: years[0], why: 'year from the same day, written with its year elsewhere in the text' }
    : null
}

function knownSession(date: WrittenDate, { sessions }: YearEvidence): InferredYear | null {
  const fitting = sessions.filter(({ session }) => sessionFits(session, date))
  const years = new Set(fitting.map(({ session }) => Number(session.start.slice(0, 4))))
  if (years.size !== 1) return null
  const [{ session, mechanism, numbered }] = fitting
  const which = numbered && session.number !== null ? `session ${session.number}` : `the session of ${session.start}`
  return { year: Number(session.start.slice(0, 4)), why: `year from ${which} of ${mechanism}` }
}

/** Whether a date without a year lies within a known session's days, or in its month where only that is known. */
function sessionFits(session: Session, { day, month }: WrittenDate): boolean {
  const year = Number(session.start.slice(0, 4))
  if (session.start.length === 7) return Number(session.start.slice(5, 7)) === month
  if (session.start.length < 10 || month === null || day === null || !dayExists(year, month, day)) return false
  const at = dayNumber(isoDay(year, month, day))
  return at >= dayNumber(session.start) - 1 && at <= dayNumber(session.end) + 1
}

const fromAnniversary = ({ anniversary: year, latestYear: latest }: YearEvidence): InferredYear | null =>
  year === null || year < (latest ?? year) || year > (latest ?? year) + 1
    ? null
    : { year, why: 'year from an anniversary that the text counts' }

/** "45 năm thiết lập quan hệ ngoại giao (1973-2018)": the report is of the year in which that many years are over. */
function anniversaryIn(context: ReadContext): number | null {
  const years = new Set<number>()
  for (const node of context.nodes('DATE')) {
    const [first, last] = [captureOf(node, 'year'), captureOf(node, 'year2')]
    if (!first || !last) continue
    const end = context.tokens.digits[last.start]
    const length = end - context.tokens.digits[first.start]
    const { from, to } = context.sentences[context.sentenceAt(node.start)]
    if (tenseOf(context, node) === 'future' || !hasWord(context, 'ANNIVERSARY', from, to)) continue
    if (context.nodesBetween('QUANTITY', from, to).some(q => countsYears(context, q, length))) years.add(end)
  }
  return years.size === 1 ? [...years][0] : null
}

function hasWord(context: ReadContext, name: ClassName, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (context.has(at, name)) return true
  return false
}

function countsYears(context: ReadContext, node: Node, length: number): boolean {
  const unit = captureOf(node, 'unit')
  return (
    unit !== undefined &&
    context.valueOf(unit.edge) === 'years' &&
    context.lattice.value(captureOf(node, 'number')?.edge ?? NONE) === length
  )
}

/** A year that belongs to the name of the meeting in the same sentence: "Gặp gỡ đầu xuân năm 2025". */
function namedYear(context: ReadContext, date: WrittenDate): InferredYear | null {
  const sentence = context.sentences[context.sentenceAt(date.node.start)]
  if (!sentence) return null
  const years = new Set<number>()
  for (const node of context.nodesBetween('DATE', sentence.from, sentence.to)) {
    if (node.rule.constants['kind'] !== 'year') continue
    const year = captureOf(node, 'year')
    if (year && endsName(context, node.start)) years.add(context.tokens.digits[year.start])
  }
  return years.size === 1
    ? { year: [...years][0], why: 'year from the name of the meeting in the same sentence' }
    : null
}

/** Whether the name of a meeting or a mechanism runs up to the token with no mark between. */
function endsName(context: ReadContext, token: number): boolean {
  for (let at = token - 1; at >= Math.max(0, token - 12); at--) {
    if ((context.tokens.shape[at] & PUNCT) !== 0 && !context.isMark(at, '-')) return false
    if (context.hasAny(at, ['MECH', 'MEETING'])) return true
    if (context.hasAny(at, ['DID', 'WILL', 'SAY', 'AND'])) return false
  }
  return false
}

function beforePublication(context: ReadContext, date: WrittenDate, { published }: YearEvidence): InferredYear | null {
  if (!published || date.month === null) return null
  const { year } = partsOf(published)
  const day = date.day2 ?? date.day ?? 1
  const month = date.month2 ?? date.month
  const ahead = dayExists(year, month, day) ? dayNumber(isoDay(year, month, day)) - dayNumber(published) : 400
  return {
    year: year + yearsOff(ahead, directionOf(context, date.node), tenseOf(context, date.node)),
    why: `year from the day of publication, ${published}`,
  }
}

/** Years from that of publication, where the day lies `ahead` of publication in the same year. */
function yearsOff(ahead: number, direction: 'next' | 'last' | null, tense: Tense | null): number {
  if (direction === 'next') return ahead < -NOW ? 1 : 0
  if (direction === 'last') return ahead > 0 ? -1 : 0
  // A few days ahead of publication are plans; more than that belongs to the year before, unless it is said to come.
  return ahead > 45 && tense !== 'future' ? -1 : 0
}

/** The one year in which the day lies between what the text tells as over and what it aims at. */
function withinWindow({ month, day }: WrittenDate, { window }: YearEvidence): InferredYear | null {
  if (!window || month === null) return null
  const first = Number(window.from.slice(0, 4))
  const last = Math.min(Number(window.to.slice(0, 4)), first + 3)
  const fitting: number[] = []
  for (let year = first; year <= last; year++) {
    const at = isoDay(year, month, day ?? 1)
    if (at >= window.from && at <= window.to) fitting.push(year)
  }
  return fitting.length === 1
    ? { year: fitting[0], why: `year between what is over and what is to come, ${window.from} and ${window.to}` }
    : null
}

function nearFullMonth(
  { month, day }: WrittenDate,
  { latestMonth, latestYear: latest }: YearEvidence,
): InferredYear | null {
  if (!latestMonth || month === null) return null
  const anchor = dayNumber(`${latestMonth}-15`)
  const base = Number(latestMonth.slice(0, 4))
  const near = [base, base + 1].filter(year => {
    if (year < (latest ?? 0)) return false
    const at = dayNumber(isoDay(year, month, Math.min(day ?? 15, 28)))
    return at - anchor > -46 && at - anchor < NEAR
  })
  return near.length === 1 ? { year: near[0], why: `year from ${latestMonth}, which the text names` } : null
}
