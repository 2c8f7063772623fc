import type { EntityKind } from '../model/entity.ts'
import type { Reading } from '../model/reading.ts'

/**
 * One claim as it speaks of one entity. Two mentions with equal profiles are about the same entity without being compared: a
 * profile holds what is compared and nothing else, so that a hundred thousand mentions of Cao Bằng are one profile.
 */
export interface Mention<P = unknown> {
  readonly kind: EntityKind
  /** Id of the claim. */
  readonly claim: string
  /** Plain data (strings, numbers, null, lists, records), the same for the same words whatever was read before. */
  readonly profile: P
  /** ISO day on which it was so: of the meeting where it was said, else of publication; null where neither is known. */
  readonly day: string | null
  /** What the entity is called here. */
  readonly label: string
  /** What the mention says of the entity, as `name:value`, such as `stage:agreed` or `office:Bí thư Tỉnh ủy`. They are tallied. */
  readonly facts: readonly string[]
  /** Values of this mention alone, which are kept but not tallied: a figure's value and period. */
  readonly said?: Readonly<Record<string, unknown>>
}

/** A reading as the ledger takes it: decisions of people are already applied to its claims. */
export type Source = Pick<Reading, 'document' | 'relevant' | 'claims'>

/** How often, and from which day to which, something was said. Days are null where no mention has one. */
export interface Tally {
  readonly n: number
  readonly first: string | null
  readonly last: string | null
}

/** The tallies of an entity: of itself under `''`, and of each fact. */
export type Tallies = Readonly<Record<string, Tally>>

/** What an entity looks like: from the tallies of all its profiles together. */
export interface Portrait {
  readonly label: string
  /** By which it is filtered, as `name:value`: `side:cao-bang`, `field:trade`, `stage:agreed`, `gate:tra-linh`. */
  readonly tags: readonly string[]
  readonly data: Readonly<Record<string, unknown>>
}
