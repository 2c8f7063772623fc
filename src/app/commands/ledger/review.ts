import { LedgerError } from '../../../ledger/error.ts'
import { factsIn } from '../../../ledger/query/evidence.ts'
import { type Review, reviewMeeting } from '../../../ledger/query/review.ts'
import { tellingsOf } from '../../../ledger/query/undertaking.ts'
import { rowAt } from '../../../ledger/query/undertakings.ts'
import type { Session } from '../../../ledger/store.ts'
import { wordsOf } from '../../../resolve/undertakings/evidence.ts'
import type { ReviewItem } from '../../../resolve/undertakings/review.ts'
import { OUTCOMES, type ReviewData, type ReviewedItem, reviewPage } from '../../../views/ledger/review.ts'
import { foundAt } from '../../ledger/finding.ts'
import { todayFor, viewCommand } from '../../ledger/show.ts'
import type { LedgerFlags } from '../../ledger/with-ledger.ts'

/** `bienban review-of MEETING`: what came of each item of a meeting's minutes. */
export const reviewCommand = (id: string, flags: LedgerFlags & { readonly at?: string }): Promise<number> =>
  viewCommand(
    flags,
    async session => {
      const review = await reviewMeeting(session, await foundAt(session, id), flags.at ?? todayFor(flags))
      if (review) return await dataOf(session, review)
      throw new LedgerError(
        'id-unknown',
        `${id} is no meeting and no report. "bienban meetings" lists meetings with their ids.`,
      )
    },
    reviewPage,
  )

async function dataOf(session: Session, review: Review): Promise<ReviewData> {
  const { id, label, day, at } = review
  const items: ReviewedItem[] = []
  for (const item of review.items) items.push(await itemOf(session, review, item))
  const counts = OUTCOMES.map(outcome => [outcome, items.filter(item => item.outcome === outcome).length])
  return { id, label, day, at, counts: Object.fromEntries(counts) as ReviewData['counts'], items }
}

async function itemOf(session: Session, review: Review, item: ReviewItem): Promise<ReviewedItem> {
  const said = review.said.get(item.undertaking) ?? []
  const agreed = new Set(item.agreed.map(({ claim }) => claim))
  const then = said.filter(({ claim }) => agreed.has(claim))
  return {
    undertaking: item.undertaking,
    label: rowAt(item.undertaking, '', then, review.at)?.label ?? '',
    objects: factsIn(
      then.map(({ mention }) => mention),
      'object',
    ),
    outcome: item.outcome,
    stalled: item.stalled,
    agreed: await tellingsOf(session, wordsOf(then), said, new Set()),
    later: await tellingsOf(session, item.later, said, new Set()),
    contradictions: item.contradictions.map(({ kind }) => kind),
  }
}
