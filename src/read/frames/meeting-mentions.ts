import { NONE } from '../../grammar/none.ts'
import { captureOf, type Node } from '../../grammar/node.ts'
import type { ClassName } from '../../lang/classes.ts'
import { type MeetingKind, MEETING_KINDS, oneOf } from '../../model/kinds.ts'
import { skeleton } from '../../text/fold.ts'
import { firstAtLeast } from '../../text/search.ts'
import { CAPITAL } from '../../text/tokens.ts'
import type { ReadContext, Sentence } from '../context.ts'
import type { ReadDate } from '../dates/dates.ts'
import { type Scene, subjectAt } from '../statements/subject.ts'
import { dayOf } from './meeting-days.ts'
import { isToCome, weightOf } from './meeting-weights.ts'
import type { ReadMechanism } from './mechanisms.ts'
import { ordinalAt } from './ordinals.ts'
import type { ReadPerson } from './people.ts'

/** A mention of something that was held. */
export interface Mention {
  readonly node: Node
  readonly kind: MeetingKind
  /** The skeleton of what it is called: "hoi nghi cap cao", "le ky ban ghi nho". */
  readonly key: string
  /** The skeleton of the word of kind alone; null where it tells no sort: "buổi lễ". */
  readonly sort: string | null
  /** Small letters and nothing more: "diễn đàn" takes up again what was named before. */
  readonly generic: boolean
  readonly start: string | null
  readonly end: string | null
  readonly place: string | null
  readonly mechanism: ReadMechanism | null
  /** The number of the session: "lần thứ 15". */
  readonly session: number | null
  /** The year of a visit of before: "chuyến thăm … năm 1993". */
  readonly year: string | null
  /** Told of as on the day of the report's own occasion: "buổi chiều", "cùng dịp". */
  readonly sameDay: boolean
  /** Who visits, where the words name somebody. */
  readonly visitor: ReadPerson | null
  /** How much the words show that it is the report's own or another definite occasion. */
  readonly weight: number
}

/** What a mention is weighed against. */
export interface Frame {
  readonly dates: readonly ReadDate[]
  readonly mechanisms: readonly ReadMechanism[]
  /** The token at which the head of the report ends: title and first sentences of the body. */
  readonly headEnd: number
}

/** What is told of a meeting where it is named; null where the words are no meeting that is held. */
export function mentionOf(scene: Scene, node: Node, frame: Frame): Mention | null {
  const { context } = scene
  const head = captureOf(node, 'head')
  const kind = head ? (oneOf(MEETING_KINDS, context.valueOf(head.edge)) ?? CEREMONY) : null
  const zone = context.zoneAt(node.start)
  if (!kind || (zone !== 'body' && zone !== 'title') || isPlural(context, node) || isInName(context, node)) return null
  const sentence = context.sentences[context.sentenceAt(node.start)]
  if (node.classId === context.idOf('OPENED') && !isOpening(scene, node, sentence, frame.dates)) return null
  const year = kind === 'visit' ? yearBehind(context, node, sentence) : null
  const date = year === null ? dayOf(context, node, sentence, frame.dates) : null
  const mechanism = mechanismOver(frame.mechanisms, node)
  if (date === null && isToCome(context, node, Math.max(node.end, mechanism?.node.end ?? 0))) return null
  const visitor = kind === 'visit' ? visitorOf(scene, node, sentence) : null
  return {
    node,
    kind,
    mechanism,
    session: mechanism?.session ?? sessionBehind(context, node),
    year,
    sameDay: isSameDay(context, Math.max(node.end, mechanism?.node.end ?? 0), sentence),
    visitor,
    key: skeleton(context.textOf(node.start, kind === 'ceremony' ? Math.min(node.end + 4, sentence.to) : node.end)),
    sort: context.has(node.start, 'GENERIC') ? null : skeleton(context.textOf(node.start, node.end)),
    generic:
      kind === 'ceremony' ? isBare(context, node) : mechanism === null && isGeneric(context, node, date !== null),
    start: date?.start ?? null,
    end: date?.end ?? null,
    place: placeOf(scene, node, sentence),
    weight: weightOf(context, { node, kind, mechanism, visitor, year }, date !== null, frame.headEnd),
  }
}

/** The mechanism whose words the mention shares. */
function mechanismOver(mechanisms: readonly ReadMechanism[], node: Node): ReadMechanism | null {
  const first = mechanisms[firstAtLeast(mechanisms.length, i => mechanisms[i].node.end, node.start + 1)]
  return first && first.node.start < node.end ? first : null
}

const CEREMONY: MeetingKind = 'ceremony'

/** "Ngày 12/9, hai bên công bố mở cửa khẩu …": somebody opens something, on a day that is told with it. */
function isOpening(scene: Scene, node: Node, sentence: Sentence, dates: readonly ReadDate[]): boolean {
  const { context } = scene
  if (context.nodeOver('MEETING', node.start) || context.endsAny(node.start, NOT_YET)) return false
  if (dayOf(context, node, sentence, dates)?.start == null) return false
  const head = captureOf(node, 'head')
  const opened = head && context.valueOf(head.edge) === 'gate' ? GATES : WORKS
  // "cầu … được khánh thành": what is opened stands before the verb.
  const before = context.endsAt(node.start, 'PASSIVE')
  const from = before ? Math.max(sentence.from, node.start - OPENED_WITHIN) : node.end
  for (let at = from; at < Math.min(sentence.to, from + OPENED_WITHIN); at++)
    if (context.hasAny(at, opened)) return true
  return false
}

/** How far from the verb that which is opened may stand, in tokens. */
const OPENED_WITHIN = 12
const GATES: readonly ClassName[] = ['GATEPAIR', 'GATEKIND']
const WORKS: readonly ClassName[] = [...GATES, 'LINK', 'LINKKIND', 'PROJECT']
/** Words that make a verb behind them a task, a plan or a noun. */
const NOT_YET: readonly ClassName[] = ['WILL', 'NEED', 'HASTE', 'THAT', 'NOUNMARK', 'ACT', 'NOT', 'NEGOTIATE', 'SAY']

/** Small letters and no day of its own; or in apposition: "Đối thoại Shangri-La, diễn đàn … từ 31/5". */
const isGeneric = (context: ReadContext, { start }: Node, dated: boolean): boolean =>
  (context.tokens.shape[start] & CAPITAL) === 0 &&
  (!dated || context.isMark(start - 1, ',') || context.endsAt(start, 'COPULA'))

/** "tại lễ ký kết, …", "lễ đón có …": nothing names it. */
const isBare = (context: ReadContext, { end }: Node): boolean =>
  context.mark(end) !== '' || context.hasAny(end, ['COPULA', 'DID', 'SAY', 'WITHIN', 'PERSON'])

/** The year that tells a visit from that of the report: "chuyến thăm … năm 1993", "… tháng 9/2018". */
function yearBehind(context: ReadContext, node: Node, { to }: Sentence): string | null {
  const next = context.nodesBetween('MEETING', node.end, to)[0]?.start ?? to
  const [date] = context.nodesBetween('DATE', node.end, Math.min(next, node.end + YEAR_WITHIN))
  const year = date && PAST_KINDS.has(date.rule.constants['kind'] ?? '') ? captureOf(date, 'year') : undefined
  return year ? context.captureText(year) : null
}

const PAST_KINDS = new Set(['year', 'month'])

/** How far behind a visit its year may stand, in tokens: behind the visitor. */
const YEAR_WITHIN = 16

/** "hội đàm lần thứ 15": the number behind a meeting that is no named mechanism. */
function sessionBehind(context: ReadContext, { end }: Node): number | null {
  const number = context.after(end, 'SESSIONWORD')
  return number > end ? ordinalAt(context, number) : null
}

function isSameDay(context: ReadContext, end: number, { from, to }: Sentence): boolean {
  for (let at = from; at < Math.min(to, end + SAME_WITHIN); at++) if (context.has(at, 'SAMEDAY')) return true
  return false
}

/** How far behind a mention it may be told that it was on the same day, in tokens. */
const SAME_WITHIN = 8

/** Whose visit: "chuyến thăm Trung Quốc của Tổng Bí thư …". */
function visitorOf(scene: Scene, node: Node, sentence: Sentence): ReadPerson | null {
  const { context } = scene
  for (let at = node.end; at < Math.min(sentence.to, node.end + 14); at++) {
    if (context.isMark(at, ',')) return null
    const subject = context.has(at, 'OF') ? subjectAt(scene, at + 1) : null
    if (subject?.person) return subject.person
  }
  return null
}

/** "diễn đàn đa phương", "các chuyến thăm cấp cao": a field of cooperation. */
const isInField = (context: ReadContext, { start, end }: Node): boolean =>
  context.after(start, 'FIELD') > end || context.after(start - 1, 'FIELD') >= end

/** "các chuyến thăm", "những cuộc gặp": no definite occasion. */
const isPlural = (context: ReadContext, node: Node): boolean =>
  context.valueOf(context.edgeTo(node.start, 'NOUNMARK')) === 'many'

/** "Đại hội đại biểu nhân dân" is a body; "Lễ khai mạc Diễn đàn" is a ceremony, and no forum besides. */
function isInName(context: ReadContext, node: Node): boolean {
  if (context.endsAt(node.start, 'MEETING') || isInField(context, node)) return true
  const body = context.nodeOver('BODY', node.start)
  return body !== null && node.end <= body.end
}

/** The place behind "tại" nearest after the mention, else anywhere in its sentence. */
function placeOf(scene: Scene, node: Node, sentence: Sentence): string | null {
  const { context } = scene
  for (const from of [node.end, sentence.from])
    for (let at = from; at < sentence.to; at++) {
      const loc = context.has(at, 'AT') ? context.edge(at + 1, 'LOC') : NONE
      if (loc !== NONE) return scene.places.between(at + 1, context.lattice.end[loc])?.name ?? null
    }
  return null
}
