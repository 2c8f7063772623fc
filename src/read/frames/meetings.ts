import type { Node } from '../../grammar/node.ts'
import type { Draft } from '../../model/claim.ts'
import type { MeetingKind } from '../../model/kinds.ts'
import type { ReadContext, Sentence } from '../context.ts'
import type { ReadDate } from '../dates/dates.ts'
import type { Scene } from '../statements/subject.ts'
import { leadDay } from './meeting-days.ts'
import { type Mention, mentionOf } from './meeting-mentions.ts'
import { partiesOf } from './meeting-parties.ts'
import { peopleOf } from './meeting-people.ts'
import { mechanismsOf } from './mechanisms.ts'

/** With how many of the meetings before a mention is compared: it bounds the time that a list of thousands takes. */
const MOST_COMPARED = 48
/** Least weight of a meeting that is claimed. */
const DEFINITE = 2
/** Sentences of the body that tell the report's occasion. */
const HEAD = 3

/** The occasions of a report: the mentions of each kind, told apart by what they are called, who comes and when. */
function readMeetings(scene: Scene, dates: readonly ReadDate[]): Mention[] {
  const { context } = scene
  const frame = { dates, mechanisms: mechanismsOf(context), headEnd: headEndOf(context.sentences) }
  const kept: Mention[] = []
  for (const node of inOrder(context)) {
    const told = mentionOf(scene, node, frame)
    if (!told) continue
    const mention = ofSeries(kept, told)
    const same = kept.findLastIndex((other, i) => i >= kept.length - MOST_COMPARED && isSame(other, mention))
    if (same < 0) kept.push(mention)
    else kept[same] = merged(kept[same], mention)
  }
  const definite = kept.filter(m => m.weight >= DEFINITE)
  return withMainDay(withoutGeneric(context, definite), leadDay(context, dates))
}

/** "hội nghị lần thứ VIII": another session of the one known series that the report has named by the same word. */
function ofSeries(kept: readonly Mention[], mention: Mention): Mention {
  if (mention.mechanism || mention.session === null || mention.kind !== 'conference') return mention
  const isAlike = ({ kind, key }: Mention): boolean => kind === mention.kind && headOf(key) === headOf(mention.key)
  const series = kept.find(other => isAlike(other) && other.mechanism?.known)
  return series ? { ...mention, mechanism: series.mechanism } : mention
}

/** "hoi nghi" of "hoi nghi thuong nien". */
const headOf = (key: string): string => key.split(' ', 2).join(' ')

/** Meetings that are named, and openings that are told by their verb. */
const inOrder = (context: ReadContext): Node[] =>
  [...context.nodes('MEETING'), ...context.nodes('OPENED')].toSorted((a, b) => a.start - b.start)

function headEndOf(sentences: readonly Sentence[]): number {
  const body = sentences.filter(s => s.zone === 'body')
  return body[Math.min(HEAD, body.length) - 1]?.to ?? 0
}

/** "cuộc gặp" only takes up again what the report calls talks or a courtesy call elsewhere; or a gathering, with no other day. */
function withoutGeneric(context: ReadContext, mentions: readonly Mention[]): Mention[] {
  const named = mentions.some(m => m.kind === 'talks' || m.kind === 'courtesy-call')
  const gatherings = mentions.filter(m => m.kind === 'other')
  const takesUp = (m: Mention): boolean => named || gatherings.some(g => m.start === null || m.start === g.start)
  return mentions.filter(m => !(m.kind === 'working-session' && context.has(m.node.start, 'GENERIC') && takesUp(m)))
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
  if (a.kind !== b.kind || a.year !== b.year || (a.visitor && b.visitor && a.visitor !== b.visitor)) return false
  if (a.start !== null && b.start !== null) return a.start === b.start
  if (a.session && b.session) return a.session === b.session
  if (a.mechanism?.known && a.mechanism.known === b.mechanism?.known) return true
  if (a.kind === 'ceremony' && (a.generic || b.generic)) return isSameSort(a, b)
  if (NAMED_KINDS.has(a.kind) && !b.generic) return a.key.startsWith(b.key) || b.key.startsWith(a.key)
  return true
}

/** "lễ ký kết" takes up "Lễ ký Bản ghi nhớ …"; "buổi lễ" takes up any. */
const isSameSort = ({ sort: a }: Mention, { sort: b }: Mention): boolean =>
  a === null || b === null || a.startsWith(b) || b.startsWith(a)

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
    people: peopleOf(scene, meeting.node),
  }))
