/** One thing on a page: a mark, what it is, what is known of it, and the words that say so. */
export interface Card {
  /** A stage, a day, a class: short. */
  readonly mark: string
  /** How the mark is shown: `good` is done, `open` waits, `bad` is late or contradicted. */
  readonly tone: 'good' | 'open' | 'bad' | 'plain'
  readonly title: string
  /** Parts that stand in one line where they fit. */
  readonly meta: readonly string[]
  readonly quotes: readonly Quoted[]
}

/** Words of a report, and which report that is. */
export interface Quoted {
  readonly words: string
  readonly source: string
}

export interface Section {
  readonly title: string | null
  readonly cards: readonly Card[]
  /** What is said where there are no cards, or behind them. */
  readonly note: string | null
}

/** What a command shows. */
export interface Page {
  readonly title: string
  readonly lines: readonly string[]
  readonly sections: readonly Section[]
}

/** A card with what it has; the rest is empty. */
export const card = (parts: Partial<Card> & Pick<Card, 'title'>): Card => ({
  mark: '',
  tone: 'plain',
  meta: [],
  quotes: [],
  ...parts,
})

export const section = (title: string | null, cards: readonly Card[], note: string | null = null): Section => ({
  title,
  cards,
  note,
})

/** `2019-03-22 … 2025-12-26`, one day where both are the same; what is not known is left out. */
export const spanOf = (first: string | null, last: string | null): string =>
  first === last || last === null ? (first ?? '') : `${first ?? ''} … ${last}`
