import { sql } from 'kysely'
import { ENTITY_KINDS, type EntityKind } from '../../model/entity.ts'
import type { Session } from '../store.ts'
import type { EntityTable } from '../tables.ts'

/** Which entities are asked for. All conditions hold together. */
export interface EntityFilter {
  readonly kind: EntityKind
  /** `side:vn-cao-bang`, `field:trade`, `stage:agreed`: an entity has all of them. */
  readonly tags: readonly string[]
  /** ISO days between which it was last spoken of, both included. */
  readonly from: string | null
  readonly to: string | null
  readonly limit: number
  /** How many to pass over. */
  readonly offset?: number
  /** Those that were last spoken of longest ago come first; those of no known day are left out. */
  readonly oldestFirst?: boolean
}

/** Entities, the latest spoken of first. */
export async function findEntities(session: Session, filter: EntityFilter): Promise<EntityTable[]> {
  const [driver, ...others] = await rarestFirst(session, filter)
  return driver === undefined ? await allOfKind(session, filter) : await withTags(session, filter, driver, others)
}

async function allOfKind(
  { db }: Session,
  { kind, from, to, limit, offset = 0, oldestFirst = false }: EntityFilter,
): Promise<EntityTable[]> {
  let query = db.selectFrom('entity').selectAll().where('kind', '=', kind)
  if (from !== null) query = query.where('last', '>=', from)
  if (to !== null) query = query.where('last', '<=', to)
  if (oldestFirst) query = query.where('last', 'is not', null)
  return await query
    .orderBy('last', oldestFirst ? 'asc' : 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
}

/** Walks down the days of the rarest tag, and keeps what has the other tags too: it stops when it has enough. */
async function withTags(
  { db }: Session,
  { kind, from, to, limit, offset = 0, oldestFirst = false }: EntityFilter,
  driver: string,
  others: readonly string[],
): Promise<EntityTable[]> {
  let query = db
    .selectFrom('tag as own')
    .innerJoin('entity', 'entity.id', 'own.entity')
    .selectAll('entity')
    .where('own.tag', '=', driver)
    .where('own.kind', '=', kind)
  if (from !== null) query = query.where('own.last', '>=', from)
  if (to !== null) query = query.where('own.last', '<=', to)
  for (const tag of others)
    query = query.where(where =>
      where.exists(
        where
          .selectFrom('tag as other')
          .select(sql.lit(1).as('one'))
          .whereRef('other.entity', '=', 'own.entity')
          .where('other.tag', '=', tag),
      ),
    )
  if (oldestFirst) query = query.where('own.last', '!=', '')
  return await query
    .orderBy('own.last', oldestFirst ? 'asc' : 'desc')
    .orderBy('own.entity')
    .limit(limit)
    .offset(offset)
    .execute()
}

/** Tags are counted no further than this: which of two frequent ones is rarer does not matter. */
const COUNTED = 5000

async function rarestFirst({ db }: Session, { kind, tags }: EntityFilter): Promise<string[]> {
  if (tags.length < 2) return [...tags]
  const counts = await Promise.all(
    tags.map(async tag => {
      const some = db.selectFrom('tag').select('entity').where('tag', '=', tag).where('kind', '=', kind).limit(COUNTED)
      const { n } = await db
        .selectFrom(some.as('some'))
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
      return { tag, n }
    }),
  )
  return counts.toSorted((a, b) => a.n - b.n).map(({ tag }) => tag)
}

/** What a person or a program is told of an entity: its row with what its portrait holds. */
export type Thing = Omit<EntityTable, 'skeleton' | 'data'> & { readonly data: Readonly<Record<string, unknown>> }

export const thingOf = ({ id, kind, label, first, last, mentions, data }: EntityTable): Thing => ({
  id,
  kind,
  label,
  first,
  last,
  mentions,
  data: JSON.parse(data) as Record<string, unknown>,
})

/** How many entities there are of each kind, and how many reports on cooperation. */
export async function countAll({ db }: Session): Promise<Readonly<Record<string, number>>> {
  const kinds = await db
    .selectFrom('entity')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('n')])
    .groupBy('kind')
    .execute()
  const { n } = await db
    .selectFrom('report')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('relevant', '=', 1)
    .where('replaced_by', 'is', null)
    .executeTakeFirstOrThrow()
  const none = Object.fromEntries(ENTITY_KINDS.map(kind => [kind, 0]))
  return { ...none, report: n, ...Object.fromEntries(kinds.map(row => [row.kind, row.n])) }
}
