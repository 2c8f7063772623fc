/** What is scored: kinds of claims, and parts of those that were found. */
export type Measure =
  | 'people'
  | 'offices'
  | 'places'
  | 'organizations'
  | 'mechanisms'
  | 'meetings'
  | 'meeting dates'
  | 'meeting parties'
  | 'instruments'
  | 'commitments'
  | 'commitment stages'
  | 'commitment fields'
  | 'commitment sides'
  | 'figures'
  | 'gates'
  | 'links'
  | 'dates'

/** Something that was missed, or found and not in the gold: in words that a person can look up. */
export interface Miss {
  readonly measure: Measure | 'invented'
  readonly doc: string
  readonly kind: 'missed' | 'extra' | 'wrong'
  readonly what: string
}

interface Counts {
  found: number
  extra: number
  missed: number
}

/** Counts over all documents, in the order in which measures come first. */
export class Tally {
  readonly misses: Miss[] = []
  private readonly counts = new Map<Measure, Counts>()

  count(measure: Measure, found: number, extra: number, missed: number): void {
    const counts = this.counts.get(measure) ?? { found: 0, extra: 0, missed: 0 }
    this.counts.set(measure, counts)
    counts.found += found
    counts.extra += extra
    counts.missed += missed
  }

  /** A value of something that was found: right, or wrong (which counts on both sides). */
  judge(measure: Measure, right: boolean): void {
    this.count(measure, right ? 1 : 0, right ? 0 : 1, right ? 0 : 1)
  }

  get scores(): Score[] {
    return [...this.counts].map(([measure, { found, extra, missed }]) => ({
      measure,
      gold: found + missed,
      found: found + extra,
      precision: share(found, found + extra),
      recall: share(found, found + missed),
      f1: share(2 * found, 2 * found + extra + missed),
    }))
  }
}

/** Precision, recall and F1 over all documents, 0 to 1; null where there is nothing to count. */
export interface Score {
  readonly measure: Measure
  readonly gold: number
  readonly found: number
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
