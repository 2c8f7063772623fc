import type { Stage } from '../../model/stage.ts'
import { type Evidence, isPromise, type Word, wordsOf } from './evidence.ts'
import { type Contradiction, lifeAt } from './life.ts'

/** What may come of an item of the last minutes, in the order in which a person wants to see it: what went wrong, what is open, what is done. */
export const OUTCOMES = ['contradicted', 'silent', 'promised-again', 'under-way', 'done'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** One item that was agreed at a meeting, and what later reports say of it. */
export interface ReviewItem {
  readonly undertaking: string
  readonly outcome: Outcome
  /** Late or hindered, and no progress was told since. */
  readonly stalled: boolean
  /** What was agreed. */
  readonly agreed: readonly Evidence[]
  /** The later words, in the order in which they were said: their quotes say what came of it. */
  readonly later: readonly Word[]
  readonly contradictions: readonly Contradiction[]
}

/** A meeting as a review needs it: its day, and its reports (the minutes among them). */
export interface Reviewed {
  readonly day: string | null
  readonly docs: readonly string[]
}

/** What makes something an item of the minutes. */
export const AGREED: ReadonlySet<Stage> = new Set(['agreed', 'signed'])

/**
 * Takes stock of a meeting at a later day: of each undertaking that was agreed or signed there, what came of it by the
 * evidence since. Undertakings are given with all their evidence, in any order.
 */
export function reviewOf(
  meeting: Reviewed,
  undertakings: ReadonlyMap<string, readonly Evidence[]>,
  at: string,
): ReviewItem[] {
  return [...undertakings].flatMap(([undertaking, evidence]) => {
    const agreed = evidence.filter(({ doc, stage }) => meeting.docs.includes(doc) && AGREED.has(stage))
    return agreed.length > 0 ? [itemOf(undertaking, agreed, evidence, meeting, at)] : []
  })
}

function itemOf(
  undertaking: string,
  agreed: readonly Evidence[],
  evidence: readonly Evidence[],
  meeting: Reviewed,
  at: string,
): ReviewItem {
  const since = evidence.filter(
    ({ doc, day }) => !meeting.docs.includes(doc) && isLater(day, meeting.day) && day! <= at,
  )
  const later = wordsOf(since)
  const life = lifeAt([...agreed, ...since], at)
  const contradictions = life?.contradictions ?? []
  return {
    undertaking,
    outcome: outcomeOf(later, contradictions),
    stalled: life?.stalled ?? false,
    agreed,
    later,
    contradictions,
  }
}

const isLater = (day: string | null, than: string | null): boolean => day !== null && (than === null || day > than)

function outcomeOf(later: readonly Word[], contradictions: readonly Contradiction[]): Outcome {
  if (contradictions.some(({ kind }) => kind === 'undone')) return 'contradicted'
  if (later.some(({ stage }) => stage === 'done')) return 'done'
  if (later.some(({ stage }) => stage === 'underway')) return 'under-way'
  return later.some(({ stage, stalled }) => isPromise(stage) || stalled) ? 'promised-again' : 'silent'
}
