import type { EntityKind } from '../../model/entity.ts'
import type { Session } from '../store.ts'
import type { EntityTable } from '../tables.ts'
import { type Thing, thingOf } from './entities.ts'
import { latestMentions } from './latest.ts'
import type { StoredMention } from './mentions.ts'
import { quotesAt } from './quotes.ts'
import { evidenceOn } from './evidence.ts'
import { rowAt, type UndertakingRow } from './undertakings.ts'
import { type Review, reviewMeeting } from './review.ts'

/** A mention with its words. */
export interface QuotedMention extends StoredMention {
  readonly quote: string
}

/** Mentions with the words of their line around them. */
export async function withQuotes(session: Session, mentions: readonly StoredMention[]): Promise<QuotedMention[]> {
  const quotes = await quotesAt(session, mentions, 'around')
  return mentions.map((mention, i) => ({ ...mention, quote: quotes[i] }))
}

/** An entity with its latest mentions. */
export interface ThingHistory {
  readonly thing: Thing
  readonly mentions: readonly QuotedMention[]
}

export async function thingHistory(
  session: Session,
  entity: EntityTable,
  limit: number,
  at: string,
): Promise<ThingHistory> {
  const mentions = await latestMentions(session, entity, limit, at)
  return { thing: thingOf(entity), mentions: await withQuotes(session, mentions) }
}

/** A meeting with its reports and what they tell of undertakings. */
export interface MeetingHistory extends ThingHistory {
  readonly review: Review | null
  readonly undertakings: readonly UndertakingRow[]
}

export async function meetingHistory(
  session: Session,
  entity: EntityTable,
  limit: number,
  at: string,
): Promise<MeetingHistory> {
  const review = await reviewMeeting(session, { what: 'entity', entity }, at)
  const rows = [...(review?.said ?? [])].flatMap(([id, said]) => rowAt(id, '', said, at) ?? [])
  return { ...(await thingHistory(session, entity, limit, at)), review, undertakings: rows }
}

/** Undertakings that some reports speak of, with whether they are told of for the first time, and where they stood before. */
export interface News {
  readonly row: UndertakingRow
  readonly before: UndertakingRow | null
}

/** Ids of the entities of a kind that some reports speak of, `most` of them at most. */
export async function entitiesIn(
  session: Session,
  docs: readonly string[],
  kind: EntityKind,
  most?: number,
): Promise<string[]> {
  const query = session.db
    .selectFrom('mention')
    .innerJoin('profile', 'profile.id', 'mention.profile')
    .select('profile.entity')
    .distinct()
    .where(session.among('mention.doc', docs))
    .where('mention.kind', '=', kind)
  const rows = await (most === undefined ? query : query.limit(most)).execute()
  return rows.map(({ entity }) => entity)
}

/** What some reports bring: undertakings as they stand with them, and as they stood without. */
export async function newsOf(session: Session, docs: readonly string[], at: string): Promise<News[]> {
  const ids = await entitiesIn(session, docs, 'undertaking')
  const fresh = new Set(docs)
  const evidence = await evidenceOn(session, ids, at, docs)
  return [...evidence].flatMap(([id, said]) => {
    const row = rowAt(id, '', said, at)
    const before = rowAt(
      id,
      '',
      said.filter(({ doc }) => !fresh.has(doc)),
      at,
    )
    return row ? [{ row, before }] : []
  })
}
