import type { Verdict } from './judgement.ts'

/** A judgement between two profiles, by their ids. */
export interface Edge {
  readonly a: string
  readonly b: string
  readonly score: number
  readonly verdict: Verdict
}

/**
 * Groups profiles: pairs that are the same are joined, the surest first, unless a pair across both groups must stay apart. The
 * answer depends on the set of profiles and edges alone, not on their order. The name of a group is its least id.
 */
export function clusters(ids: readonly string[], edges: readonly Edge[]): ReadonlyMap<string, string> {
  const members = new Map(ids.map(id => [id, [id]]))
  const groupOf = new Map(ids.map(id => [id, id]))
  const apart = apartPairs(edges)
  for (const { a, b } of edges.filter(edge => edge.verdict === 'same').toSorted(surestFirst)) {
    const one = groupOf.get(a)
    const other = groupOf.get(b)
    if (one === undefined || other === undefined || one === other) continue
    if (mustStayApart(members.get(one)!, members.get(other)!, apart)) continue
    const [kept, gone] = one < other ? [one, other] : [other, one]
    for (const id of members.get(gone)!) groupOf.set(id, kept)
    members.set(kept, [...members.get(kept)!, ...members.get(gone)!])
    members.delete(gone)
  }
  return groupOf
}

const surestFirst = (x: Edge, y: Edge): number => y.score - x.score || compare(x.a, y.a) || compare(x.b, y.b)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function apartPairs(edges: readonly Edge[]): ReadonlyMap<string, ReadonlySet<string>> {
  const pairs = new Map<string, Set<string>>()
  const add = (from: string, to: string): void => {
    const set = pairs.get(from)
    if (set) set.add(to)
    else pairs.set(from, new Set([to]))
  }
  for (const { a, b, verdict } of edges) {
    if (verdict !== 'apart') continue
    add(a, b)
    add(b, a)
  }
  return pairs
}

const mustStayApart = (
  one: readonly string[],
  other: readonly string[],
  apart: ReadonlyMap<string, ReadonlySet<string>>,
): boolean => apart.size > 0 && one.some(id => other.some(far => apart.get(id)?.has(far)))
