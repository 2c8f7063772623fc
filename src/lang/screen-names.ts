import { parseTable } from './table.ts'
import type { PackFile } from './words-file.ts'

/** What a thing of the gazetteer is called on the screen, in each language; null where the gazetteer has no name in it. */
export interface ScreenName {
  readonly kind: 'place' | 'gate' | 'link' | 'mechanism' | 'field'
  readonly vi: string
  readonly zh: string | null
  readonly en: string | null
  /** Of places: ISO 3166-1 code of the country, and the id of the unit that it is part of. */
  readonly country: string | null
  readonly parent: string | null
}

type Row = Readonly<Record<string, string>>

/** The names of the tables of `data/gazetteer`, by id. The reader never asks for them: it has its own language's. */
export function parseScreenNames(files: readonly PackFile[]): Readonly<Record<string, ScreenName>> {
  const named = TABLES.flatMap(([name, kind]) => {
    const file = files.find(each => each.name === name)
    return file ? parseTable(name, file.text).map(row => [row['id'], nameOf(row, kind)] as const) : []
  })
  return Object.fromEntries(named)
}

/** Of two things with one id the later table's is named: a gate before the town at it. */
const TABLES: readonly (readonly [string, ScreenName['kind']])[] = [
  ['world.tsv', 'place'],
  ['places.tsv', 'place'],
  ['fields.tsv', 'field'],
  ['mechanisms.tsv', 'mechanism'],
  ['links.tsv', 'link'],
  ['gates.tsv', 'gate'],
]

const nameOf = (row: Row, kind: ScreenName['kind']): ScreenName => ({
  kind,
  vi: joined(row['name_vi'], row['counterpart_vi']) ?? row['id'],
  zh: joined(row['name_zh'], row['counterpart_zh']),
  en: joined(row['name_en'], row['counterpart_pinyin']),
  country: row['country'] || null,
  parent: row['parent_id'] || null,
})

/** A gate has the names of both its ends; one that is missing would leave the other looking like the whole. */
const joined = (name: string | undefined, counterpart: string | undefined): string | null =>
  name ? [name, counterpart].filter(Boolean).join(' - ') : null
