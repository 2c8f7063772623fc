import { findId } from '../../../ledger/query/find-id.ts'
import { dossierOf } from '../../../ledger/query/dossier.ts'
import { reviewMeeting } from '../../../ledger/query/review.ts'
import { reviewedMeeting } from '../../../ledger/query/reviewed.ts'
import { dossierAnswer, meetingRow, reviewAnswer } from '../../../views/answers/meetings.ts'
import { AtDay, MeetingDossier, MeetingList, Review, ThingQuery } from '../../../views/api/meetings.ts'
import { entityAt } from '../../ledger/entity-at.ts'
import { look } from '../route.ts'
import { pageOf } from '../thing-page.ts'

export const MEETINGS = [
  look({
    path: '/api/meetings',
    says: 'Meetings by sides, mechanism, words and days, the latest first.',
    query: ThingQuery,
    answer: MeetingList,
    ask: async ({ session }, { query }) => {
      const { rows, more } = await pageOf(session, 'meeting', query)
      return { rows: rows.map(meetingRow), more }
    },
  }),
  look({
    path: '/api/meetings/:id',
    says: 'The dossier of one meeting: who met, what each side said, what was agreed, and what came of the last minutes.',
    query: AtDay,
    answer: MeetingDossier,
    ask: async ({ session, today }, { ids: { id }, query: { at } }) => {
      const meeting = await entityAt(session, id, 'meeting')
      return meeting && dossierAnswer(await dossierOf(session, meeting, at ?? today))
    },
  }),
  look({
    path: '/api/meetings/:id/review',
    says: 'What came of each item of the minutes of a meeting, or of one report.',
    query: AtDay,
    answer: Review,
    ask: async ({ session, today }, { ids: { id }, query: { at } }) => {
      const found = await findId(session, id)
      const review = found && (await reviewMeeting(session, found, at ?? today))
      return review && reviewAnswer(await reviewedMeeting(session, review))
    },
  }),
]
