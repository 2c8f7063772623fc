/** One thing that speaks for or against two profiles being the same: its part in the score, and in words what was compared. */
export interface Feature {
  readonly name: string
  /** What it adds to the score; negative where it speaks against. */
  readonly weight: number
  /** What was compared, for people: "14/5/2025 = 14/5/2025", "Tỉnh ủy Cao Bằng ~ Cao Bằng". */
  readonly note: string
}

/**
 * `same` merges; `unsure` asks a person and merges nothing; `apart` forbids a merge, even by way of a third; `unrelated` says nothing.
 */
export type Verdict = 'same' | 'unsure' | 'apart' | 'unrelated'

/** Whether two profiles are about the same thing, and why. The score is the sum of the features' weights. */
export interface Judgement {
  readonly verdict: Verdict
  readonly score: number
  readonly features: readonly Feature[]
}

/** At which scores two profiles are the same, and from which on a person is asked. */
export interface Thresholds {
  readonly same: number
  readonly unsure: number
}

/** Sums features to a verdict. `apart` wins over any score. */
export function judged(features: readonly Feature[], thresholds: Thresholds, apart = false): Judgement {
  const score = features.reduce((sum, { weight }) => sum + weight, 0)
  if (apart) return { verdict: 'apart', score, features }
  const verdict = score >= thresholds.same ? 'same' : score >= thresholds.unsure ? 'unsure' : 'unrelated'
  return { verdict, score, features }
}

/** A judgement between two profiles, by their ids. */
export interface Edge {
  readonly a: string
  readonly b: string
  readonly score: number
  readonly verdict: Verdict
}

/** The score of what a person ruled: it counts before all scores. */
export const RULED = 1e9

/** The name of a pair of ids, whichever comes first. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)
