import type { Node } from '../../grammar/node.ts'
import type { ClassName } from '../../lang/classes.ts'
import { dayNumber } from '../../model/calendar.ts'
import type { TokenRange } from '../../text/segment.ts'
import type { ReadContext, Sentence } from '../context.ts'
import { datesIn, type ReadDate } from '../dates/dates.ts'

const DAY_KINDS = new Set(['day', 'days', 'relDay'])
/** Longest meeting, in days: what is longer is a period, such as that of an anniversary. */
const LONGEST = 60

/** The day that stands nearest to a mention in its sentence, of those that can be the mention's own. */
export function dayOf(
  context: ReadContext,
  node: Node,
  sentence: Sentence,
  dates: readonly ReadDate[],
): ReadDate | null {
  const own = datesIn(dates, sentence).filter(d => isDay(d) && isOwn(context, node, d))
  const distance = (d: ReadDate): number =>
    d.node.start >= node.end ? d.node.start - node.end : node.start - d.node.end
  return own.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

/** The day with which a report begins, "Ngày 22/3, UBND tỉnh …", or the one in its lead that is just before it came out. */
export function leadDay(context: ReadContext, dates: readonly ReadDate[]): ReadDate | null {
  const lead = context.sentences.find(s => s.zone === 'body')
  if (!lead) return null
  const days = datesIn(dates, lead).filter(isDay)
  const first = days.find(date => date.node.start - lead.from <= LEAD && !isAttribute(context, date))
  return first ?? days.find(date => isFresh(context, date)) ?? null
}

/** How far from the beginning of the lead its day may stand, in tokens: behind "Cao Bằng - ". */
const LEAD = 6

/** How many days old news may be. */
const FRESH = 7

function isFresh({ document: { published } }: ReadContext, { start }: ReadDate): boolean {
  const age = start && published ? dayNumber(published) - dayNumber(start) : -1
  return age >= 0 && age <= FRESH
}

const isDay = (date: ReadDate): boolean => DAY_KINDS.has(date.kind) && !isLong(date)

const isLong = ({ start, end }: ReadDate): boolean =>
  start !== null && end !== null && dayNumber(end) - dayNumber(start) > LONGEST

function isOwn(context: ReadContext, node: Node, date: ReadDate): boolean {
  const behind = date.node.start >= node.end
  const between = behind ? { from: node.end, to: date.node.start } : { from: date.node.end, to: node.start }
  if (hasOtherMeeting(context, between)) return false
  return behind
    ? !isCut(context, between, ';:', CUT_BEHIND)
    : !isAttribute(context, date) && !isCut(context, between, ';', [])
}

/** Whether another meeting stands between a meeting and a date, and so is the one that is dated. */
const hasOtherMeeting = (context: ReadContext, { from, to }: TokenRange): boolean =>
  context.nodesBetween('MEETING', from, to).some(m => m.end <= to && !context.endsAt(m.start, 'MEETING'))

/** Words that begin another statement, whose day is not that of the meeting before it. */
const CUT_BEHIND: readonly ClassName[] = ['SUBORD', 'RELATIVE', 'SAY', 'SINCE']

function isCut(context: ReadContext, { from, to }: TokenRange, marks: string, names: readonly ClassName[]): boolean {
  for (let at = from; at < to; at++) if (context.isMark(at, marks) || context.hasAny(at, names)) return true
  return false
}

/** What has a day of its own: "biên bản ngày 5/6", "ký ngày 5/6". */
const DATED: readonly ClassName[] = ['PAPER', 'SIGN', 'APPROVED', 'SINCE']

/** Whether a day belongs to the words around it: "Kế hoạch … ngày 22/8 về …", "biên bản ký 22/3". */
const isAttribute = (context: ReadContext, { node }: ReadDate): boolean =>
  context.endsAny(node.start, DATED) || context.has(node.end, 'OF') || context.value(node.end, 'OPENER') === ''
