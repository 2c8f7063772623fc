import type { EntityKind } from '../../model/entity.ts'
import type { Session } from '../store.ts'

/** A mention of an entity, with the report that it stands in. */
export interface Evidence {
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
  readonly title: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly file: string | null
  readonly published: string | null
}

/** All that reports say of some entities, in order of when it was said. */
export const evidenceOf = (session: Session, entities: readonly string[]): Promise<Evidence[]> =>
  evidenceWhere(session, 'profile.entity', entities)

/** All that is said in some reports. */
export const evidenceIn = (session: Session, docs: readonly string[]): Promise<Evidence[]> =>
  evidenceWhere(session, 'mention.doc', docs)

/** What some claims say. */
export const evidenceBy = (session: Session, claims: readonly string[]): Promise<Evidence[]> =>
  evidenceWhere(session, 'mention.claim', claims)

async function evidenceWhere(session: Session, column: string, values: readonly string[]): Promise<Evidence[]> {
  if (values.length === 0) return []
  const rows = await session.db
    .selectFrom('mention')
    .innerJoin('profile', 'profile.id', 'mention.profile')
    .innerJoin('report', 'report.doc', 'mention.doc')
    .selectAll('mention')
    .select(['profile.entity', 'report.title', 'report.outlet', 'report.url', 'report.file', 'report.published'])
    .where(session.among(column, values))
    .execute()
  return rows
    .map(({ facts, said, ...row }): Evidence => ({
      ...row,
      facts: JSON.parse(facts) as string[],
      said: said === null ? null : (JSON.parse(said) as Record<string, unknown>),
    }))
    .toSorted(inOrder)
}

const inOrder = (a: Evidence, b: Evidence): number =>
  order(a.day ?? '', b.day ?? '') || order(a.doc, b.doc) || a.start - b.start || order(a.claim, b.claim)

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
