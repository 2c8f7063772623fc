import { z } from 'zod'
import { Search } from '../../../views/api/reports.ts'
import { namedOf } from '../../../views/answers/named.ts'
import { foundWith } from '../../ledger/searching.ts'
import { look } from '../route.ts'

const SearchQuery = z.object({
  /** Words; `viet*` finds by the beginning of one. */
  q: z.string().max(200).default(''),
  limit: z.coerce.number().int().min(1).max(200).default(20),
})

export const SEARCH = [
  look({
    path: '/api/search',
    says: 'Entities and reports that hold all words, without regard to marks, case and đ.',
    query: SearchQuery,
    answer: Search,
    ask: async ({ session }, { query: { q, limit } }) => {
      const { query, entities, reports } = await foundWith(session, q, limit)
      const told = entities.map(({ first, last, mentions, ...thing }) => ({ ...namedOf(thing), first, last, mentions }))
      return { query, entities: told, reports: [...reports] }
    },
  }),
]
