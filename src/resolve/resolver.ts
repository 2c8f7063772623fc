import type { EntityKind } from '../model/entity.ts'
import type { Judgement } from './judgement.ts'
import type { Mention, Portrait, Source, Tallies } from './mention.ts'

/** How mentions of one kind become entities. Pure: the same arguments give the same answer, in whatever order reports come. */
export interface Resolver<P = unknown> {
  readonly kind: EntityKind
  mentions(source: Source): readonly Mention<P>[]
  /** Keys under which profiles meet: two are compared only where they share one. None: the profile stands for itself. */
  blocks(profile: P): readonly string[]
  /** Symmetric. Called only for two different profiles that share a block. */
  judge(a: P, b: P): Judgement
  /** `profiles` gives those of the entity in the order of their ids; `labels`: what its mentions call it, with how often, most often first (ties: the shorter, then by code unit). */
  portrait(profiles: () => readonly P[], tallies: Tallies, labels: readonly string[]): Portrait
}
