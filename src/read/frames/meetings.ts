import { NONE } from '../../grammar/none.ts'
import { captureOf, type Node } from '../../grammar/node.ts'
import type { Draft } from '../../model/claim.ts'
import { type MeetingKind, MEETING_KINDS, oneOf } from '../../model/kinds.ts'
import { dayNumber } from '../../model/calendar.ts'
import { skeleton } from '../../text/fold.ts'
import { CAPITAL } from '../../text/tokens.ts'
import type { ReadContext, Sentence } from '../context.ts'
import { datesIn, type ReadDate } from '../dates/dates.ts'
import { type Scene, subjectAt } from '../statements/subject.ts'
import { mechanismsOf, type ReadMechanism } from './mechanisms.ts'
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
/** Longest meeting, in days: what is longer is a period, such as that of an anniversary. */
const LONGEST = 60

/** The occasions of a report: the mentions of each kind, told apart by what they are called, who comes and when. */
export function readMeetings(scene: Scene, dates: readonly ReadDate[]): Mention[] {
  const { context } = scene
  const frame = { dates, mechanisms: mechanismsOf(context), headEnd: headEndOf(context.sentences) }
  const kept: Mention[] = []
  for (const node of context.nodes('MEETING')) {
    const mention = mentionOf(scene, node, frame)
    if (!mention) continue
    const same = kept.findLastIndex((other, i) => i >= kept.length - MOST_COMPARED && isSame(other, mention))
    if (same < 0) kept.push(mention)
    else kept[same] = merged(kept[same], mention)
  }
  const definite = kept.filter(m => m.weight >= DEFINITE)
  return withMainDay(withoutGeneric(context, definite))
}

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

function withMainDay(mentions: readonly Mention[]): Mention[] {
  const main = mentions[0]
  if (!main?.start || main.start !== main.end) return [...mentions]
  return mentions.map(m =>
    m.start === null && !m.mechanism && OF_THE_DAY.has(m.kind) ? { ...m, start: main.start, end: main.end } : m,
  )
}

function isSame(a: Mention, b: Mention): boolean {
  if (a.kind !== b.kind || (a.visitor && b.visitor && a.visitor !== b.visitor)) return false
  if (a.start !== null && b.start !== null) return a.start === b.start
  if (a.mechanism?.session && b.mechanism?.session) return a.mechanism.session === b.mechanism.session
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
  visitor: a.visitor ?? b.visitor,
  weight: Math.max(a.weight, b.weight),
})

function mentionOf(scene: Scene, node: Node, frame: Frame): Mention | null {
  const { context } = scene
  const head = captureOf(node, 'head')
  const kind = head ? oneOf(MEETING_KINDS, context.valueOf(head.edge)) : null
  const zone = context.zoneAt(node.start)
  if (!kind || (zone !== 'body' && zone !== 'title') || isPlural(context, node) || isInName(context, node)) return null
  const sentence = context.sentences[context.sentenceAt(node.start)]
  const date = dateOf(context, node, sentence, frame.dates)
  const mechanism = frame.mechanisms.find(m => m.node.start < node.end && node.start < m.node.end) ?? null
  const visitor = kind === 'visit' ? visitorOf(scene, node, sentence) : null
  return {
    node,
    kind,
    mechanism,
    visitor,
    key: skeleton(context.textOf(node.start, kind === 'ceremony' ? Math.min(node.end + 4, sentence.to) : node.end)),
    generic:
      kind !== 'ceremony' && date === null && mechanism === null && (context.tokens.shape[node.start] & CAPITAL) === 0,
    start: date?.start ?? null,
    end: date?.end ?? null,
    place: placeOf(scene, node, sentence),
    weight: weightOf(context, { node, kind, mechanism, visitor }, date !== null, frame.headEnd),
  }
}

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
const isPlural = (context: ReadContext, node: Node): boolean => context.endsAt(node.start, 'NOUNMARK')

/** "Đại hội đại biểu nhân dân" is a body; "Lễ khai mạc Diễn đàn" is a ceremony, and no forum besides. */
function isInName(context: ReadContext, node: Node): boolean {
  if (context.endsAt(node.start, 'MEETING')) return true
  const body = context.nodeOver('BODY', node.start)
  return body !== null && node.end <= body.end
}

const DAY_KINDS = new Set(['day', 'days', 'relDay'])

/** The day that stands nearest to the mention in its sentence. */
function dateOf(context: ReadContext, node: Node, sentence: Sentence, dates: readonly ReadDate[]): ReadDate | null {
  const inSentence = datesIn(dates, sentence).filter(d => DAY_KINDS.has(d.kind) && !isLong(d))
  const distance = (d: ReadDate): number =>
    d.node.start >= node.end ? d.node.start - node.end : node.start - d.node.end
  const near = inSentence.toSorted((a, b) => distance(a) - distance(b))[0]
  return near && !hasOtherMeeting(context, node, near) ? near : null
}

const isLong = ({ start, end }: ReadDate): boolean =>
  start !== null && end !== null && dayNumber(end) - dayNumber(start) > LONGEST

/** Whether another meeting stands between a meeting and a date, and so is the one that is dated. */
function hasOtherMeeting(context: ReadContext, node: Node, date: ReadDate): boolean {
  const [from, to] = date.node.start >= node.end ? [node.end, date.node.start] : [date.node.end, node.start]
  return context.nodesBetween('MEETING', from, to).some(m => m.end <= to && !context.endsAt(m.start, 'MEETING'))
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

/** How definite the words around a mention make it, by its kind. */
function kindWeight(context: ReadContext, { node, kind, visitor }: Pick<Mention, 'node' | 'kind' | 'visitor'>): number {
  if (kind === 'ceremony') return isHeld(context, node) ? 2 : 0
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

/** How far behind a mention those who meet are named, in tokens. */
const NAMED_WITHIN = 24

/** Those who met: "giữa A, B và C", "với B" behind the mention; else the sides of the report. */
function partiesOf({ context, places, sides }: Scene, node: Node): string[] {
  const { to } = context.sentences[context.sentenceAt(node.start)]
  const all = sides.joint.map(side => side.name)
  for (let at = node.start; at < Math.min(to, node.end + NAMED_WITHIN); at++) {
    if (context.isMark(at, '.;:') || context.hasAny(at, ['SAY', 'WILL'])) break
    const joins = context.value(at, 'PARTIES')
    if (joins === null) continue
    const named = namesFrom(context, places, at + 1, to)
    if (joins === 'among' && named.length > 1) return named
    if (joins === 'with' && named.length > 0 && sides.home && !named.includes(sides.home.name))
      return [sides.home.name, ...named]
  }
  return all
}

/** The places of a list: "tỉnh Cao Bằng, Lạng Sơn và Khu tự trị …". Words of kind and brackets are looked over. */
function namesFrom(context: ReadContext, places: Scene['places'], from: number, to: number): string[] {
  const names: string[] = []
  let last = from
  for (let at = from; at < to && at - last < 6 && !context.has(at, 'AT'); at++) {
    const loc = context.edge(at, 'LOC')
    if (loc === NONE) continue
    const place = places.between(at, context.lattice.end[loc])
    if (place && !names.includes(place.name)) names.push(place.name)
    at = context.lattice.end[loc] - 1
    last = at + 1
  }
  return names
}

export const meetingDrafts = (scene: Scene, dates: readonly ReadDate[]): Draft[] =>
  readMeetings(scene, dates).map(({ node, kind, start, end, place, mechanism }) => ({
    type: 'meeting',
    span: scene.context.spanOf(node.start, node.end),
    rule: node.rule.name,
    kind,
    start,
    end,
    place,
    parties: partiesOf(scene, node),
    mechanism: mechanism?.known?.name ?? mechanism?.name ?? null,
    session: mechanism?.session ?? null,
    people: [],
  }))
