import { NONE } from '../../grammar/none.ts'
import type { Node } from '../../grammar/node.ts'
import type { MeetingKind } from '../../model/kinds.ts'
import type { ReadContext } from '../context.ts'
import type { ReadMechanism } from './mechanisms.ts'
import type { ReadPerson } from './people.ts'

/** What a mention is weighed by. */
interface Weighed {
  readonly node: Node
  readonly kind: MeetingKind
  readonly mechanism: ReadMechanism | null
  readonly visitor: ReadPerson | null
  readonly year: string | null
}

/** How much the words show that a mention is the report's own or another definite occasion. */
export function weightOf(context: ReadContext, mention: Weighed, dated: boolean, headEnd: number): number {
  const { node, mechanism, year } = mention
  let weight = dated ? 2 : 0
  if (year !== null) weight += 1
  if (context.zoneAt(node.start) === 'title' || node.start < headEnd) weight += 2
  if (mechanism) weight += mechanism.session === null ? 1 : 2
  if (context.endsAt(node.start, 'FRAMEWORD')) weight -= 2
  return weight + kindWeight(context, mention)
}

/** "Hội nghị lần thứ 17 sẽ họp tại Nam Ninh", "lễ khai mạc … sẽ sớm diễn ra": no day yet. */
export function isToCome(context: ReadContext, { start }: Node, end: number): boolean {
  if (isAgreedOn(context, start)) return true
  for (let at = end; at < end + SOON && !context.isMark(at, '.;,'); at++)
    if (context.has(at, 'WILL')) return at < end + 4 || context.has(hastened(context, at), 'ATTEND')
  return false
}

/** "hai bên thống nhất tổ chức hội nghị lần thứ 7": agreed on, and not held yet. */
function isAgreedOn(context: ReadContext, start: number): boolean {
  const act = context.edgeTo(start, 'ACT')
  const before = act === NONE ? start : context.lattice.start[act]
  return context.valueOf(context.edgeTo(before, 'SAY')) === 'agreed'
}

const hastened = (context: ReadContext, will: number): number => context.after(context.after(will, 'WILL'), 'HASTE')

/** How far behind a mention it may be told that it is to come, in tokens. */
const SOON = 16

/** How definite the words around a mention make it, by its kind. */
function kindWeight(context: ReadContext, { node, kind, visitor }: Weighed): number {
  if (kind === 'ceremony') return isHeld(context, node) || context.endsAny(node.start, ['AT', 'AFTER']) ? 2 : 0
  if (kind === 'visit') {
    const named = visitor ? 1 : context.has(node.end, 'OF') ? -2 : 0
    return named + (context.has(node.end, 'LOC') ? 1 : 0) - (context.has(node.start, 'GENERIC') ? 2 : 0)
  }
  if (context.hasAny(node.start - 1, ['AT', 'WITHIN'])) return kind === 'conference' || kind === 'forum' ? 1 : 2
  return context.endsAt(node.start, 'DID') || context.endsAt(node.start - 1, 'DID') ? 2 : 0
}

/** Told of as held: somebody attends it, it took place, and it is not to come. */
function isHeld(context: ReadContext, node: Node): boolean {
  const sentence = context.sentences[context.sentenceAt(node.start)]
  for (let at = sentence.from; at < sentence.to; at++) if (context.has(at, 'ATTEND')) return !isAnnounced(context, node)
  return false
}

/** Told of as to come: "sẽ có lễ ký kết". */
function isAnnounced(context: ReadContext, node: Node): boolean {
  const sentence = context.sentences[context.sentenceAt(node.start)]
  for (let at = sentence.from; at < node.start; at++) if (context.has(at, 'WILL')) return true
  return false
}
