import type { EntityKind } from '../model/entity.ts'
import type { Judgement } from './judgement.ts'
import type { Mention, Portrait, Source, Tallies } from './mention.ts'

/** How mentions of one kind become entities. Pure: the same arguments give the same answer, in whatever order reports come. */
export interface Resolver<P = unknown> {
  readonly kind: EntityKind
  mentions(source: Source): readonly Mention<P>[]
  /** Keys under which profiles meet: two are compared only where they share one. None: the profile stands for itself. */
  blocks(profile: P): readonly string[]
  /** Further keys of others that it is compared with, such as those of the days around. Symmetric: who looks at another is looked at. */
  besides?(profile: P): readonly string[]
  /** Symmetric. Called only for two different profiles that meet. */
  judge(a: P, b: P): Judgement
  /** `profiles` gives those of the entity in the order of their ids; `labels`: what its mentions call it, with how often, most often first (ties: the shorter, then by code unit). */
  portrait(profiles: () => readonly P[], tallies: Tallies, labels: readonly string[]): Portrait
}

/** The keys of all whom a profile meets. */
export const meetingKeys = <P>(resolver: Resolver<P>, profile: P): ReadonlySet<string> =>
  new Set([...resolver.blocks(profile), ...(resolver.besides?.(profile) ?? [])])
