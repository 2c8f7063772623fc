import type { Stage } from '../../model/stage.ts'
import type { Outcome } from '../../resolve/undertakings/review.ts'

/** A report of the truth: its file, and its day of publication where the file does not give it. */
export interface TruthDocument {
  readonly file: string
  readonly published?: string
}

/** Words of a report that speak of an undertaking: name of the report, UTF-16 offsets, and the stage that they tell of. */
export type TruthItem = readonly [doc: string, start: number, end: number, stage?: Stage]

export interface TruthUndertaking {
  readonly id: string
  /** In the annotator's own words. */
  readonly what: string
  readonly items: readonly TruthItem[]
  /** The stage that the reports up to a day tell of, by that day. */
  readonly stages?: Readonly<Record<string, Stage>>
}

/** What came of what was agreed in a report's meeting, by a day. More than one outcome with `|` where a reader may say either. */
export interface TruthReview {
  readonly doc: string
  readonly at: string
  readonly items: Readonly<Record<string, string>>
}

/** `eval/ledger/undertakings.json`: see the README beside it. */
export interface UndertakingTruth {
  readonly undertakings: readonly TruthUndertaking[]
  /** Pairs of which a careful reader may say that they are one or that they are two. */
  readonly either: readonly (readonly [string, string])[]
  readonly reviews: readonly TruthReview[]
}

/** The outcomes that a review's item may have. */
export const outcomesOf = (cell: string): readonly Outcome[] => cell.split('|') as Outcome[]
