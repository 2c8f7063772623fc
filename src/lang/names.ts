import { fold, skeleton } from '../text/fold.ts'
import { listOf, parseTable } from './table.ts'
import type { PackFile } from './words-file.ts'

/** At which level of the state an office stands. */
export type Level = string

/** How a language writes the names of bodies, offices and people: what is needed to see that two names are one. */
export interface Names {
  /** The name folded (case and spelling, with its diacritics), abbreviations written out. */
  spelled(name: string): string
  /** The name without diacritics, different readings of one Chinese character as one: names that sound alike may be one. */
  sound(name: string): string
  /** The level of the longest known office that this one begins with: `central`, `province`, `district`…; null for none. */
  levelOf(office: string): Level | null
}

/** Reads `spellings.tsv` of a pack and the gazetteer's `titles.tsv`. */
export function parseNames(spellings: PackFile, titles: PackFile, lang: string): Names {
  const rows = parseTable(spellings.name, spellings.text)
  const readings = new Map<string, string>()
  const abbreviations = new Map<string, string>()
  for (const { written, means, kind } of rows)
    (kind === 'reading' ? readings : abbreviations).set(wordsOf(written), wordsOf(means))
  const levels = levelsOf(titles, lang)
  const written = (name: string, forms: ReadonlyMap<string, string>): string =>
    wordsOf(name)
      .split(' ')
      .map(word => forms.get(word) ?? word)
      .join(' ')
  const spelled = (name: string): string => written(name, abbreviations)
  const sound = (name: string): string => skeleton(written(name, readings))
  const levelOf = (office: string): Level | null => {
    const words = skeleton(spelled(office)).split(' ')
    for (let n = words.length; n > 0; n--) {
      const level = levels.get(words.slice(0, n).join(' '))
      if (level !== undefined) return level
    }
    return null
  }
  return { spelled, sound, levelOf }
}

/** Folded, with single spaces and no punctuation: `VH,TT&DL` stays one word, as its commas stand inside it. */
const wordsOf = (name: string): string =>
  fold(name)
    .folded.replace(/[^\p{L}\p{N}\p{M}&,]+|[,&](?=\s|$)/gu, ' ')
    .trim()

function levelsOf(titles: PackFile, lang: string): ReadonlyMap<string, Level> {
  const levels = new Map<string, Level>()
  for (const row of parseTable(titles.name, titles.text))
    for (const title of [row[`title_${lang}`], ...listOf(row['abbreviations'])])
      if (title && row['level']) levels.set(skeleton(title), row['level'])
  return levels
}
