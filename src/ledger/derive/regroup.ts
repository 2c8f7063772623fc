import { entityId } from '../../resolve/assemble.ts'
import { clusters, linkageOf } from '../../resolve/cluster.ts'
import { type Edge, pairKey, RULED } from '../../resolve/judgement.ts'
import type { Session } from '../store.ts'
import type { Resolvers } from '../../resolve/resolvers.ts'
import type { EdgeTable } from '../tables.ts'
import { apartAmong } from './compare.ts'
import type { Hand, Standing } from './hand.ts'
import { comparableOf } from './state.ts'
import { grouped } from '../../text/order.ts'

/**
 * Groups profiles anew: those that new edges join, and those of the given components. Gives the entities that gained or lost a profile.
 *
 * A component is what `same` edges connect, by whatever chain; only inside a component can groups change.
 */
export async function regroup(
  session: Session,
  hand: Hand,
  resolvers: Resolvers,
  edges: readonly EdgeTable[],
  given: readonly string[],
): Promise<readonly string[]> {
  const members = await membersOf(hand, edges, given)
  if (members.size === 0) return []
  const among = await edgesAmong(session, members)
  const component = connected([...members.keys()], among)
  const edgesOf = grouped(among, ({ a }) => component.get(a)!)
  const components = [...grouped(members.keys(), id => component.get(id)!)]
  const apart = await apartIn(hand, resolvers, components, edgesOf)
  const changed: Standing[] = []
  for (const [name, ids] of components) {
    const edges = [...(edgesOf.get(name) ?? []), ...(apart.get(name) ?? [])]
    const groups = clusters(ids.toSorted(), edges, linkageOf(members.get(name)!.kind))
    for (const id of ids) {
      const old = members.get(id)!
      const entity = entityId(old.kind, groups.get(id)!)
      if (old.component !== name || old.entity !== entity) changed.push({ id, kind: old.kind, component: name, entity })
    }
  }
  const profiles = await hand.take(changed.map(({ id }) => id))
  hand.put(changed.map(standing => ({ ...profiles.get(standing.id)!, ...standing })))
  return changed.flatMap(({ id, entity }) => [entity, members.get(id)!.entity])
}

/** All profiles of each component that a new `same` edge leads into, or that is given. */
async function membersOf(
  hand: Hand,
  edges: readonly EdgeTable[],
  components: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  const ends = edges.filter(({ verdict }) => verdict === 'same').flatMap(({ a, b }) => [a, b])
  const near = [...(await hand.take(ends)).values()]
  const names = [...new Set([...components, ...near.map(({ component }) => component)])]
  return new Map((await hand.inComponents(names)).map(standing => [standing.id, standing]))
}

/** What was judged between these profiles, people's rulings over the resolver's. */
async function edgesAmong(session: Session, members: ReadonlyMap<string, Standing>): Promise<Edge[]> {
  const ids = [...members.keys()]
  const edges = new Map<string, Edge>()
  for (const edge of await session.selectIn('edge', 'a', ids)) edges.set(`${edge.a} ${edge.b}`, edge)
  const rulings = await session.selectIn('ruling', 'a', ids)
  for (const ruling of rulings.toSorted((x, y) => x.seq - y.seq))
    edges.set(`${ruling.a} ${ruling.b}`, { ...ruling, score: RULED })
  return [...edges.values()].filter(({ b }) => members.has(b))
}

/** Components of two are one by their edge: only in larger ones may a pair stand apart that others join. */
const LEAST_TO_PART = 3

/** The pairs that must stay apart, by the component that they are in. */
async function apartIn(
  hand: Hand,
  resolvers: Resolvers,
  components: readonly (readonly [string, readonly string[]])[],
  edgesOf: ReadonlyMap<string, readonly Edge[]>,
): Promise<ReadonlyMap<string, readonly Edge[]>> {
  const large = components.filter(([, ids]) => ids.length >= LEAST_TO_PART)
  const profiles = await hand.take(large.flatMap(([, ids]) => ids))
  return new Map(
    large.map(([name, ids]) => {
      const known = new Set((edgesOf.get(name) ?? []).map(({ a, b }) => pairKey(a, b)))
      return [
        name,
        apartAmong(
          resolvers,
          ids.map(id => comparableOf(profiles.get(id)!)),
          known,
        ),
      ]
    }),
  )
}

/** The least id that each profile is connected to by `same` edges. */
function connected(ids: readonly string[], edges: readonly Edge[]): ReadonlyMap<string, string> {
  const up = new Map(ids.map(id => [id, id]))
  const top = (id: string): string => {
    let at = id
    while (up.get(at) !== at) at = up.get(at)!
    for (let step = id; step !== at;) {
      const next = up.get(step)!
      up.set(step, at)
      step = next
    }
    return at
  }
  for (const { a, b, verdict } of edges) {
    if (verdict !== 'same') continue
    const [one, other] = [top(a), top(b)]
    if (one < other) up.set(other, one)
    else up.set(one, other)
  }
  return new Map(ids.map(id => [id, top(id)]))
}
