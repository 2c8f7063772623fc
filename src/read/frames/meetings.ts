import { NONE } from '../../grammar/none.ts'
import { captureOf, type Node } from '../../grammar/node.ts'
import type { Draft } from '../../model/claim.ts'
import type { ClassName } from '../../lang/classes.ts'
import { type MeetingKind, MEETING_KINDS, oneOf } from '../../model/kinds.ts'
import { skeleton } from '../../text/fold.ts'
import { CAPITAL } from '../../text/tokens.ts'
import type { ReadContext, Sentence } from '../context.ts'
import type { ReadDate } from '../dates/dates.ts'
import { type Scene, subjectAt } from '../statements/subject.ts'
import { mechanismsOf, type ReadMechanism } from './mechanisms.ts'
import { dayOf, leadDay } from './meeting-days.ts'
import { partiesOf } from './meeting-parties.ts'
import { ordinalValue } from './ordinals.ts'
import type { ReadPerson } from './people.ts'

/** A mention of something that was held. */
interface Mention {
  readonly node: Node
  readonly kind: MeetingKind
  /** The skeleton of what it is called: "hoi nghi cap cao", "le ky ban ghi nho". */
  readonly key: string
  /** Small letters and nothing more: "diễn đàn" takes up again what was named before. */
  readonly generic: boolean
  readonly start: string | null
  readonly end: string | null
  readonly place: string | null
  readonly mechanism: ReadMechanism | null
  /** The number of the session: "lần thứ 15". */
  readonly session: number | null
  /** Told of as on the day of the report's own occasion: "buổi chiều", "cùng dịp". */
  readonly sameDay: boolean
  /** Who visits, where the words name somebody. */
  readonly visitor: ReadPerson | null
  /** How much the words show that it is the report's own or another definite occasion. */
  readonly weight: number
}

/** What a mention is weighed against. */
interface Frame {
  readonly dates: readonly ReadDate[]
  readonly mechanisms: readonly ReadMechanism[]
  /** The token at which the head of the report ends: title and first sentences of the body. */
  readonly headEnd: number
}

/** With how many of the meetings before a mention is compared: it bounds the time that a list of thousands takes. */
const MOST_COMPARED = 48
/** Least weight of a meeting that is claimed. */
const DEFINITE = 2
/** Sentences of the body that tell the report's occasion. */
const HEAD = 3

/** The occasions of a report: the mentions of each kind, told apart by what they are called, who comes and when. */
export function readMeetings(scene: Scene, dates: readonly ReadDate[]): Mention[] {
  const { context } = scene
  const frame = { dates, mechanisms: mechanismsOf(context), headEnd: headEndOf(context.sentences) }
  const kept: Mention[] = []
  for (const node of inOrder(context)) {
    const mention = mentionOf(scene, node, frame)
    if (!mention) continue
    const same = kept.findLastIndex((other, i) => i >= kept.length - MOST_COMPARED && isSame(other, mention))
    if (same < 0) kept.push(mention)
    else kept[same] = merged(kept[same], mention)
  }
  const definite = kept.filter(m => m.weight >= DEFINITE)
  return withMainDay(withoutGeneric(context, definite), leadDay(context, dates))
}

/** Meetings that are named, and openings that are told by their verb. */
const inOrder = (context: ReadContext): Node[] =>
  [...context.nodes('MEETING'), ...context.nodes('OPENED')].toSorted((a, b) => a.start - b.start)

function headEndOf(sentences: readonly Sentence[]): number {
  const body = sentences.filter(s => s.zone === 'body')
  return body[Math.min(HEAD, body.length) - 1]?.to ?? 0
}

/** "cuộc gặp" only takes up again what the report calls talks or a courtesy call elsewhere. */
function withoutGeneric(context: ReadContext, mentions: readonly Mention[]): Mention[] {
  const named = mentions.some(m => m.kind === 'talks' || m.kind === 'courtesy-call')
  return mentions.filter(m => !(named && m.kind === 'working-session' && context.has(m.node.start, 'GENERIC')))
}

/** Kinds that are parts of the day's programme: without a day of their own they share the main one. */
const OF_THE_DAY: ReadonlySet<MeetingKind> = new Set(['talks', 'courtesy-call', 'working-session', 'ceremony', 'other'])

/** The report's own occasion is on the day with which the report begins; what is told as part of it is on its day. */
function withMainDay(mentions: readonly Mention[], lead: ReadDate | null): Mention[] {
  const first = mentions[0]
  const main = first?.start !== null ? first : { ...first, ...dayFields(lead) }
  if (!main?.start || main.start !== main.end || mentions.some(m => (m.start ?? '') > (main.start ?? '')))
    return [...mentions]
  const shares = (m: Mention): boolean =>
    m.start === null && (m === first || m.sameDay || (!m.mechanism && OF_THE_DAY.has(m.kind)))
  return mentions.map(m => (shares(m) ? { ...m, start: main.start, end: main.end } : m))
}

const dayFields = (date: ReadDate | null): Pick<Mention, 'start' | 'end'> => ({
  start: date?.start ?? null,
  end: date?.end ?? null,
})

function isSame(a: Mention, b: Mention): boolean {
  if (a.kind !== b.kind || (a.visitor && b.visitor && a.visitor !== b.visitor)) return false
  if (a.start !== null && b.start !== null) return a.start === b.start
  if (a.session && b.session) return a.session === b.session
  if (a.mechanism?.known && a.mechanism.known === b.mechanism?.known) return true
  if (NAMED_KINDS.has(a.kind) && !b.generic) return a.key.startsWith(b.key) || b.key.startsWith(a.key)
  return true
}

/** Kinds that are told apart by what they are called. */
const NAMED_KINDS: ReadonlySet<MeetingKind> = new Set(['conference', 'forum', 'fair', 'ceremony', 'other'])

const merged = (a: Mention, b: Mention): Mention => ({
  ...(b.weight > a.weight ? b : a),
  start: a.start ?? b.start,
  end: a.start ? a.end : b.end,
  place: a.place ?? b.place,
  mechanism: a.mechanism ?? b.mechanism,
  session: a.session ?? b.session,
  sameDay: a.sameDay || b.sameDay,
  visitor: a.visitor ?? b.visitor,
  weight: Math.max(a.weight, b.weight),
})

function mentionOf(scene: Scene, node: Node, frame: Frame): Mention | null {
  const { context } = scene
  const head = captureOf(node, 'head')
  const kind = head ? (oneOf(MEETING_KINDS, context.valueOf(head.edge)) ?? CEREMONY) : null
  const zone = context.zoneAt(node.start)
  if (!kind || (zone !== 'body' && zone !== 'title') || isPlural(context, node) || isInName(context, node)) return null
  const sentence = context.sentences[context.sentenceAt(node.start)]
  if (node.classId === context.idOf('OPENED') && !isOpening(scene, node, sentence, frame.dates)) return null
  const date = dayOf(context, node, sentence, frame.dates)
  const mechanism = frame.mechanisms.find(m => m.node.start < node.end && node.start < m.node.end) ?? null
  if (date === null && isToCome(context, Math.max(node.end, mechanism?.node.end ?? 0))) return null
  const visitor = kind === 'visit' ? visitorOf(scene, node, sentence) : null
  return {
    node,
    kind,
    mechanism,
    session: mechanism?.session ?? sessionBehind(context, node),
    sameDay: isSameDay(context, Math.max(node.end, mechanism?.node.end ?? 0), sentence),
    visitor,
    key: skeleton(context.textOf(node.start, kind === 'ceremony' ? Math.min(node.end + 4, sentence.to) : node.end)),
    generic: kind !== 'ceremony' && mechanism === null && isGeneric(context, node, date !== null),
    start: date?.start ?? null,
    end: date?.end ?? null,
    place: placeOf(scene, node, sentence),
    weight: weightOf(context, { node, kind, mechanism, visitor }, date !== null, frame.headEnd),
  }
}

const CEREMONY: MeetingKind = 'ceremony'

/** "Ngày 12/9, hai bên công bố mở cửa khẩu …": somebody opens something, on a day that is told with it. */
function isOpening(scene: Scene, node: Node, sentence: Sentence, dates: readonly ReadDate[]): boolean {
  const { context } = scene
  if (context.nodeOver('MEETING', node.start) || context.endsAny(node.start, NOT_YET)) return false
  if (dayOf(context, node, sentence, dates)?.start == null) return false
  const head = captureOf(node, 'head')
  const opened = head && context.valueOf(head.edge) === 'gate' ? GATES : WORKS
  for (let at = node.end; at < Math.min(sentence.to, node.end + OPENED_WITHIN); at++)
    if (context.hasAny(at, opened)) return true
  return false
}

/** How far behind the verb that which is opened may stand, in tokens. */
const OPENED_WITHIN = 12
const GATES: readonly ClassName[] = ['GATEPAIR', 'GATEKIND']
const WORKS: readonly ClassName[] = [...GATES, 'LINK', 'LINKKIND', 'PROJECT']
/** Words that make a verb behind them a task, a plan or a noun. */
const NOT_YET: readonly ClassName[] = ['WILL', 'NEED', 'HASTE', 'THAT', 'NOUNMARK', 'ACT', 'NOT', 'NEGOTIATE', 'SAY']

/** Small letters and no day of its own; or in apposition: "Đối thoại Shangri-La, diễn đàn … từ 31/5". */
const isGeneric = (context: ReadContext, { start }: Node, dated: boolean): boolean =>
  (context.tokens.shape[start] & CAPITAL) === 0 && (!dated || context.isMark(start - 1, ','))

/** "hội đàm lần thứ 15": the number behind a meeting that is no named mechanism. */
function sessionBehind(context: ReadContext, { end }: Node): number | null {
  const number = context.after(end, 'SESSIONWORD')
  return number > end ? ordinalValue(context.textOf(number, number + 1)) : null
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

/** "các chuyến thăm", "những cuộc gặp": no definite occasion. */
const isPlural = (context: ReadContext, node: Node): boolean =>
  context.valueOf(context.edgeTo(node.start, 'NOUNMARK')) === 'many'

/** "Đại hội đại biểu nhân dân" is a body; "Lễ khai mạc Diễn đàn" is a ceremony, and no forum besides. */
function isInName(context: ReadContext, node: Node): boolean {
  if (context.endsAt(node.start, 'MEETING')) return true
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

function weightOf(
  context: ReadContext,
  mention: Pick<Mention, 'node' | 'kind' | 'mechanism' | 'visitor'>,
  dated: boolean,
  headEnd: number,
): number {
  const { node, mechanism } = mention
  let weight = dated ? 2 : 0
  if (context.zoneAt(node.start) === 'title' || node.start < headEnd) weight += 2
  if (mechanism) weight += mechanism.session === null ? 1 : 2
  if (context.endsAt(node.start, 'FRAMEWORD')) weight -= 2
  return weight + kindWeight(context, mention)
}

/** "Hội nghị lần thứ 17 sẽ họp tại Nam Ninh": no day yet. */
function isToCome(context: ReadContext, end: number): boolean {
  for (let at = end; at < end + 4; at++) if (context.has(at, 'WILL')) return true
  return false
}

/** How definite the words around a mention make it, by its kind. */
function kindWeight(context: ReadContext, { node, kind, visitor }: Pick<Mention, 'node' | 'kind' | 'visitor'>): number {
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

export const meetingDrafts = (scene: Scene, dates: readonly ReadDate[]): Draft[] =>
  readMeetings(scene, dates).map(meeting => ({
    type: 'meeting',
    span: scene.context.spanOf(meeting.node.start, meeting.node.end),
    rule: meeting.node.rule.name,
    kind: meeting.kind,
    start: meeting.start,
    end: meeting.end,
    place: meeting.place,
    parties: partiesOf(scene, meeting),
    mechanism: meeting.mechanism?.known?.name ?? meeting.mechanism?.name ?? null,
    session: meeting.session,
    people: [],
  }))
