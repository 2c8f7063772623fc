import { type Places, placesOf } from '../../resolve/resolver.ts'
import type { BlockTable, EdgeTable } from '../tables.ts'
import { pairKey } from '../../resolve/judgement.ts'
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
  const newcomers = fresh.map((profile): Newcomer => ({ profile, ...placesIn(resolvers, profile) }))
  const blocks = newcomers.flatMap(rowsOf)
  const neighbours = await neighboursOf(session, hand, newcomers, blocks)
  const edges = judgeAll(resolvers, newcomers, neighbours)
  await session.bulkInsert('block', blocks)
  await session.bulkInsert('edge', edges)
  return edges
}

/** A profile with where it is found and whom it meets, as the blocks of all kinds are called. */
interface Newcomer extends Places {
  readonly profile: Comparable
}

function placesIn(resolvers: Resolvers, { kind, data }: Comparable): Places {
  const { own, met } = placesOf(resolvers.byKind.get(kind)!, data)
  const named = (keys: readonly string[]): string[] => keys.map(key => `${kind} ${key}`)
  return { own: named(own), met: named(met) }
}

const rowsOf = ({ profile, own }: Newcomer): BlockTable[] => own.map(block => ({ block, profile: profile.id }))

/** The names of a profile's own blocks. */
export const blocksOf = (resolvers: Resolvers, profile: Comparable): readonly string[] =>
  placesIn(resolvers, profile).own

/** The profiles of each block: those that the ledger has, and the new ones. */
async function neighboursOf(
  session: Session,
  hand: Hand,
  newcomers: readonly Newcomer[],
  blocks: readonly BlockTable[],
): Promise<ReadonlyMap<string, readonly Comparable[]>> {
  const names = new Set(newcomers.flatMap(({ met }) => met))
  const members = [...(await session.selectIn('block', 'block', [...names])), ...blocks]
  const known = new Map<string, Comparable>(newcomers.map(({ profile }) => [profile.id, profile]))
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
  for (const { profile, met } of newcomers) {
    const seen = new Set([profile.id])
    for (const key of met)
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
  const places = profiles.map(profile => placesIn(resolvers, profile))
  const met = places.map(each => new Set(each.met))
  return profiles.flatMap((one, i) =>
    profiles.slice(i + 1).flatMap((other, j) => {
      if (known.has(pairKey(one.id, other.id)) || !places[i + 1 + j].own.some(block => met[i].has(block))) return []
      const edge = edgeBetween(resolvers, one, other)
      return edge?.verdict === 'apart' ? [edge] : []
    }),
  )
}

function edgeBetween(resolvers: Resolvers, one: Comparable, other: Comparable): EdgeTable | null {
  const [a, b] = one.id < other.id ? [one, other] : [other, one]
  const { verdict, score } = resolvers.byKind.get(a.kind)!.judge(a.data, b.data)
  return verdict === 'unrelated' ? null : { a: a.id, b: b.id, score, verdict }
}
