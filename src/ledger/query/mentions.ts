import type { EntityKind } from '../../model/entity.ts'
import type { Session } from '../store.ts'
import { byCodeUnit } from '../../text/order.ts'

/** A mention of an entity. */
export interface BareMention {
  readonly claim: string
  readonly kind: EntityKind
  readonly entity: string
  readonly profile: string
  readonly doc: string
  readonly day: string | null
  readonly label: string
  readonly facts: readonly string[]
  readonly said: Readonly<Record<string, unknown>> | null
  readonly start: number
  readonly end: number
}

/** A mention of an entity, with the report that it stands in. */
export interface StoredMention extends BareMention {
  readonly title: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly file: string | null
  readonly published: string | null
}

/** All that reports say of some entities, in order of when it was said. */
export const mentionsOf = (session: Session, entities: readonly string[]): Promise<StoredMention[]> =>
  mentionsWhere(session, 'profile.entity', entities)

/** The same without the reports: where many mentions are read to be counted. */
export const bareMentionsOf = (session: Session, entities: readonly string[]): Promise<BareMention[]> =>
  bareMentionsWhere(session, 'profile.entity', entities)

/** All that is said in some reports. */
export const mentionsIn = (session: Session, docs: readonly string[]): Promise<StoredMention[]> =>
  mentionsWhere(session, 'mention.doc', docs)

/** What some claims say. */
export const mentionsBy = (session: Session, claims: readonly string[]): Promise<StoredMention[]> =>
  mentionsWhere(session, 'mention.claim', claims)

async function mentionsWhere(session: Session, column: string, values: readonly string[]): Promise<StoredMention[]> {
  const mentions = await bareMentionsWhere(session, column, values)
  if (mentions.length === 0) return []
  const docs = [...new Set(mentions.map(({ doc }) => doc))]
  const rows = await session.db
    .selectFrom('report')
    .select(['doc', 'title', 'outlet', 'url', 'file', 'published'])
    .where(session.among('doc', docs))
    .execute()
  const reports = new Map(rows.map(row => [row.doc, row]))
  return mentions.map(mention => ({ ...mention, ...reports.get(mention.doc)! }))
}

async function bareMentionsWhere(session: Session, column: string, values: readonly string[]): Promise<BareMention[]> {
  if (values.length === 0) return []
  const rows = await session.db
    .selectFrom('mention')
    .innerJoin('profile', 'profile.id', 'mention.profile')
    .selectAll('mention')
    .select('profile.entity')
    .where(session.among(column, values))
    .execute()
  return rows
    .map(({ facts, said, ...row }): BareMention => ({
      ...row,
      facts: JSON.parse(facts) as string[],
      said: said === null ? null : (JSON.parse(said) as Record<string, unknown>),
    }))
    .toSorted(inOrder)
}

/** By when it was said, then by report and place; of one claim that speaks of several parts, by the part's profile: no two are equal. */
export const inOrder = (a: BareMention, b: BareMention): number =>
  byCodeUnit(a.day ?? '', b.day ?? '') ||
  byCodeUnit(a.doc, b.doc) ||
  a.start - b.start ||
  byCodeUnit(a.claim, b.claim) ||
  byCodeUnit(a.profile, b.profile)
