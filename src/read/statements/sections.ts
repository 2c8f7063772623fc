import { oneOf } from '../../model/kinds.ts'
import { type Stage, STAGES } from '../../model/stage.ts'
import type { TokenRange } from '../../text/segment.ts'
import { NUMBER, PUNCT } from '../../text/tokens.ts'
import type { ReadContext } from '../context.ts'

/** A part of a report that tells under its heading how far its items have come: "2. Nội dung đang triển khai". */
export interface Section {
  /** Its heading itself says nothing else. */
  readonly isHeading: boolean
  /** How far the items under it have come; null where the heading does not tell. */
  readonly stage: Stage | null
}

/** Longest heading, and how far into it the word stands that tells, in tokens. */
const LONGEST_HEADING = 20
const CUE_WITHIN = 8
/** From how many telling headings on a report is one in sections. */
const LEAST_SECTIONS = 2

/** The section of each line, by the line's number; empty where the report has none. */
export function sectionsOf(context: ReadContext): readonly Section[] {
  let stage: Stage | null = null
  let telling = 0
  const sections = context.lines.map((line): Section => {
    const cue = isHeading(context, line) ? cueIn(context, line) : null
    if (cue !== null) stage = oneOf(STAGES, cue)
    if (cue !== null && stage) telling++
    return { isHeading: cue !== null, stage }
  })
  return telling >= LEAST_SECTIONS ? sections : []
}

/** A short line with a number or in capitals at its head, and no stop. */
function isHeading(context: ReadContext, { from, to }: TokenRange): boolean {
  if (to - from > LONGEST_HEADING || context.isMark(to - 1, '.;,:…')) return false
  return (context.tokens.shape[from] & NUMBER) !== 0 || context.has(from, 'ROMAN')
}

/** What a heading tells: by its own word, or as "nội dung chậm" by the state of its items; null where it tells nothing. */
function cueIn(context: ReadContext, { from, to }: TokenRange): string | null {
  for (let at = from; at < Math.min(to, from + CUE_WITHIN); at++) {
    const value = context.value(at, 'SECTION')
    const state = value === 'items' || value === 'pledged' ? stateIn(context, context.after(at, 'SECTION'), to) : null
    if (state || (value !== null && value !== 'items')) return state ?? value
  }
  return null
}

function stateIn(context: ReadContext, from: number, to: number): Stage | null {
  for (let at = from; at < to; at++) {
    if (context.has(at, 'STALLED') || context.value(at, 'NOT') === 'yet') return 'stalled'
    if (context.has(at, 'DOING') || context.value(at, 'ACT') === 'continue') return 'underway'
    if (context.has(at, 'DONE') || context.endsAt(at, 'DID')) return 'done'
  }
  return null
}

/** How far from its start the colon behind the label of an item stands, in tokens. */
const LABEL = 24
/** A label of so few words names a field, and is no part of the item. */
const SHORT_LABEL = 4
/** Shortest item behind a label: shorter ones only head what follows. */
const LEAST_ITEM = 4

/** "Y tế: dự thảo đã gửi …": an item behind its label, with the label where that names a thing and no field alone. */
export function labelledItem(context: ReadContext, { from, to }: TokenRange): TokenRange | null {
  const start = afterNumber(context, from, to)
  for (let at = start; at < Math.min(to, start + LABEL); at++) {
    if (!context.isMark(at, ':')) continue
    const end = clauseEnd(context, at, to)
    const names = at - start > SHORT_LABEL || namesThing(context, start, at)
    return end - at > LEAST_ITEM ? { from: names ? start : at + 1, to: end } : null
  }
  return null
}

function afterNumber(context: ReadContext, from: number, to: number): number {
  let at = from
  while (at < to && (context.tokens.shape[at] & (NUMBER | PUNCT)) !== 0) at++
  return at
}

function clauseEnd(context: ReadContext, from: number, to: number): number {
  for (let at = from; at < to; at++) if (context.isMark(at, ';')) return at
  let end = to
  while (end > from && context.isMark(end - 1, '.…')) end--
  return end
}

function namesThing(context: ReadContext, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (context.hasAny(at, ['GATEPAIR', 'LINK', 'LINKKIND', 'GATEKIND', 'PROJECT', 'LOC'])) return true
  return false
}
