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

/** Where a profile is found, and the keys of all whom it meets: its own, and those besides. */
export interface Places {
  readonly own: readonly string[]
  readonly met: readonly string[]
}

/** Each key once. Keys take work to make: whoever needs both asks once. */
export function placesOf<P>(resolver: Resolver<P>, profile: P): Places {
  const own = [...new Set(resolver.blocks(profile))]
  return { own, met: [...new Set([...own, ...(resolver.besides?.(profile) ?? [])])] }
}
