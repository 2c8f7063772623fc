import { z } from 'zod'
import { Home } from '../../../views/api/home.ts'
import { Day } from '../../../views/api/words.ts'
import { homeOf } from '../../ledger/home.ts'
import { look } from '../route.ts'
import { memoryOf } from './undertakings.ts'

export const HOME = [
  look({
    path: '/api/home',
    says: 'Where everything stands: what came since a row of the log, what fell silent, next sessions, what waits.',
    query: z.object({ since: z.coerce.number().int().min(0).optional(), at: Day.optional() }),
    answer: Home,
    ask: ({ session, today, context }, { query: { since, at = today } }) =>
      homeOf(session, memoryOf(context), at, since ?? null),
  }),
]
