import { Digest } from '../model/digest.ts'
import type { EntityKind } from '../model/entity.ts'
import { clusters, linkageOf } from './cluster.ts'
import { type Edge, pairKey } from './judgement.ts'
import type { Mention, Portrait, Source, Tallies } from './mention.ts'
import { placesOf, type Resolver } from './resolver.ts'
import { type Labels, rankedLabels, sumLabels, sumTallies, talliesOf } from './tallies.ts'
import { byCodeUnit, grouped } from '../text/order.ts'

/** One profile, with what its mentions say together. */
export interface Profiled<P> {
  readonly id: string
  readonly data: P
  readonly tallies: Tallies
  readonly labels: Labels
}

/** What is said of one entity in all reports. */
export interface Assembled<P> {
  /** Kind and the first digits of its least profile: `person-3f2a9c01d2`. */
  readonly id: string
  readonly profiles: readonly Profiled<P>[]
  readonly tallies: Tallies
  readonly portrait: Portrait
  /** In the order of day, then of the id of the claim. */
  readonly mentions: readonly Mention<P>[]
}

/** Entities in the order of their ids, and the judgements that made them (all but `unrelated`). */
export interface Assembly<P> {
  readonly entities: readonly Assembled<P>[]
  readonly edges: readonly Edge[]
  /** How many pairs of profiles were compared. */
  readonly judged: number
}

/** The same for the same kind and data, on every machine. */
export const profileId = (kind: EntityKind, data: unknown): string => new Digest().add(kind).addValue(data).value

/** The name of an entity: of its kind and the least of its profiles. */
export const entityId = (kind: EntityKind, leastProfile: string): string => `${kind}-${leastProfile.slice(0, 10)}`

/**
 * Puts the reports together in memory, all at once: what the ledger derives step by step must equal this. The answer does not
 * depend on the order of the sources. `decided` are what people judged; they win over the resolver's judgement of the same pair.
 */
export function assemble<P>(
  resolver: Resolver<P>,
  sources: readonly Source[],
  decided: readonly Edge[] = [],
): Assembly<P> {
  const mentions = sources.flatMap(source => resolver.mentions(source))
  const { profiles, mentionsOf } = gather(resolver.kind, mentions)
  const { edges, judged } = judgeAll(resolver, profiles, decided)
  const groups = grouped(
    [...clusters([...profiles.keys()].toSorted(), edges, linkageOf(resolver.kind))],
    ([, group]) => group,
  )
  const entities = [...groups].map(([least, members]) =>
    entityOf(
      resolver,
      least,
      members.map(([id]) => profiles.get(id)!),
      members.flatMap(([id]) => mentionsOf.get(id)!),
    ),
  )
  return { entities: entities.toSorted((a, b) => (a.id < b.id ? -1 : 1)), edges, judged }
}

/** Mentions with equal profiles, added up. */
function gather<P>(kind: EntityKind, mentions: readonly Mention<P>[]) {
  const profiles = new Map<string, Profiled<P>>()
  const mentionsOf = grouped(mentions, mention => profileId(kind, mention.profile))
  for (const [id, same] of mentionsOf) {
    const tallies = sumTallies(same.map(({ day, facts }) => talliesOf(day, facts)))
    const labels = sumLabels(same.map(({ label }): Labels => ({ [label]: 1 })))
    profiles.set(id, { id, data: same[0].profile, tallies, labels })
  }
  return { profiles, mentionsOf }
}

/** Judges each pair that shares a block, once. */
function judgeAll<P>(
  resolver: Resolver<P>,
  profiles: ReadonlyMap<string, Profiled<P>>,
  decided: readonly Edge[],
): { edges: Edge[]; judged: number } {
  const edges = new Map(decided.map(edge => [pairKey(edge.a, edge.b), edge]))
  const seen = new Set(edges.keys())
  const blocks = new Map<string, Profiled<P>[]>()
  let judged = 0
  for (const profile of profiles.values()) {
    const { own, met } = placesOf(resolver, profile.data)
    for (const key of met)
      for (const other of blocks.get(key) ?? []) {
        const pair = pairKey(profile.id, other.id)
        if (seen.has(pair)) continue
        seen.add(pair)
        judged++
        const { verdict, score } = resolver.judge(profile.data, other.data)
        if (verdict !== 'unrelated') edges.set(pair, edgeOf(profile.id, other.id, score, verdict))
      }
    for (const block of own) {
      const members = blocks.get(block)
      if (members) members.push(profile)
      else blocks.set(block, [profile])
    }
  }
  return { edges: [...edges.values()].toSorted((x, y) => (pairKey(x.a, x.b) < pairKey(y.a, y.b) ? -1 : 1)), judged }
}

const edgeOf = (one: string, other: string, score: number, verdict: Edge['verdict']): Edge =>
  one < other ? { a: one, b: other, score, verdict } : { a: other, b: one, score, verdict }

function entityOf<P>(
  resolver: Resolver<P>,
  least: string,
  profiles: readonly Profiled<P>[],
  mentions: readonly Mention<P>[],
): Assembled<P> {
  const tallies = sumTallies(profiles.map(profile => profile.tallies))
  const labels = rankedLabels(sumLabels(profiles.map(profile => profile.labels)))
  return {
    id: entityId(resolver.kind, least),
    profiles,
    tallies,
    portrait: resolver.portrait(() => profiles.map(profile => profile.data), tallies, labels),
    mentions: [...mentions].toSorted(byDay),
  }
}

const byDay = (a: Mention, b: Mention): number => byCodeUnit(a.day ?? '', b.day ?? '') || byCodeUnit(a.claim, b.claim)
