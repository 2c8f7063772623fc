import { fold, skeleton } from '../text/fold.ts'
import { listOf, parseTable } from './table.ts'
import type { PackFile } from './words-file.ts'

/** At which level of the state an office stands. */
export type Level = string

/** How a language writes the names of bodies, offices and people: what is needed to see that two names are one. */
export interface Names {
  /** The name folded (case and spelling, with its diacritics), abbreviations written out. */
  spelled(name: string): string
  /** The same with different readings of one Chinese character as one: "Ngụy Phụng Hòa" is "Ngụy Phượng Hòa". */
  reading(name: string): string
  /** The reading without diacritics: names that sound alike may be one. */
  sound(name: string): string
  /** Whether many people share a name: surname, middle and given name are all common. */
  isCommon(name: string): boolean
  /** The name without a word of kind for provinces at its end: "Ủy ban nhân dân tỉnh". */
  withoutUnit(spelled: string): string
  /** The level of the longest known office that this one begins with: `central`, `province`, `district`…; null for none. */
  levelOf(office: string): Level | null
}

/** Reads `spellings.tsv` of a pack and the gazetteer's `titles.tsv`. */
export function parseNames(spellings: PackFile, titles: PackFile, lang: string): Names {
  const rows = parseTable(spellings.name, spellings.text)
  const wordsOfKind = (...kinds: string[]): ReadonlyMap<string, string> =>
    new Map(rows.filter(row => kinds.includes(row.kind)).map(row => [wordsOf(row.written), wordsOf(row.means)]))
  const [spelling, readings] = [wordsOfKind('abbreviation', 'spelling'), wordsOfKind('reading')]
  const common = ['surname', 'middle', 'given'].map(kind => wordsOfKind(kind))
  const units = [...wordsOfKind('unit').keys()]
  const levels = levelsOf(titles, lang)
  const spelled = (name: string): string => written(wordsOf(name), spelling)
  const reading = (name: string): string => written(spelled(name), readings)
  const isCommon = (name: string): boolean => {
    const words = wordsOf(name).split(' ')
    const parts = words.length === 3 ? common : [common[0], common[2]]
    return words.length === parts.length && words.every((word, i) => parts[i].has(word))
  }
  const withoutUnit = (name: string): string => {
    const unit = units.find(each => name.endsWith(` ${each}`))
    return unit === undefined ? name : name.slice(0, -unit.length - 1)
  }
  const levelOf = (office: string): Level | null => {
    const words = skeleton(spelled(office)).split(' ')
    for (let n = words.length; n > 0; n--) {
      const level = levels.get(words.slice(0, n).join(' '))
      if (level !== undefined) return level
    }
    return null
  }
  return { spelled, reading, sound: name => skeleton(reading(name)), isCommon, withoutUnit, levelOf }
}

const written = (words: string, forms: ReadonlyMap<string, string>): string =>
  words
    .split(' ')
    .map(word => forms.get(word) ?? word)
    .join(' ')

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
