/** What is compared of a person. */
export interface PersonProfile {
  /** Folded, with its diacritics. */
  readonly name: string
  /** The same for names with different readings of one Chinese character. */
  readonly reading: string
  /** The same for names that sound alike: without diacritics. */
  readonly sound: string
  /** Whether many people have that name. */
  readonly common: boolean
  readonly country: string | null
  /** Id of the province (or city of that rank) that the person speaks for; null for the central level, or where it is not told. */
  readonly side: string | null
  /** Ids of the places that the offices name, in order. */
  readonly seats: readonly string[]
  /** Keys of the offices, in order. */
  readonly offices: readonly string[]
  /** Whether an office is of the state as a whole. */
  readonly central: boolean
  /** First year of the ten in which it was said; null where the day is not known. */
  readonly decade: number | null
}
