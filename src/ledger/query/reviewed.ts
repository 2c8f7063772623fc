import type { Contradiction } from '../../resolve/undertakings/life.ts'
import { wordsOf } from '../../resolve/undertakings/evidence.ts'
import { type Outcome, OUTCOMES, type ReviewItem } from '../../resolve/undertakings/review.ts'
import type { Session } from '../store.ts'
import { factsIn, type Said } from './evidence.ts'
import type { Review } from './review.ts'
import { type Telling, tellingsOf } from './undertaking.ts'
import { rowAt } from './undertakings.ts'

/** One item of the last minutes, with its words then and since. */
export interface ReviewedItem {
  readonly undertaking: string
  readonly label: string
  readonly objects: readonly string[]
  readonly outcome: Outcome
  readonly stalled: boolean
  readonly agreed: readonly Telling[]
  readonly later: readonly Telling[]
  readonly contradictions: readonly Contradiction['kind'][]
}

/** What came of a meeting's minutes, in the words of the reports. */
export interface ReviewedMeeting {
  readonly id: string
  readonly label: string
  readonly day: string | null
  readonly at: string
  readonly counts: Readonly<Record<Outcome, number>>
  readonly items: readonly ReviewedItem[]
}

/** A review with the words that say what was agreed, and what came of it. */
export async function reviewedMeeting(session: Session, review: Review): Promise<ReviewedMeeting> {
  const { id, label, day, at } = review
  const parts = review.items.map(item => ({ item, own: ownOf(review, item) }))
  // All words in one go: a meeting has some hundred, and each asking costs more than its answer.
  const words = parts.map(({ item, own }) => ({ agreed: wordsOf(own), later: item.later }))
  const said = review.items.flatMap(({ undertaking }) => review.said.get(undertaking) ?? [])
  const tellings = await tellingsOf(
    session,
    words.flatMap(({ agreed, later }) => [...agreed, ...later]),
    said,
    new Set(),
  )
  let from = 0
  const next = (count: number): Telling[] => tellings.slice(from, (from += count))
  const items = parts.map(({ item, own }, i) =>
    itemOf(review, item, own, next(words[i].agreed.length), next(words[i].later.length)),
  )
  const counts = OUTCOMES.map(outcome => [outcome, items.filter(item => item.outcome === outcome).length])
  return { id, label, day, at, counts: Object.fromEntries(counts) as ReviewedMeeting['counts'], items }
}

/** What the meeting's own reports say of an item. */
function ownOf(review: Review, item: ReviewItem): readonly Said[] {
  const agreed = new Set(item.agreed.map(({ claim }) => claim))
  return (review.said.get(item.undertaking) ?? []).filter(({ claim }) => agreed.has(claim))
}

const itemOf = (
  { at }: Review,
  { undertaking, outcome, stalled, contradictions }: ReviewItem,
  own: readonly Said[],
  agreed: readonly Telling[],
  later: readonly Telling[],
): ReviewedItem => ({
  undertaking,
  label: rowAt(undertaking, '', own, at)?.label ?? '',
  objects: factsIn(
    own.map(({ mention }) => mention),
    'object',
  ),
  outcome,
  stalled,
  agreed,
  later,
  contradictions: contradictions.map(({ kind }) => kind),
})
