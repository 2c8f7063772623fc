/** What is compared of two commitments. Lists are in the order of code units. */
export interface UndertakingProfile {
  /** What it is about: `gate:ta-lung`, `link:…`, `mechanism:…`. */
  readonly objects: readonly string[]
  /** The kind of deed, `''` where the words do not tell. */
  readonly deed: string
  /** What a gate is to become: `international`, `bilateral`, `smart` …; `''` where it is not said. */
  readonly level: string
  /** What keeps things of one name apart: `phase 1`, `session 15`. */
  readonly counts: readonly string[]
  /** Ids of the sides; empty where the object alone tells what it is. */
  readonly sides: readonly string[]
  /** Syllables that tell of the thing, and those that stand side by side; empty where the object alone tells what it is. */
  readonly words: readonly string[]
  readonly pairs: readonly string[]
  /** Id of the claim, where the words tell too little to compare it with any other. */
  readonly alone: string
}
