import { STAGES, type Stage } from '../../model/stage.ts'
import type { Tallies } from '../../resolve/mention.ts'
import type { Session } from '../store.ts'
import { findEntities } from './entities.ts'

/** How undertakings about a gate or a link stood at a day. */
export interface ObjectStanding {
  /** How many were heard of by then; no further than `MOST`. */
  readonly undertakings: number
  /** The furthest stage that any of the latest of them had reached; null where there is none. */
  readonly stage: Stage | null
}

/** Undertakings of one object that are looked at, the latest first: what is further back changes nothing on a map. */
export const MOST = 30

/** How undertakings about objects (`gate:tra-linh`, `link:…`) stood at a day, by object. */
export async function standingOf(
  session: Session,
  objects: readonly string[],
  at: string,
): Promise<ReadonlyMap<string, ObjectStanding>> {
  const about = new Map<string, string[]>()
  for (const object of objects) {
    const filter = { kind: 'undertaking', tags: [`object:${object}`], from: null, to: null, limit: MOST } as const
    const found = await findEntities(session, filter)
    about.set(
      object,
      found.filter(({ first }) => first === null || first <= at).map(({ id }) => id),
    )
  }
  const stages = await stagesOf(session, [...new Set([...about.values()].flat())], at)
  return new Map(
    [...about].map(([object, ids]) => [
      object,
      { undertakings: ids.length, stage: furthest(ids.flatMap(id => stages.get(id) ?? [])) },
    ]),
  )
}

const furthest = (stages: readonly Stage[]): Stage | null =>
  STAGES.findLast(stage => stage !== 'stalled' && stages.includes(stage)) ?? null

/** The stages that undertakings had reached by a day. */
async function stagesOf(session: Session, ids: readonly string[], at: string): Promise<ReadonlyMap<string, Stage[]>> {
  const reached = new Map<string, Stage[]>()
  for (const { entity, tallies } of await session.selectIn('profile', 'entity', ids)) {
    const told = JSON.parse(tallies) as Tallies
    const own = STAGES.filter(stage => {
      const tally = told[`stage:${stage}`]
      return tally && (tally.first === null || tally.first <= at)
    })
    reached.set(entity, [...(reached.get(entity) ?? []), ...own])
  }
  return reached
}
