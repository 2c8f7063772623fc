import { queuedClaims } from '../../../ledger/query/queue.ts'
import { lostDecisions, waitingPairs } from '../../../ledger/query/waiting.ts'
import { queueAnswer } from '../../../views/answers/queue.ts'
import { Queue, QueueQuery } from '../../../views/api/decisions.ts'
import { look } from '../route.ts'

export const QUEUE = [
  look({
    path: '/api/queue',
    says: 'What waits for a person: pairs that may be one, claims worth a look, decisions that lost what they hang on.',
    query: QueueQuery,
    answer: Queue,
    ask: async ({ session, today, context: { resolvers } }, { query: { limit } }) =>
      queueAnswer(
        await waitingPairs(session, resolvers, limit),
        await queuedClaims(session, today, limit),
        await lostDecisions(session),
      ),
  }),
]
