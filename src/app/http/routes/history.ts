import { z } from 'zod'
import { judgedPair, loggedDecision } from '../../../views/answers/decisions.ts'
import { History, Why } from '../../../views/api/decisions.ts'
import { judgementsOf } from '../../ledger/judgements.ts'
import { pastOf } from '../../ledger/past.ts'
import { look } from '../route.ts'

const HistoryQuery = z.object({
  /** An entity, a claim or a report; the whole ledger where there is none. */
  id: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})

const WhyQuery = z.object({
  id: z.string(),
  /** Another entity of the same kind: then the judgements between the two. */
  other: z.string().optional(),
})

export const HISTORY = [
  look({
    path: '/api/history',
    says: 'Who decided what, and which reports came, of the whole ledger or of one thing; the latest first.',
    query: HistoryQuery,
    answer: History,
    ask: async ({ session }, { query: { id, limit } }) => {
      const { decisions, additions } = await pastOf(session, id ?? null, limit)
      return { decisions: decisions.map(each => loggedDecision(each, each.holds)), additions: [...additions] }
    },
  }),
  look({
    path: '/api/why',
    says: 'The judgements that made an entity, or those between two, with the features of each.',
    query: WhyQuery,
    answer: Why,
    ask: async ({ session }, { query: { id, other } }) => {
      const { entities, pairs } = await judgementsOf(session, other === undefined ? [id] : [id, other])
      return { ids: entities.map(entity => entity.id), pairs: pairs.map(judgedPair) }
    },
  }),
]
