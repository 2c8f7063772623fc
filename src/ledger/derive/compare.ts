import { meetingKeys } from '../../resolve/resolver.ts'
import type { BlockTable, EdgeTable } from '../tables.ts'
import type { Resolvers } from '../../resolve/resolvers.ts'
import type { Hand } from './hand.ts'
import { type Comparable, comparableOf } from './state.ts'
import type { Session } from '../store.ts'
import { grouped } from '../../text/order.ts'

/** Judges each new profile against all whom it meets; writes blocks and edges, and gives the edges. */
export async function compareNew(
  session: Session,
  hand: Hand,
  resolvers: Resolvers,
  fresh: readonly Comparable[],
): Promise<readonly EdgeTable[]> {
  const blocks = fresh.flatMap(profile => blocksOf(resolvers, profile))
  const meetings = fresh.map(profile => ({ profile, keys: keysOf(resolvers, profile) }))
  const neighbours = await neighboursOf(session, hand, fresh, meetings, blocks)
  const edges = judgeAll(resolvers, meetings, neighbours)
  await session.bulkInsert('block', blocks)
  await session.bulkInsert('edge', edges)
  return edges
}

/** A new profile, and the blocks of all whom it meets. */
interface Newcomer {
  readonly profile: Comparable
  readonly keys: readonly string[]
}

/** The rows of a profile's blocks. */
export const blocksOf = (resolvers: Resolvers, { id, kind, data }: Comparable): BlockTable[] =>
  [...new Set(resolvers.byKind.get(kind)!.blocks(data))].map(block => ({ block: `${kind} ${block}`, profile: id }))

const keysOf = (resolvers: Resolvers, { kind, data }: Comparable): string[] =>
  [...meetingKeys(resolvers.byKind.get(kind)!, data)].map(key => `${kind} ${key}`)

/** The profiles of each block: those that the ledger has, and the new ones. */
async function neighboursOf(
  session: Session,
  hand: Hand,
  fresh: readonly Comparable[],
  newcomers: readonly Newcomer[],
  blocks: readonly BlockTable[],
): Promise<ReadonlyMap<string, readonly Comparable[]>> {
  const names = new Set(newcomers.flatMap(({ keys }) => keys))
  const members = [...(await session.selectIn('block', 'block', [...names])), ...blocks]
  const known = new Map<string, Comparable>(fresh.map(profile => [profile.id, profile]))
  const others = members.map(({ profile }) => profile).filter(id => !known.has(id))
  for (const [id, profile] of await hand.take(others)) known.set(id, comparableOf(profile))
  return new Map(
    [...grouped(members, ({ block }) => block)].map(([block, rows]) => [
      block,
      rows.map(({ profile }) => known.get(profile)!),
    ]),
  )
}

function judgeAll(
  resolvers: Resolvers,
  newcomers: readonly Newcomer[],
  neighbours: ReadonlyMap<string, readonly Comparable[]>,
): EdgeTable[] {
  const edges: EdgeTable[] = []
  const isNew = new Set(newcomers.map(({ profile }) => profile.id))
  for (const { profile, keys } of newcomers) {
    const seen = new Set([profile.id])
    for (const key of keys)
      for (const other of neighbours.get(key) ?? []) {
        // A pair of two new ones is met from both sides, and judged from the lesser.
        if (seen.has(other.id) || (isNew.has(other.id) && other.id < profile.id)) continue
        seen.add(other.id)
        const edge = edgeBetween(resolvers, profile, other)
        if (edge && edge.verdict !== 'apart') edges.push(edge)
      }
  }
  return edges
}

/**
 * The pairs of these profiles that must stay apart. They are judged when they matter, not kept: nearly all pairs that are apart
 * are never in one component, and there are more of them than of all others.
 */
export function apartAmong(
  resolvers: Resolvers,
  profiles: readonly Comparable[],
  known: ReadonlySet<string>,
): EdgeTable[] {
  const keys = profiles.map(profile => new Set(keysOf(resolvers, profile)))
  const own = profiles.map(profile => blocksOf(resolvers, profile).map(({ block }) => block))
  return profiles.flatMap((one, i) =>
    profiles.slice(i + 1).flatMap((other, j) => {
      if (known.has(pairKey(one.id, other.id)) || !own[i + 1 + j].some(block => keys[i].has(block))) return []
      const edge = edgeBetween(resolvers, one, other)
      return edge?.verdict === 'apart' ? [edge] : []
    }),
  )
}

/** The name of a pair, whichever comes first. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

function edgeBetween(resolvers: Resolvers, one: Comparable, other: Comparable): EdgeTable | null {
  const [a, b] = one.id < other.id ? [one, other] : [other, one]
  const { verdict, score } = resolvers.byKind.get(a.kind)!.judge(a.data, b.data)
  return verdict === 'unrelated' ? null : { a: a.id, b: b.id, score, verdict }
}
