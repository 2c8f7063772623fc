import { rankedLabels, sumLabels, sumTallies } from '../../resolve/tallies.ts'
import { skeleton } from '../../text/fold.ts'
import type { EntityTable, TagTable } from '../tables.ts'
import type { Resolvers } from '../../resolve/resolvers.ts'
import type { Hand } from './hand.ts'
import type { Profile } from './state.ts'
import type { Session } from '../store.ts'
import { grouped } from '../../text/order.ts'

/** Paints entities from their profiles; those that have none left go. */
export async function paint(
  session: Session,
  hand: Hand,
  resolvers: Resolvers,
  entities: readonly string[],
): Promise<void> {
  const profiles = grouped(await hand.ofEntities(entities), ({ entity }) => entity)
  const gone = entities.filter(id => !profiles.has(id))
  const painted = [...profiles].map(([id, own]) => portraitOf(resolvers, id, own))
  await session.deleteWhereIn('entity', 'id', gone)
  await session.deleteWhereIn('tag', 'entity', entities)
  await session.unindex('entity', gone)
  await session.bulkUpsert(
    'entity',
    ['id'],
    painted.map(({ entity }) => entity),
  )
  await session.bulkInsert(
    'tag',
    painted.flatMap(({ tags }) => tags),
  )
  await session.index(
    'entity',
    painted.map(({ entity, text }) => ({ id: entity.id, day: entity.last, text })),
  )
}

function portraitOf(
  resolvers: Resolvers,
  id: string,
  profiles: readonly Profile[],
): { entity: EntityTable; tags: TagTable[]; text: string } {
  const { kind } = profiles[0]
  const tallies = sumTallies(profiles.map(profile => profile.tallies))
  const labels = rankedLabels(sumLabels(profiles.map(profile => profile.labels)))
  const inOrder = (): unknown[] =>
    profiles.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ data }) => JSON.parse(data) as unknown)
  const { label, tags, data } = resolvers.byKind.get(kind)!.portrait(inOrder, tallies, labels)
  const { n, first, last } = tallies['']
  const entity: EntityTable = {
    id,
    kind,
    label,
    skeleton: skeleton(label),
    first,
    last,
    mentions: n,
    data: JSON.stringify(data),
  }
  const rows = [...new Set(tags)].map((tag): TagTable => ({ tag, kind, last: last ?? '', entity: id }))
  return { entity, tags: rows, text: labels.slice(0, LABELS_SEARCHED).join('\n') }
}

/** An entity is found by the names that it is called by most. */
const LABELS_SEARCHED = 8
