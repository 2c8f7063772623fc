import { wordsOf } from '../../resolve/undertakings/evidence.ts'
import { AGREED } from '../../resolve/undertakings/review.ts'
import { byCodeUnit, grouped } from '../../text/order.ts'
import { type Copy, copiesOf, originalsOf } from './copies.ts'
import type { Session } from '../store.ts'
import type { EntityTable } from '../tables.ts'
import type { Said } from './evidence.ts'
import type { LoggedDecision } from './history.ts'
import { latestMentions } from './latest.ts'
import { mentionsIn, type StoredMention } from './mentions.ts'
import { neighboursOf, type Neighbours } from './neighbours.ts'
import { type CountedPerson, type Present, presentAt } from './present.ts'
import { withWords } from './quotes.ts'
import { type Review, reviewMeeting } from './review.ts'
import { type ReviewedMeeting, reviewedMeeting } from './reviewed.ts'
import { bearingOn, decisionsIn } from './standing.ts'
import { type Telling, tellingsOf } from './undertaking.ts'
import { rowAt, type UndertakingRow } from './undertakings.ts'

/** A mention with its words, and with those of their line around them. */
export type WordedMention = StoredMention & { readonly quote: string; readonly around: string }

/** What was said of one undertaking, in the words of each report that tells it. */
export interface SaidOf {
  readonly undertaking: string
  readonly label: string
  readonly tellings: readonly Telling[]
}

/** What one side said, or several together: their ids; nobody where the reports do not say whose words they are. */
export interface SaidBy {
  readonly by: readonly string[]
  readonly said: readonly SaidOf[]
}

/** A paper that the meeting's reports name. */
export interface Paper {
  readonly entity: EntityTable
  /** `signed`, `issued`, `to-sign`, `in-force`: the first of these that a report says. */
  readonly status: string | null
  readonly mentions: readonly WordedMention[]
}

/** A report that tells of a meeting, or only speaks of it; `only`: what no other report of the meeting tells. */
export interface MeetingReport {
  readonly report: Copy
  readonly occasion: boolean
  readonly only: readonly {
    readonly undertaking: string
    readonly label: string
    readonly words: readonly WordedMention[]
  }[]
  readonly copyOf: string | null
}

/** All that is known of one meeting. */
export interface Dossier {
  readonly entity: EntityTable
  readonly at: string
  readonly people: readonly Present[]
  readonly sides: readonly SaidBy[]
  /** What was agreed or signed, as it stands at the day. */
  readonly agreed: readonly UndertakingRow[]
  readonly papers: readonly Paper[]
  /** The last minutes before the meeting, reviewed as of its day: what was known in the room. */
  readonly last: ReviewedMeeting | null
  readonly since: ReviewedMeeting
  readonly neighbours: Neighbours
  readonly reports: readonly MeetingReport[]
  readonly mentions: readonly WordedMention[]
  readonly decisions: readonly LoggedDecision[]
}

/** Mentions of a meeting that are looked at, and those whose words are shown: the latest ones. */
const MOST_MENTIONS = 300
const SHOWN = 60

/** The dossier of a meeting as of a day. */
export async function dossierOf(session: Session, entity: EntityTable, at: string): Promise<Dossier> {
  const review = (await reviewMeeting(session, { what: 'entity', entity }, at))!
  const { docs } = review
  const mentions = await latestMentions(session, entity, MOST_MENTIONS)
  const { people, start } = JSON.parse(entity.data) as { people: readonly CountedPerson[]; start: string | null }
  const neighbours = await neighboursOf(session, entity)
  const decisions = await decisionsIn(session, [...new Set(mentions.map(({ doc }) => doc))])
  return {
    entity,
    at,
    people: await presentAt(session, docs, people),
    sides: await saidBySides(session, review),
    agreed: review.items.flatMap(({ undertaking }) => {
      const row = rowAt(undertaking, '', review.said.get(undertaking) ?? [], at)
      return row ? [row] : []
    }),
    papers: await papersOf(session, docs),
    last: await lastMinutes(session, neighbours.before, start ?? at),
    since: await reviewedMeeting(session, review),
    neighbours,
    reports: await reportsOf(session, review, mentions),
    mentions: await withWords(session, mentions.slice(-SHOWN)),
    decisions: bearingOn(decisions, new Set(mentions.map(({ claim }) => claim))),
  }
}

/** Meetings before that are looked at for minutes. */
const MINUTES_LOOKED_FOR = 5

/** The review of the nearest meeting before at which, by its own reports, something was agreed. */
async function lastMinutes(
  session: Session,
  before: readonly EntityTable[],
  at: string,
): Promise<ReviewedMeeting | null> {
  const told = before.filter(({ data }) => (JSON.parse(data) as { reports: number }).reports > 0)
  for (const entity of told.slice(0, MINUTES_LOOKED_FOR)) {
    const review = await reviewMeeting(session, { what: 'entity', entity }, at)
    if (review && review.items.length > 0) return await reviewedMeeting(session, review)
  }
  return null
}

/** What the meeting's own reports say of each undertaking. */
const ownSaid = ({ said, docs }: Review): [string, Said[]][] => {
  const own = new Set(docs)
  return [...said].map(([id, all]) => [id, all.filter(({ doc }) => own.has(doc))])
}

/** What was said and not agreed, by who said it: in the order of the words. */
async function saidBySides(session: Session, review: Review): Promise<SaidBy[]> {
  const open = ownSaid(review).flatMap(([undertaking, said]) => {
    const words = said.filter(({ stage }) => !AGREED.has(stage))
    return [...grouped(words, ({ by }) => by.toSorted().join(' '))].map(([by, own]) => ({ undertaking, by, own }))
  })
  const words = open.map(({ own }) => wordsOf(own))
  const tellings = await tellingsOf(
    session,
    words.flat(),
    open.flatMap(({ own }) => own),
    new Set(),
  )
  let from = 0
  const parts = open.map(({ undertaking, by, own }, i) => ({
    by,
    at: Math.min(...own.map(({ mention }) => mention.start)),
    said: {
      undertaking,
      label: rowAt(undertaking, '', own, '9999-12-31')?.label ?? '',
      tellings: tellings.slice(from, (from += words[i].length)),
    },
  }))
  const sides = grouped(
    parts.toSorted((a, b) => a.at - b.at),
    ({ by }) => by,
  )
  return [...sides].map(([by, own]) => ({ by: by === '' ? [] : by.split(' '), said: own.map(({ said }) => said) }))
}

const STATUSES = ['signed', 'issued', 'to-sign', 'in-force']

async function papersOf(session: Session, docs: readonly string[]): Promise<Paper[]> {
  const mentions = (await mentionsIn(session, docs)).filter(({ kind }) => kind === 'instrument')
  const worded = grouped(await withWords(session, mentions), ({ entity }) => entity)
  const entities = await session.selectIn('entity', 'id', [...worded.keys()])
  const papers = entities.map((entity): Paper => {
    const own = worded.get(entity.id)!
    const said = new Set(own.flatMap(({ facts }) => facts))
    return { entity, status: STATUSES.find(each => said.has(`status:${each}`)) ?? null, mentions: own }
  })
  return papers.toSorted(
    (a, b) =>
      STATUSES.indexOf(a.status ?? '') - STATUSES.indexOf(b.status ?? '') || byCodeUnit(a.entity.id, b.entity.id),
  )
}

async function reportsOf(
  session: Session,
  review: Review,
  mentions: readonly StoredMention[],
): Promise<MeetingReport[]> {
  const docs = grouped(mentions, ({ doc }) => doc)
  const originals = await originalsOf(session, [...docs.keys(), ...review.docs])
  const only = await onlyIn(session, review, doc => originals.get(doc) ?? doc)
  const tellers = [...docs].map(([doc, [report]]) => ({ report, copyOf: originals.get(doc) ?? null }))
  const copies = [...(await copiesOf(session, [...docs.keys()]))].flatMap(([original, own]) =>
    own.filter(({ doc }) => !docs.has(doc)).map(report => ({ report, copyOf: original })),
  )
  return [...tellers, ...copies].map(({ report, copyOf }) => ({
    report,
    occasion: review.docs.includes(report.doc),
    only: only.get(report.doc) ?? [],
    copyOf,
  }))
}

/** What only one report tells, by its `doc`: copies of one report are one. Of a meeting with one report there is nothing to compare. */
async function onlyIn(
  session: Session,
  review: Review,
  originalOf: (doc: string) => string,
): Promise<ReadonlyMap<string, MeetingReport['only']>> {
  if (new Set(review.docs.map(originalOf)).size < 2) return new Map()
  const alone = ownSaid(review).flatMap(([undertaking, said]) => {
    const tellers = new Set(said.map(({ doc }) => originalOf(doc)))
    const [doc] = tellers
    return tellers.size === 1 ? [{ doc, undertaking, said: said.filter(each => each.doc === doc) }] : []
  })
  const worded = await withWords(
    session,
    alone.flatMap(({ said }) => said.map(({ mention }) => mention)),
  )
  const words = new Map(worded.map(each => [`${each.claim} ${each.entity}`, each]))
  const told = alone.map(({ doc, undertaking, said }) => ({
    doc,
    undertaking,
    label: rowAt(undertaking, '', said, '9999-12-31')?.label ?? '',
    words: said.map(({ claim }) => words.get(`${claim} ${undertaking}`)!),
  }))
  return grouped(told, ({ doc }) => doc)
}
