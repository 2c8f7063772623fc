import type { TokenRange } from '../../text/segment.ts'
import type { ReadContext } from '../context.ts'
import { afterMark } from '../statements/marks.ts'
import type { ReadPlaces } from '../frames/places.ts'
import { agenciesIn, AGENCY } from './agencies.ts'

/** Who has to do a task, and until when, as a plan assigns it. */
export interface Duty {
  /** In charge. */
  readonly lead: readonly TokenRange[]
  /** Who helps. */
  readonly support: readonly TokenRange[]
  /** The words that tell until when, where they stand apart from the task. */
  readonly until: TokenRange | null
}

export const NO_DUTY: Duty = { lead: [], support: [], until: null }

/** Joins what several places of a paper tell of one task; the first word holds. */
export const joinDuties = (duties: readonly Duty[]): Duty => ({
  lead: duties.find(({ lead }) => lead.length > 0)?.lead ?? [],
  support: duties.find(({ support }) => support.length > 0)?.support ?? [],
  until: duties.find(({ until }) => until !== null)?.until ?? null,
})

/** What a label in a plan is about. */
export type DutyPart = 'lead' | 'support' | 'time' | 'due'

const PARTS: ReadonlySet<string> = new Set<DutyPart>(['lead', 'support', 'time', 'due'])

/** The part that a label at a token names, and where the label ends; null where none stands there. */
export function dutyLabel(context: ReadContext, at: number): { part: DutyPart; to: number } | null {
  for (const name of ['DUTY', 'COLUMN', 'DUTYVERB'] as const) {
    const part = context.value(at, name)
    if (part !== null && PARTS.has(part)) return { part: part as DutyPart, to: context.after(at, name) }
  }
  return null
}

/** How many lines of duty a task has. */
const MOST_DUTIES = 4

/** The lines below a task: "- Cơ quan chủ trì: Sở Y tế." "- Thời gian hoàn thành: Quý II/2030." */
export function dutyBelow(context: ReadContext, line: number): Duty {
  const found: Duty[] = []
  for (const below of context.lines.slice(line + 1, line + 1 + MOST_DUTIES)) {
    const from = afterMark(context, below)
    const label = dutyLabel(context, from)
    const isLabel = label && (context.has(from, 'DUTY') || context.isMark(label.to, ':'))
    if (!isLabel) break
    found.push(labelledDuty(context, { from, to: below.to }))
  }
  return joinDuties(found)
}

/** "Chủ trì: Sở Y tế; phối hợp: Sở Ngoại vụ; thời gian: quý I": each label with what stands behind it, up to the next. */
export function labelledDuty(context: ReadContext, { from, to }: TokenRange): Duty {
  const found: Duty[] = []
  let open: { part: DutyPart; from: number } | null = null
  for (let at = from; at <= to; at++) {
    const label = at < to ? labelAt(context, at) : null
    if (at < to && !label) continue
    if (open) found.push(partOf(context, open.part, { from: open.from, to: at }))
    if (label) {
      open = { part: label.part, from: context.isMark(label.to, ':') ? label.to + 1 : label.to }
      at = label.to - 1
    }
  }
  return joinDuties(found)
}

/** A label has a colon behind it, or is one of the words that only labels have. */
function labelAt(context: ReadContext, at: number): { part: DutyPart; to: number } | null {
  const label = dutyLabel(context, at)
  return label && (context.isMark(label.to, ':') || context.has(at, 'DUTY')) ? label : null
}

/** What one label tells: agencies, or the words of a time. */
export function partOf(context: ReadContext, part: DutyPart, range: TokenRange): Duty {
  if (part === 'lead') return { ...NO_DUTY, lead: agenciesIn(context, range) }
  if (part === 'support') return { ...NO_DUTY, support: agenciesIn(context, range) }
  // "Từ tháng 8/2025": since when, and not until when.
  if (
    part === 'time' &&
    context.has(range.from, 'FROM') &&
    context.nodesBetween('DATE', range.from, range.from + 1).length === 0
  )
    return NO_DUTY
  return { ...NO_DUTY, until: range }
}

/** A task behind the agency that it is given to. */
export interface AssignedTask {
  readonly task: TokenRange
  readonly duty: Duty
}

/** How far the verb of a task may stand behind its agencies, in tokens. */
const AGENCIES = 80

/** "Sở Công Thương chủ trì, phối hợp với Sở Ngoại vụ | trình …", "Sở Y tế: ký …", "Giao Sở Y tế | ký …"; null where no agency comes first. */
export function assignedTask(
  context: ReadContext,
  places: ReadPlaces,
  { from, to }: TokenRange,
  isHeading: boolean,
): AssignedTask | null {
  const start = context.after(from, 'ORDER')
  // "Chủ trì, phối hợp với Sở Y tế | ký …": the agency stands in the heading above.
  if (context.value(from, 'DUTYVERB') === 'lead') return helpedTask(context, places, { from, to })
  if (!context.hasAny(start, AGENCY)) return null
  const lead = leadAt(context, start, to)
  // "5. Hải quan, quản lý biên giới" may be a heading: there the agency must be set apart.
  if (!lead || (isHeading && lead.to === lead.next)) return null
  const help = supportAt(context, places, lead.next, to)
  const task = taskStart(context, help?.next ?? lead.next, to)
  if (task >= to) return null
  const duty = { ...NO_DUTY, lead: agenciesIn(context, { from: start, to: lead.to }) }
  return { task: { from: task, to }, duty: help ? { ...duty, support: agenciesIn(context, help) } : duty }
}

function helpedTask(context: ReadContext, places: ReadPlaces, { from, to }: TokenRange): AssignedTask | null {
  const next = context.after(from, 'DUTYVERB')
  const help = supportAt(context, places, next, to)
  const task = taskStart(context, help?.next ?? next, to)
  if (task >= to) return null
  return { task: { from: task, to }, duty: help ? { ...NO_DUTY, support: agenciesIn(context, help) } : NO_DUTY }
}

/** Where the names of those in charge end, and where what comes behind them begins. */
function leadAt(context: ReadContext, from: number, to: number): { to: number; next: number } | null {
  for (let at = from + 1; at < Math.min(to, from + AGENCIES); at++) {
    if (context.isInsideName(at)) continue
    if (context.isMark(at, ':')) return { to: at, next: at + 1 }
    if (context.value(at, 'DUTYVERB') === 'lead') return { to: at, next: context.after(at, 'DUTYVERB') }
    if (context.hasAny(at, ['DUTYVERB', ...TASK_VERBS])) return { to: at, next: at }
    if (context.hasAny(at, STRANGE)) return null
  }
  return null
}

/** What a task begins with, and what tells that a sentence is none: it says what was done, or that somebody said it. */
export const TASK_VERBS: readonly (typeof AGENCY)[number][] = [
  'ACT',
  'SAY',
  'SIGN',
  'DONE',
  'DEED',
  'NEGOTIATE',
  'ISSUE',
]
const STRANGE: readonly (typeof AGENCY)[number][] = ['DID', 'DOING', 'COPULA', 'PERSON', 'NOT', 'PASSIVE']

/** ", phối hợp với Sở Ngoại vụ và các đơn vị liên quan | …": agencies of our own; to work with a partner abroad is the task itself. */
function supportAt(
  context: ReadContext,
  places: ReadPlaces,
  from: number,
  to: number,
): (TokenRange & { next: number }) | null {
  const verb = afterCommas(context, from)
  if (context.value(verb, 'DUTYVERB') !== 'support') return null
  const start = context.after(context.after(verb, 'DUTYVERB'), 'TOGETHER')
  const isAgency = context.hasAny(start, AGENCY) || context.value(start, 'NOUNMARK') === 'many'
  if (start >= to || !isAgency) return null
  for (let at = start + 1; at < Math.min(to, start + AGENCIES); at++) {
    if (context.isInsideName(at) || !context.hasAny(at, TASK_VERBS)) continue
    const place = places.between(start, at)
    const country = place?.known?.country
    const isAbroad = Boolean(country) && country !== context.pack.home
    return isAbroad ? null : { from: start, to: at, next: at }
  }
  return null
}

function afterCommas(context: ReadContext, from: number): number {
  let at = from
  while (context.isMark(at, ',:') || context.has(at, 'AND')) at++
  return at
}

function taskStart(context: ReadContext, from: number, to: number): number {
  let at = afterCommas(context, from)
  while (at < to && context.hasAny(at, ['WILL', 'ADVERB']) && !context.hasAny(at, TASK_VERBS))
    at = Math.max(context.after(at, 'WILL'), context.after(at, 'ADVERB'))
  return context.hasAny(at, TASK_VERBS) ? at : to
}

/** "(Sở Ngoại vụ)", "(Chủ trì: Sở Y tế; phối hợp: Sở Ngoại vụ)", "(Sở Y tế chủ trì, phối hợp với Công an; xong trước 30/6)": what the brackets at the end of a task tell. */
export function dutyInBrackets(context: ReadContext, { from, to }: TokenRange): Duty {
  if (labelAt(context, from)) return labelledDuty(context, { from, to })
  if (!context.hasAny(from, AGENCY)) return NO_DUTY
  const end = partEnd(context, from, to)
  const verb = verbAt(context, 'lead', from, end)
  const help = verbAt(context, 'support', from, end)
  const names = context.after(context.after(help, 'DUTYVERB'), 'TOGETHER')
  const [date] = context.nodesBetween('DATE', from, to)
  return {
    lead: agenciesIn(context, { from, to: Math.min(verb, help) }),
    support: help < end ? agenciesIn(context, { from: names, to: end }) : [],
    until: date ? { from: date.start, to } : null,
  }
}

/** Up to a semicolon, or a date behind a comma. */
function partEnd(context: ReadContext, from: number, to: number): number {
  for (let at = from; at < to; at++)
    if (context.isMark(at, ';') || (context.isMark(at, ',') && context.hasAny(at + 1, ['DATE', 'DONE']))) return at
  return to
}

function verbAt(context: ReadContext, part: DutyPart, from: number, to: number): number {
  for (let at = from; at < to; at++) if (context.value(at, 'DUTYVERB') === part && !context.isInsideName(at)) return at
  return to
}
