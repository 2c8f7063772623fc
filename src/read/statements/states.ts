import type { Stage } from '../../model/stage.ts'
import type { TokenRange } from '../../text/segment.ts'
import type { ReadContext } from '../context.ts'

/** A clause that tells how far a thing of the cooperation has come: "cầu II vẫn chưa được đưa vào khai thác". */
export interface State extends TokenRange {
  readonly stage: Stage
  /** The words that tell it. */
  readonly cue: TokenRange
}

/** How far from the start of a clause its subject must stand, in tokens. */
const SUBJECT = 12
/** Longest clause. */
const LONGEST = 60

/** The clauses of a sentence that tell the state of a gate, a link, a project or a paper. */
export function statesIn(context: ReadContext, sentence: TokenRange): State[] {
  return clausesOf(context, sentence).flatMap(clause => {
    const thing = thingIn(context, clause)
    const state = thing === null || isLabel(context, clause) ? null : stateBehind(context, thing, clause.to)
    return state ? [{ ...clause, ...state }] : []
  })
}

/** How many tokens behind the colon of a label say nothing of their own: "Cầu A: đang triển khai" heads what follows. */
const LABELLED = 4

function isLabel(context: ReadContext, { to }: TokenRange): boolean {
  for (let at = to - LABELLED; at < to; at++) if (context.isMark(at, ':')) return true
  return false
}

/** Splits at semicolons, and at a comma before "song", "nhưng", "còn"; leaves out what only says when or where. */
function clausesOf(context: ReadContext, { from, to }: TokenRange): TokenRange[] {
  const clauses: TokenRange[] = []
  let start = from
  for (let at = from; at <= to; at++) {
    const contrast = at < to && context.isMark(at, ',') && context.has(at + 1, 'CONTRAST')
    if (at < to && !contrast && !context.isMark(at, ';')) continue
    const clause = trimmed(context, { from: start, to: at })
    if (clause && clause.to - clause.from <= LONGEST) clauses.push(clause)
    start = at + 1
  }
  return clauses
}

function trimmed(context: ReadContext, range: TokenRange): TokenRange | null {
  let { from, to } = range
  while (to > from && context.isMark(to - 1, '.,;:…!')) to--
  from = Math.max(context.after(from, 'CONTRAST'), context.after(from, 'ALSO'))
  for (let at = from; at < Math.min(to, from + SUBJECT); at++) {
    if (!context.isMark(at, ',')) continue
    if (!context.hasAny(from, ['DATE', 'WITHIN', 'AT', 'FROM', 'DAYWORD', 'TO'])) break
    from = at + 1
  }
  return to - from > 2 && !context.has(from, 'SUBORD') ? { from, to } : null
}

/** The token at which the thing begins that the clause is about, or null. */
function thingIn(context: ReadContext, { from, to }: TokenRange): number | null {
  for (let at = from; at < Math.min(to, from + SUBJECT); at++) {
    if (context.hasAny(at, ['SAY', 'JOINT', 'PERSON', 'NEED'])) return null
    if (context.hasAny(at, ['GATEPAIR', 'LINK', 'LINKKIND', 'GATEKIND', 'PROJECT'])) return at
  }
  return null
}

/** What is told of the thing behind it. */
function stateBehind(context: ReadContext, thing: number, to: number): Pick<State, 'stage' | 'cue'> | null {
  for (let at = thing + 1; at < to; at++) {
    if (context.hasAny(at, ['SAY', 'NEED', 'WILL', 'ORDER'])) return null
    const stage = stageAt(context, at)
    if (stage) return { stage, cue: { from: at, to: at + 1 } }
  }
  return null
}

function stageAt(context: ReadContext, at: number): Stage | null {
  if (context.value(at, 'NOT') === 'yet') return 'stalled'
  if (context.has(at, 'STALLED')) return 'stalled'
  if (context.has(at, 'DOING') || (context.value(at, 'ACT') === 'continue' && !context.endsAt(at, 'ACT')))
    return 'underway'
  if (context.has(at, 'STARTED')) return 'underway'
  return context.has(at, 'DONE') && !context.endsAny(at, ['ACT', 'PURPOSE', 'THAT']) ? 'done' : null
}
