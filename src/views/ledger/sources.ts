import type { WatchedSource } from '../../ledger/watched.ts'
import { card, type Page, section } from './page.ts'
import type { Tongue } from './wording.ts'

/** The sources that are watched: when each was last read, what it gave, and what is wrong with it. */
export function sourcesPage(sources: readonly WatchedSource[], { words }: Tongue): Page {
  const cards = sources.map(source =>
    card({
      mark: source.read_at === null ? words.sources.never : source.read_at.slice(0, 10),
      tone: source.fails > 0 ? 'bad' : source.problem === null ? 'good' : 'open',
      title: source.name,
      meta: [
        words.sources.kinds[source.kind] ?? source.kind,
        words.sources.gave(source.added),
        words.sources.named(source.named),
        ...(source.failed > 0 ? [words.sources.failed(source.failed)] : []),
        ...(source.fails > 0 ? [words.sources.fails(source.fails)] : []),
        ...(source.next_at === null ? [] : [words.sources.next(minute(source.next_at))]),
        source.place,
      ],
      quotes: source.problem === null ? [] : [{ words: source.problem, source: '' }],
    }),
  )
  const note = cards.length === 0 ? words.sources.nothing : null
  return { title: words.sources.title, lines: [], sections: [section(null, cards, note)] }
}

/** `2025-05-15 08:30Z` of an ISO instant. */
const minute = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)}Z`
