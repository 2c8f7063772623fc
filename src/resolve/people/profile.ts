/** What is compared of a person. */
export interface PersonProfile {
  /** Folded, with its diacritics. */
  readonly name: string
  /** The same for names that sound alike. */
  readonly sound: string
  readonly country: string | null
  /** Id of the province (or city of that rank) that the person speaks for; null for the central level, or where it is not told. */
  readonly side: string | null
  /** Keys of the offices, in order. */
  readonly offices: readonly string[]
  /** Whether an office is of the state as a whole. */
  readonly central: boolean
}
