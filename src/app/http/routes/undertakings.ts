import { z } from 'zod'
import { countFacets, type LedgerQuestion } from '../../../ledger/query/ledger-list.ts'
import { told } from '../../../views/answers/told.ts'
import {
  UndertakingDetail,
  UndertakingFacets,
  UndertakingList,
  UndertakingQuery,
} from '../../../views/api/undertakings.ts'
import { Day } from '../../../views/api/words.ts'
import { personId } from '../../ledger/finding.ts'
import { createLedgerMemory, type LedgerMemory } from '../../ledger/ledger-memory.ts'
import { undertakingDetail } from '../../ledger/undertaking-detail.ts'
import type { AppContext, Moment } from '../context.ts'
import { look } from '../route.ts'

const memories = new WeakMap<AppContext, LedgerMemory>()

/** What is kept of a server's undertakings between requests. */
export function memoryOf(context: AppContext): LedgerMemory {
  const memory = memories.get(context) ?? createLedgerMemory()
  memories.set(context, memory)
  return memory
}

export const UNDERTAKINGS = [
  look({
    path: '/api/undertakings',
    says: 'Undertakings as they stand at a day, by facets and words: a window of their rows, and how many there are.',
    query: UndertakingQuery,
    answer: UndertakingList,
    ask: async ({ session, today, context }, { query }) => {
      const question = await questionOf({ session, today }, query)
      const memory = memoryOf(context)
      const { ids, rows, isLeast } = await memory.choose(session, question)
      const window = ids.slice(query.offset, query.offset + query.limit)
      const shown = rows ? window.flatMap(id => rows.get(id) ?? []) : await memory.rows(session, window, question.at)
      return { at: question.at, total: ids.length, totalIsLeast: isLeast, rows: told(shown) }
    },
  }),
  look({
    path: '/api/undertakings/facets',
    says: 'How many undertakings have each side, field, stage, gate, link and mechanism, by the other conditions.',
    query: UndertakingQuery,
    answer: UndertakingFacets,
    ask: async ({ session, today, context }, { query }) =>
      told(
        await countFacets(
          session,
          await memoryOf(context).roster(session),
          await questionOf({ session, today }, query),
        ),
      ),
  }),
  look({
    path: '/api/undertakings/:id',
    says: 'An undertaking with its whole life up to a day: who said what, in which office, in which words.',
    query: z.object({ at: Day.optional() }),
    answer: UndertakingDetail,
    ask: ({ session, today }, { ids: { id }, query: { at = today } }) => undertakingDetail(session, id, at),
  }),
]

async function questionOf(
  { session, today }: Pick<Moment, 'session' | 'today'>,
  query: UndertakingQuery,
): Promise<LedgerQuestion> {
  const { q, side, field, stage, object, mechanism, person, since, until, silent, verifiable, sort, at = today } = query
  return {
    words: q?.trim() || null,
    person: person === undefined ? null : await personId(session, person),
    sides: side,
    fields: field,
    stage: stage ?? null,
    object: object ?? null,
    mechanism: mechanism ?? null,
    since: since ?? null,
    until: until ?? null,
    silent: silent ?? null,
    verifiable: verifiable === undefined ? null : verifiable === 'true',
    order: sort,
    at,
    past: at < today,
  }
}
