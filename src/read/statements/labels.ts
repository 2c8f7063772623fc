import type { TokenRange } from '../../text/segment.ts'
import type { ReadContext, Sentence } from '../context.ts'
import { afterMark } from './marks.ts'
import { stateIn } from './sections.ts'
import type { State } from './states.ts'

/** How far from its start the colon behind the label of an item stands, in tokens. */
const LABEL = 24
/** A label of so few words names a field, and is no part of the item. */
const SHORT_LABEL = 4
/** Shortest item behind a label: shorter ones only head what follows. */
const LEAST_ITEM = 4

/** "Y tế: dự thảo đã gửi …": an item behind its label, with the label where that names a thing and no field alone. */
export function labelledItem(context: ReadContext, { from, to }: TokenRange): TokenRange | null {
  const start = afterMark(context, { from, to })
  for (let at = start; at < Math.min(to, start + LABEL); at++) {
    if (!context.isMark(at, ':')) continue
    const end = clauseEnd(context, at, to)
    const names = at - start > SHORT_LABEL || namesThing(context, start, at)
    return end - at > LEAST_ITEM ? { from: names ? start : at + 1, to: end } : null
  }
  return null
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

/** How many words behind its colon tell a state and nothing else. */
const STATE = 4

/** "Pò Peo - Nhạc Vu: còn chậm.": a whole sentence at the head of its line that is a thing and its state; else null. */
export function labelledState(context: ReadContext, sentence: Sentence): State | null {
  const start = afterMark(context, sentence)
  const to = clauseEnd(context, start, sentence.to)
  for (let at = start; at < Math.min(to, start + LABEL); at++) {
    if (!context.isMark(at, ':')) continue
    const isState = to - at - 1 <= STATE && namesThing(context, start, at) && !isSentence(context, start, at)
    const stage = isState && !context.has(at + 1, 'MEET') ? stateIn(context, at + 1, to) : null
    return stage ? { from: start, to, stage, cue: { from: at + 1, to } } : null
  }
  return null
}

function isSentence(context: ReadContext, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (context.hasAny(at, ['WILL', 'DID', 'SAY', 'NEED', 'DOING'])) return true
  return false
}

/** What the lines that begin with "Tình trạng: …" tell of the thing in the heading above them, by the line's number. */
export function statusesOf(context: ReadContext): ReadonlyMap<number, State> {
  const found = new Map<number, State>()
  if (context.tokensWith('STATUS').length === 0) return found
  context.lines.forEach((line, number) => {
    const status = statusOf(context, line, context.lines[number - 1])
    if (status) found.set(number, status)
  })
  return found
}

function statusOf(context: ReadContext, line: TokenRange, heading: TokenRange | undefined): State | null {
  const colon = context.after(afterMark(context, line), 'STATUS')
  if (!heading || colon === afterMark(context, line) || !context.isMark(colon, ':')) return null
  const from = afterMark(context, heading)
  const to = clauseEnd(context, colon, line.to)
  const stage = from > heading.from && namesThing(context, from, heading.to) ? stateIn(context, colon, to) : null
  return stage ? { from, to, stage, cue: { from: colon + 1, to } } : null
}
