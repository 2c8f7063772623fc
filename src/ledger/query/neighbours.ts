import { byCodeUnit } from '../../text/order.ts'
import type { Session } from '../store.ts'
import type { EntityTable } from '../tables.ts'
import { findEntities } from './entities.ts'

/** The meetings before and after one: of its mechanism, else of the same sides. Those of exactly these sides come first, the nearest of them first. */
export interface Neighbours {
  readonly before: readonly EntityTable[]
  readonly after: readonly EntityTable[]
}

/** Meetings that are looked at on each side. */
const LOOKED_AT = 40

interface MeetingData {
  readonly start: string | null
  readonly parties: readonly string[]
  readonly mechanism: string | null
  readonly session: number | null
}

const dataOf = ({ data }: EntityTable): MeetingData => JSON.parse(data) as MeetingData

/** Finds the neighbours of a meeting; of one without a day or without sides there are none. */
export async function neighboursOf(session: Session, meeting: EntityTable): Promise<Neighbours> {
  const own = dataOf(meeting)
  const tags = tagsOf(own)
  const { start } = own
  if (tags.length === 0 || start === null) return { before: [], after: [] }
  const filter = { kind: 'meeting', tags, limit: LOOKED_AT } as const
  const [before, after] = await Promise.all([
    findEntities(session, { ...filter, from: null, to: start }),
    findEntities(session, { ...filter, from: start, to: null, oldestFirst: true }),
  ])
  const sides = own.parties.toSorted().join(' ')
  const rank = (entity: EntityTable): number => (dataOf(entity).parties.toSorted().join(' ') === sides ? 0 : 1)
  const others = (entities: readonly EntityTable[], way: 1 | -1): EntityTable[] =>
    entities
      .map(entity => ({ entity, day: dataOf(entity).start }))
      .filter(({ entity, day }) => entity.id !== meeting.id && day !== null && way * byCodeUnit(day, start) > 0)
      .toSorted((a, b) => rank(a.entity) - rank(b.entity) || way * byCodeUnit(a.day!, b.day!))
      .map(({ entity }) => entity)
  return { before: others(before, -1), after: others(after, 1) }
}

/** By which tags others are of the same row of meetings. */
function tagsOf({ mechanism, parties }: MeetingData): string[] {
  if (mechanism !== null) return [`mechanism:${mechanism}`]
  return parties.length < 2 ? [] : parties.map(side => `side:${side}`)
}
