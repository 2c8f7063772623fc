import { thingOf } from '../../../ledger/query/entities.ts'
import { aroundOf, textsOf } from '../../../ledger/query/quotes.ts'
import { searchTerms } from '../../../ledger/search-text.ts'
import type { Session } from '../../../ledger/store.ts'
import { type FoundAll, type FoundReport, searchPage } from '../../../views/ledger/search.ts'
import { findWords } from '../../../text/find.ts'
import { viewCommand } from '../../ledger/show.ts'
import type { LedgerFlags } from '../../ledger/with-ledger.ts'

/** `bienban search`: reports and entities that hold all words, marks and case aside. */
export const searchCommand = (
  words: readonly string[],
  flags: LedgerFlags & { readonly limit: number },
): Promise<number> =>
  viewCommand(
    flags,
    async (session): Promise<FoundAll> => {
      const query = words.join(' ')
      const ids = await session.search('entity', query, flags.limit)
      const entities = new Map((await session.selectIn('entity', 'id', ids)).map(row => [row.id, row]))
      return {
        query,
        entities: ids.flatMap(id => (entities.has(id) ? [thingOf(entities.get(id)!)] : [])),
        reports: await reportsWith(session, query, flags.limit),
      }
    },
    (found, tongue) => searchPage(found, flags.limit, tongue),
  )

async function reportsWith(session: Session, query: string, limit: number): Promise<FoundReport[]> {
  const docs = await session.search('report', query, limit)
  const rows = new Map((await session.selectIn('report', 'doc', docs)).map(row => [row.doc, row]))
  const texts = await textsOf(session, docs)
  const [term] = searchTerms(query)
  return docs.flatMap(doc => {
    const report = rows.get(doc)
    if (!report) return []
    const text = texts.get(doc) ?? ''
    const at = findWords(text, term?.words ?? [])
    const words = at ? aroundOf(text, at.start, at.end) : ''
    return [{ doc, title: report.title, outlet: report.outlet, day: report.day, words }]
  })
}
