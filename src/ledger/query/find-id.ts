import type { Session } from '../store.ts'
import type { EntityTable, ReportTable } from '../tables.ts'

/** What an id that a person pasted stands for. */
export type Found =
  | { readonly what: 'entity'; readonly entity: EntityTable }
  | { readonly what: 'claim'; readonly claim: string; readonly doc: string; readonly entities: readonly EntityTable[] }
  | { readonly what: 'report'; readonly report: ReportTable }

const CLAIM = /^[0-9a-f]{16}$/
const ENTITY = /^([a-z]+)-([0-9a-f]{10})$/
const REPORT = /^(?:sha256:)?([0-9a-f]{16})[0-9a-f]*$/

/**
 * Finds what an id stands for. An entity's id is that of its least profile: when a later report brings a lesser one the id changes, and
 * the former still leads to the entity, because the profile is still one of its own. Null where nothing has the id.
 */
export async function findId(session: Session, id: string): Promise<Found | null> {
  const [entity] = await session.selectIn('entity', 'id', [id])
  if (entity) return { what: 'entity', entity }
  return (await formerEntity(session, id)) ?? (await claimOrReport(session, id))
}

async function formerEntity({ db }: Session, id: string): Promise<Found | null> {
  const [, kind, start] = ENTITY.exec(id) ?? []
  if (start === undefined) return null
  const entity = await db
    .selectFrom('profile')
    .innerJoin('entity', 'entity.id', 'profile.entity')
    .selectAll('entity')
    .where('profile.id', '>=', start)
    .where('profile.id', '<', `${start}g`)
    .where('entity.kind', '=', kind as EntityTable['kind'])
    .executeTakeFirst()
  return entity ? { what: 'entity', entity } : null
}

async function claimOrReport(session: Session, id: string): Promise<Found | null> {
  if (CLAIM.test(id)) {
    const mentions = await session.selectIn('mention', 'claim', [id])
    if (mentions.length > 0) {
      const profiles = await session.selectIn('profile', 'id', [...new Set(mentions.map(({ profile }) => profile))])
      const entities = await session.selectIn('entity', 'id', [...new Set(profiles.map(({ entity }) => entity))])
      return { what: 'claim', claim: id, doc: mentions[0].doc, entities }
    }
  }
  const [, doc] = REPORT.exec(id) ?? []
  const [report] = doc === undefined ? [] : await session.selectIn('report', 'doc', [doc])
  return report ? { what: 'report', report } : null
}
