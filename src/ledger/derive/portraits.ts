import { rankedLabels, sumLabels, sumTallies } from '../../resolve/tallies.ts'
import { skeleton } from '../../text/fold.ts'
import type { EntityTable, TagTable } from '../tables.ts'
import type { Resolvers } from './derive.ts'
import { grouped, type Profile, profileOf } from './state.ts'
import type { Work } from './work.ts'

/** Paints entities from their profiles; those that have none left go. */
export async function paint(work: Work, resolvers: Resolvers, entities: readonly string[]): Promise<void> {
  const profiles = grouped((await work.select('profile', 'entity', entities)).map(profileOf), ({ entity }) => entity)
  const gone = entities.filter(id => !profiles.has(id))
  const painted = [...profiles].map(([id, own]) => portraitOf(resolvers, id, own))
  await work.remove('entity', 'id', gone)
  await work.remove('tag', 'entity', entities)
  await work.unindex(entities)
  await work.upsert(
    'entity',
    painted.map(({ entity }) => entity),
  )
  await work.insert(
    'tag',
    painted.flatMap(({ tags }) => tags),
  )
  await work.index(painted.map(({ entity, text }) => ({ id: entity.id, kind: entity.kind, text })))
}

function portraitOf(
  resolvers: Resolvers,
  id: string,
  profiles: readonly Profile[],
): { entity: EntityTable; tags: TagTable[]; text: string } {
  const { kind } = profiles[0]
  const tallies = sumTallies(profiles.map(profile => profile.tallies))
  const labels = rankedLabels(sumLabels(profiles.map(profile => profile.labels)))
  const inOrder = profiles.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ data }) => data)
  const { label, tags, data } = resolvers.get(kind)!.portrait(inOrder, tallies, labels)
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
