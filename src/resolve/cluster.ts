import type { EntityKind } from '../model/entity.ts'
import type { Edge } from './judgement.ts'
import { meanGroups } from './linkage.ts'
import { byCodeUnit } from '../text/order.ts'

/** How pairs make groups: `any` joins two groups by their surest pair, `mean` by all pairs between them (see `meanGroups`). */
export type Linkage = 'any' | 'mean'

/** Meetings are judged by how they are told, and each judgement is a little unsure: only their mean is to be trusted. */
export const linkageOf = (kind: EntityKind): Linkage => (kind === 'meeting' ? 'mean' : 'any')

/**
 * Groups profiles, so that no pair that must stay apart is in one group. The answer depends on the set of profiles and edges
 * alone, not on their order. The name of a group is its least id.
 */
export function clusters(
  ids: readonly string[],
  edges: readonly Edge[],
  linkage: Linkage = 'any',
): ReadonlyMap<string, string> {
  return linkage === 'any' ? surestGroups(ids, edges) : meanClusters(ids, edges)
}

/** Groups by mean score lie inside what is joined by any chain of pairs that are the same. */
function meanClusters(ids: readonly string[], edges: readonly Edge[]): ReadonlyMap<string, string> {
  const componentOf = surestGroups(
    ids,
    edges.filter(edge => edge.verdict === 'same'),
  )
  const components = new Map<string, { ids: string[]; edges: Edge[] }>()
  for (const [id, name] of componentOf) if (name === id) components.set(name, { ids: [], edges: [] })
  for (const [id, name] of componentOf) components.get(name)!.ids.push(id)
  for (const edge of edges) {
    const name = componentOf.get(edge.a)
    if (name !== undefined && name === componentOf.get(edge.b)) components.get(name)!.edges.push(edge)
  }
  const groups = [...components.values()].flatMap(each => meanGroups(each.ids, each.edges))
  const names = new Map(groups.flatMap(members => members.map(id => [id, members.toSorted()[0]] as const)))
  return new Map(ids.map(id => [id, names.get(id)!]))
}

/** Joins pairs that are the same, the surest first, unless a pair across both groups must stay apart. */
function surestGroups(ids: readonly string[], edges: readonly Edge[]): ReadonlyMap<string, string> {
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

const surestFirst = (x: Edge, y: Edge): number => y.score - x.score || byCodeUnit(x.a, y.a) || byCodeUnit(x.b, y.b)

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
