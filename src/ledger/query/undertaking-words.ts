import { searchable, searchTerms } from '../search-text.ts'
import type { Session } from '../store.ts'
import { quotesAt } from './quotes.ts'
import type { Roster } from './roster.ts'

/** Entities that words are looked for among. */
const MOST_ENTITIES = 20_000

/** Reports whose sentences are looked through for words, the latest first. */
const MOST_REPORTS = 150

/**
 * Undertakings with all the words, marks, case and đ aside: in what they are called, in the name of a gate, link or mechanism that
 * they are about, or in the words of a claim in one of the latest reports.
 */
export async function undertakingsWith(session: Session, roster: Roster, words: string): Promise<ReadonlySet<string>> {
  const found = await session.search('entity', words, MOST_ENTITIES)
  const named = await aboutNamed(session, roster, found)
  const said = await saidIn(session, words)
  return new Set([...found.filter(id => id.startsWith('undertaking-')), ...named, ...said])
}

const OBJECTS = /^(?:gate|link|mechanism)-/

async function aboutNamed(session: Session, roster: Roster, found: readonly string[]): Promise<string[]> {
  const things = await session.selectIn(
    'entity',
    'id',
    found.filter(id => OBJECTS.test(id)),
  )
  const numbers = new Set(
    things.flatMap(({ kind, data }) => {
      const { ref } = JSON.parse(data) as { ref?: string | null }
      return roster.tagNumber.get(`object:${kind}:${ref}`) ?? []
    }),
  )
  if (numbers.size === 0) return []
  return roster.entries.filter(({ tags }) => tags.some(tag => numbers.has(tag))).map(({ id }) => id)
}

async function saidIn(session: Session, words: string): Promise<string[]> {
  const docs = await session.search('report', words, MOST_REPORTS)
  const mentions = await session.db
    .selectFrom('mention')
    .innerJoin('profile', 'profile.id', 'mention.profile')
    .select(['profile.entity', 'mention.doc', 'mention.start', 'mention.end'])
    .where(session.among('mention.doc', docs))
    .where('mention.kind', '=', 'undertaking')
    .execute()
  const quotes = await quotesAt(session, mentions)
  const terms = searchTerms(words).map(({ words: term, begun }) => ` ${term.join(' ')}${begun ? '' : ' '}`)
  const holds = (quote: string): boolean => {
    const text = ` ${searchable(quote)} `
    return terms.every(term => text.includes(term))
  }
  return mentions.filter((_, i) => holds(quotes[i])).map(({ entity }) => entity)
}
