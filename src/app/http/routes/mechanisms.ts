import { z } from 'zod'
import { MechanismDetail, MechanismList, type MechanismRow, ThingQuery } from '../../../views/api/meetings.ts'
import { Day } from '../../../views/api/words.ts'
import { entityAt } from '../../ledger/entity-at.ts'
import { mechanismRow, mechanismSessions } from '../../ledger/mechanisms.ts'
import { latestTold } from '../../ledger/told.ts'
import { look } from '../route.ts'
import { pageOf } from '../thing-page.ts'

export const MECHANISMS = [
  look({
    path: '/api/mechanisms',
    says: 'Mechanisms in which sides meet, with their last session and when the next is to be expected.',
    query: ThingQuery,
    answer: MechanismList,
    ask: async ({ session, today }, { query }) => {
      const { rows, more } = await pageOf(session, 'mechanism', query)
      const told: MechanismRow[] = []
      for (const row of rows) told.push(await mechanismRow(session, row, query.at ?? today))
      return { rows: told, more }
    },
  }),
  look({
    path: '/api/mechanisms/:id',
    says: 'A mechanism with its sessions, the latest first, and what the last ones left open.',
    query: z.object({ at: Day.optional() }),
    answer: MechanismDetail,
    ask: async ({ session, today }, { ids: { id }, query: { at = today } }) => {
      const entity = await entityAt(session, id, 'mechanism')
      if (!entity) return null
      return {
        row: await mechanismRow(session, entity, at),
        sessions: await mechanismSessions(session, entity, at),
        mentions: await latestTold(session, entity, at),
      }
    },
  }),
]
