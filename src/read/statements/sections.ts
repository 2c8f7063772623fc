import { oneOf } from '../../model/kinds.ts'
import { type Stage, STAGES } from '../../model/stage.ts'
import type { TokenRange } from '../../text/segment.ts'
import { NUMBER } from '../../text/tokens.ts'
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

/** Which lines stand under a heading of the paper's own affairs, "Mục đích, yêu cầu", "Tổ chức thực hiện": up to the next heading of its rank. */
export function ownAffairs(context: ReadContext): readonly boolean[] {
  let own = false
  return context.lines.map(line => {
    if (!isHeading(context, line)) return own
    const cue = cueIn(context, line)
    if (cue !== null || context.has(line.from, 'ROMAN')) own = cue === 'none'
    return own
  })
}

/** A short line with a number or in capitals at its head, and no stop. */
export function isHeading(context: ReadContext, { from, to }: TokenRange): boolean {
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

/** How far what the words are about has come, by the first word that tells; null where none does. */
export function stateIn(context: ReadContext, from: number, to: number): Stage | null {
  for (let at = from; at < to; at++) {
    if (context.has(at, 'STALLED') || context.value(at, 'NOT') === 'yet') return 'stalled'
    if (context.has(at, 'DOING') || context.value(at, 'ACT') === 'continue') return 'underway'
    if (context.has(at, 'STARTED') && !context.has(at, 'DONE')) return 'underway'
    if (context.has(at, 'DONE') || context.endsAt(at, 'DID')) return 'done'
  }
  return null
}
