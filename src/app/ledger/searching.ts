import { thingOf } from '../../ledger/query/entities.ts'
import { aroundOf, textsOf } from '../../ledger/query/quotes.ts'
import { searchTerms } from '../../ledger/search-text.ts'
import type { Session } from '../../ledger/store.ts'
import { findWords } from '../../text/find.ts'
import type { FoundAll, FoundReport } from '../../views/ledger/search.ts'

/** Entities and reports that hold all words, marks and case aside; the latest first. */
export async function foundWith(session: Session, query: string, limit: number): Promise<FoundAll> {
  const ids = await session.search('entity', query, limit)
  const entities = new Map((await session.selectIn('entity', 'id', ids)).map(row => [row.id, row]))
  return {
    query,
    entities: ids.flatMap(id => (entities.has(id) ? [thingOf(entities.get(id)!)] : [])),
    reports: await reportsWith(session, query, limit),
  }
}

async function reportsWith(session: Session, query: string, limit: number): Promise<FoundReport[]> {
  const docs = await session.search('report', query, limit)
  const rows = new Map((await session.selectIn('report', 'doc', docs)).map(row => [row.doc, row]))
  const texts = await textsOf(session, docs)
  const words = searchTerms(query).map(term => term.words)
  // All of them together where they stand so, else the one that says most.
  const phrases = [words.flat(), words.toSorted((a, b) => b.join('').length - a.join('').length)[0] ?? []]
  return docs.flatMap(doc => {
    const report = rows.get(doc)
    if (!report) return []
    const text = texts.get(doc) ?? ''
    const at = findWords(text, phrases[0]) ?? findWords(text, phrases[1])
    const shown = at ? aroundOf(text, at.start, at.end) : ''
    return [{ doc, title: report.title, outlet: report.outlet, day: report.day, words: shown }]
  })
}
