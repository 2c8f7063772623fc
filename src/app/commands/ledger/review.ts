import { LedgerError } from '../../../ledger/error.ts'
import { reviewMeeting } from '../../../ledger/query/review.ts'
import { reviewedMeeting } from '../../../ledger/query/reviewed.ts'
import { reviewPage } from '../../../views/ledger/review.ts'
import { foundAt } from '../../ledger/finding.ts'
import { todayFor, viewCommand } from '../../ledger/show.ts'
import type { LedgerFlags } from '../../ledger/with-ledger.ts'

/** `bienban review-of MEETING`: what came of each item of a meeting's minutes. */
export const reviewCommand = (id: string, flags: LedgerFlags & { readonly at?: string }): Promise<number> =>
  viewCommand(
    flags,
    async session => {
      const review = await reviewMeeting(session, await foundAt(session, id), flags.at ?? todayFor(flags))
      if (review) return await reviewedMeeting(session, review)
      throw new LedgerError(
        'id-unknown',
        `${id} is no meeting and no report. "bienban meetings" lists meetings with their ids.`,
      )
    },
    reviewPage,
  )
