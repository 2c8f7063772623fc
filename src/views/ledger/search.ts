import type { Thing } from '../../ledger/query/entities.ts'
import { card, type Page, section, spanOf } from './page.ts'
import { noteFor } from './things.ts'
import type { Tongue } from './wording.ts'

/** A report that holds all words, with the first place of one of them. */
export interface FoundReport {
  readonly doc: string
  readonly title: string | null
  readonly outlet: string | null
  readonly day: string | null
  readonly words: string
}

export interface FoundAll {
  readonly query: string
  readonly entities: readonly Thing[]
  readonly reports: readonly FoundReport[]
}

export function searchPage({ query, entities, reports }: FoundAll, limit: number, tongue: Tongue): Page {
  const { words } = tongue
  const things = entities.map(({ id, kind, label, first, last, mentions }) =>
    card({ mark: words.kinds[kind], title: label, meta: [spanOf(first, last), words.points(mentions), id] }),
  )
  const texts = reports.map(({ doc, title, outlet, day, words: around }) =>
    card({
      mark: day ?? '–',
      title: title ?? doc,
      meta: [outlet ?? '', doc],
      quotes: around === '' ? [] : [{ words: around, source: '' }],
    }),
  )
  return {
    title: query,
    lines: [],
    sections: [
      section(words.entitiesTitle, things, noteFor(things, limit, tongue)),
      section(words.reportsTitle, texts, noteFor(texts, limit, tongue)),
    ],
  }
}
