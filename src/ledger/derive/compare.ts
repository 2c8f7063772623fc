import type { EdgeTable } from '../tables.ts'
import type { Resolvers } from '../../resolve/resolvers.ts'
import type { Hand } from './hand.ts'
import { type Comparable, comparableOf } from './state.ts'
import type { Session } from '../store.ts'
import { grouped } from '../../text/order.ts'

/** Judges each new profile against all that share a block with it; writes blocks and edges, and gives the edges. */
export async function compareNew(
  session: Session,
  hand: Hand,
  resolvers: Resolvers,
  fresh: readonly Comparable[],
): Promise<readonly EdgeTable[]> {
  const blocks = fresh.flatMap(profile => blocksOf(resolvers, profile))
  const neighbours = await neighboursOf(session, hand, fresh, [...new Set(blocks.map(({ block }) => block))], blocks)
  const edges = judgeAll(resolvers, fresh, blocks, neighbours)
  await session.bulkInsert('block', blocks)
  await session.bulkInsert('edge', edges)
  return edges
}

const blocksOf = (resolvers: Resolvers, { id, kind, data }: Comparable): { block: string; profile: string }[] =>
  [...new Set(resolvers.byKind.get(kind)!.blocks(data))].map(block => ({ block: `${kind} ${block}`, profile: id }))

/** The profiles of each block: those that the ledger has, and the new ones. */
async function neighboursOf(
  session: Session,
  hand: Hand,
  fresh: readonly Comparable[],
  names: readonly string[],
  blocks: readonly { block: string; profile: string }[],
): Promise<ReadonlyMap<string, readonly Comparable[]>> {
  const members = [...(await session.selectIn('block', 'block', names)), ...blocks]
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
  fresh: readonly Comparable[],
  blocks: readonly { block: string; profile: string }[],
  neighbours: ReadonlyMap<string, readonly Comparable[]>,
): EdgeTable[] {
  const edges: EdgeTable[] = []
  const profiles = new Map(fresh.map(profile => [profile.id, profile]))
  for (const [id, own] of grouped(blocks, ({ profile }) => profile)) {
    const seen = new Set([id])
    for (const { block } of own)
      for (const other of neighbours.get(block)!) {
        // A pair of two new ones is met from both sides, and judged from the lesser.
        if (seen.has(other.id) || (profiles.has(other.id) && other.id < id)) continue
        seen.add(other.id)
        const edge = edgeBetween(resolvers, profiles.get(id)!, other)
        if (edge) edges.push(edge)
      }
  }
  return edges
}

function edgeBetween(resolvers: Resolvers, one: Comparable, other: Comparable): EdgeTable | null {
  const [a, b] = one.id < other.id ? [one, other] : [other, one]
  const { verdict, score } = resolvers.byKind.get(a.kind)!.judge(a.data, b.data)
  return verdict === 'unrelated' ? null : { a: a.id, b: b.id, score, verdict }
}
