import type { ClassName } from '../../lang/classes.ts'
import { oneOf } from '../../model/kinds.ts'
import { type Stage, STAGES } from '../../model/stage.ts'
import type { TokenRange } from '../../text/segment.ts'
import type { ReadContext } from '../context.ts'
import { followsBullet } from './marks.ts'

/** A clause that tells how far a thing of the cooperation has come: "cầu II vẫn chưa được đưa vào khai thác". */
export interface State extends TokenRange {
  readonly stage: Stage
  /** The words that tell it. */
  readonly cue: TokenRange
}

type Told = Pick<State, 'stage' | 'cue'>

/** How far from the start of a clause its subject must stand, in tokens. */
const SUBJECT = 12
/** How long the words may be that say when and where before it, up to their comma. */
const LEADING = 30
/** Longest clause. */
const LONGEST = 60

/** The clauses of a sentence that tell the state of a gate, a link, a project or a paper. */
export function statesIn(context: ReadContext, sentence: TokenRange): State[] {
  return clausesOf(context, sentence).flatMap(clause => {
    const thing = thingIn(context, clause)
    const state = thing === null || isLabel(context, clause) ? null : stateBehind(context, thing, clause.to)
    const told = state ?? notYetIn(context, clause)
    return told ? [{ from: clause.from, to: resultAt(context, told.cue.to, clause.to), ...told }] : []
  })
}

/** "hai bên chưa thống nhất thời điểm mở", "- Chưa rà soát thỏa thuận": what a side has not done yet. */
function notYetIn(context: ReadContext, { from, to }: TokenRange): Told | null {
  for (let at = from; at < Math.min(to, from + SUBJECT); at++) {
    if (context.value(at, 'NOT') !== 'yet') continue
    const isSide =
      at > from && context.hasAny(from, SIDES) && (context.endsAny(at, SIDES) || context.endsAt(at, 'ADVERB'))
    if (!isSide && !(at === from && followsBullet(context, from))) return null
    const verb = afterAdverbs(context, context.after(at, 'NOT'))
    const answer = context.value(context.after(verb, 'SAY'), 'SAY') === 'proposed'
    const deed = answer || context.hasAny(verb, DEEDS) || context.value(verb, 'SAY') === 'agreed'
    return deed ? { stage: 'stalled', cue: { from: at, to: context.after(at, 'NOT') } } : null
  }
  return null
}

/** "chưa thống nhất … nên hàng hóa chưa qua được": where the result of a state begins. */
function resultAt(context: ReadContext, from: number, to: number): number {
  for (let at = from; at < to; at++) if (context.has(at, 'NEED') && at - from > 1) return at
  return to
}

const SIDES: readonly ClassName[] = ['JOINT', 'LOC', 'BODY', 'PRONOUN', 'SIDEWORD', 'PAIR']
const DEEDS: readonly ClassName[] = ['ACT', 'DEED', 'SIGN', 'DONE', 'STARTED', 'APPROVED']

function afterAdverbs(context: ReadContext, from: number): number {
  let at = from
  while (context.has(at, 'ADVERB') && !context.hasAny(at, DEEDS)) at = context.after(at, 'ADVERB')
  return at
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
  while (from < to && context.isMark(from, ',;')) from++
  from = Math.max(context.after(from, 'CONTRAST'), context.after(from, 'ALSO'))
  for (let at = from; at < Math.min(to, from + LEADING); at++) {
    if (!context.isMark(at, ',')) continue
    if (!context.hasAny(from, CIRCUMSTANCES)) break
    from = at + 1
  }
  return to - from > 2 && !context.has(from, 'SUBORD') ? { from, to } : null
}

/** What begins the words that only say when, where or at what. */
const CIRCUMSTANCES: readonly ClassName[] = [
  'DATE',
  'WITHIN',
  'AT',
  'FROM',
  'DAYWORD',
  'TO',
  'ACCORDING',
  'FRAMEWORD',
  'ATTEND',
  'SAMEDAY',
]

/** The token at which the thing begins that the clause is about, or null. */
function thingIn(context: ReadContext, { from, to }: TokenRange): number | null {
  for (let at = from; at < Math.min(to, from + SUBJECT); at++) {
    if (context.hasAny(at, ['SAY', 'JOINT', 'PERSON', 'NEED'])) return null
    if (context.value(at, 'PROJECT') === 'activity') return isShared(context, at, to) ? at : null
    if (context.hasAny(at, THINGS)) return at
    if (context.hasAny(at, ['MECHANISM', 'MEET']) && willBe(context, at, to)) return at
  }
  return null
}

/** "các cuộc tuần tra chung được tiến hành": what is carried on together, and told of in the passive. */
function isShared(context: ReadContext, from: number, to: number): boolean {
  let shared = false
  for (let at = from; at < to; at++) {
    if (context.hasAny(at, ['SHARED', 'JOINT', 'PAIR', 'COOPERATION'])) shared = true
    if (context.has(at, 'PASSIVE')) return shared && context.hasAny(at + 1, ['ACT', 'HELD', 'DEED', 'STARTED'])
  }
  return false
}

/** "Hội nghị lần thứ 17 sẽ họp tại …": of meetings only those to come are told. */
function willBe(context: ReadContext, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (context.has(at, 'WILL')) return isPlanned(context, at)
    if (context.hasAny(at, ['DID', 'SAY', 'COPULA'])) return false
  }
  return false
}

const afterThing = (context: ReadContext, at: number): number =>
  Math.max(...THINGS.map(name => context.after(at, name)))

/** What a clause may be about. */
const THINGS: readonly ClassName[] = ['GATEPAIR', 'LINK', 'LINKKIND', 'GATEKIND', 'PROJECT']

/** What is told of the thing behind it. */
function stateBehind(context: ReadContext, thing: number, to: number): Told | null {
  for (let at = thing; at < to; at++) {
    // "lối thông quan | tiếp tục vận hành", "cơ chế thông báo | đang …": what a thing is called tells nothing of its state.
    for (let end = afterThing(context, at); end > at; end = afterThing(context, at)) at = context.after(end, 'SAY')
    if (context.hasAny(at, ['SAY', 'NEED', 'ORDER'])) return null
    if (context.has(at, 'WILL'))
      return isPlanned(context, at) ? { stage: 'pledged', cue: { from: at, to: at + 1 } } : null
    const stage =
      stageAt(context, at) ?? (context.value(thing, 'PROJECT') === 'activity' ? carriedOn(context, at) : null)
    if (stage) return { stage, cue: { from: at, to: at + 1 } }
  }
  return null
}

/** "sẽ được xây", "sẽ khởi công", "sẽ họp tại": what is planned, and no more than a guess. */
function isPlanned(context: ReadContext, will: number): boolean {
  if (context.value(will, 'WILL') === 'passive') return true
  let at = context.after(will, 'WILL')
  while (context.has(at, 'ADVERB')) at = context.after(at, 'ADVERB')
  return (
    context.endsAt(at, 'PASSIVE') ||
    context.hasAny(at, ['PASSIVE', 'STARTED', 'DONE', 'DEED', 'SIGN', 'HELD', 'SUBORD'])
  )
}

/** "được tiến hành thường xuyên", "đã được tổ chức". */
function carriedOn(context: ReadContext, at: number): Stage | null {
  if (!context.has(at, 'PASSIVE') || !context.hasAny(at + 1, ['ACT', 'HELD', 'DEED'])) return null
  return context.endsAt(at, 'DID') ? 'done' : 'underway'
}

/** "cặp chợ được công bố", "được nâng cấp": what a thing of the border has gone through. */
function doneTo(context: ReadContext, verb: number): Stage | null {
  const deed = oneOf(STAGES, context.value(verb, 'DEED') ?? '')
  return deed ?? (context.has(verb, 'ISSUE') || context.value(verb, 'SAY') === 'declared' ? 'done' : null)
}

function stageAt(context: ReadContext, at: number): Stage | null {
  if (context.value(at, 'NOT') === 'yet') return 'stalled'
  if (context.has(at, 'STALLED')) return 'stalled'
  if (context.has(at, 'DOING') || (context.value(at, 'ACT') === 'continue' && !context.endsAt(at, 'ACT')))
    return 'underway'
  if (context.has(at, 'STARTED')) return 'underway'
  // "cặp cửa khẩu mở ngày 27/2": what a day is told of has happened.
  if (context.has(at, 'DEED') && context.has(context.after(at, 'DEED'), 'DATE')) return 'done'
  const done = context.has(at, 'PASSIVE') ? doneTo(context, afterAdverbs(context, context.after(at, 'PASSIVE'))) : null
  if (done) return done
  return context.has(at, 'DONE') && !context.endsAny(at, ['ACT', 'PURPOSE', 'THAT']) ? 'done' : null
}
