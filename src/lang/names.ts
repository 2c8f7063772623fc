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
  /** The name of an office or body without diacritics, abbreviations and synonyms, and without a word of kind for provinces at its end. */
  titleKey(title: string): string
  /** The level of the longest known office that this one begins with: `central`, `province`, `district`…; null for none. */
  levelOf(office: string): Level | null
  /** The same for a body; one that is not known by what it begins with, such as a ministry. */
  bodyLevelOf(body: string): Level | null
  /** ISO 3166-1 of the country whose bodies alone are called so; null for none. */
  countryOf(body: string): string | null
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
  const capitals = wordsOfKind('capitals')
  const spelledOut = (name: string): string => {
    const words = partsOf(name)
    const shouted = name === name.toUpperCase() && words.length > 1
    const folded = words.map(word => {
      const small = fold(word).folded
      return word === word.toUpperCase() && !shouted ? (capitals.get(small) ?? small) : small
    })
    return written(folded.join(' '), spelling)
  }
  // A name is asked for in several ways, one right behind the other.
  let last = { name: '', spelled: '' }
  const spelled = (name: string): string => {
    if (name !== last.name) last = { name, spelled: spelledOut(name) }
    return last.spelled
  }
  const reading = (name: string): string => written(spelled(name), readings)
  const isCommon = (name: string): boolean => {
    const words = wordsOf(name).split(' ')
    const parts = words.length === 3 ? common : [common[0], common[2]]
    return words.length === parts.length && words.every((word, i) => parts[i].has(word))
  }
  const synonyms = [...wordsOfKind('synonym')]
  const titleKey = (title: string): string => {
    const full = synonyms.reduce((name, [from, to]) => name.replace(from, to), spelled(title))
    const unit = units.find(each => full.endsWith(` ${each}`))
    return skeleton(unit === undefined ? full : full.slice(0, -unit.length - 1))
  }
  const bodies = levelsIn(wordsOfKind('body'))
  const foreign = [...wordsOfKind('country')]
  const levelOf = (office: string): Level | null => longestStart(skeleton(spelled(office)), levels)
  const bodyLevelOf = (body: string): Level | null => levelOf(body) ?? longestStart(skeleton(spelled(body)), bodies)
  const countryOf = (body: string): string | null => {
    const name = ` ${spelled(body)} `
    return foreign.find(([words]) => name.includes(` ${words} `))?.[1].toUpperCase() ?? null
  }
  return {
    spelled,
    reading,
    sound: name => skeleton(reading(name)),
    isCommon,
    titleKey,
    levelOf,
    bodyLevelOf,
    countryOf,
  }
}

const levelsIn = (forms: ReadonlyMap<string, string>): ReadonlyMap<string, Level> =>
  new Map([...forms].map(([words, level]) => [skeleton(words), level]))

/** The value of the most words that a name begins with. */
function longestStart(name: string, values: ReadonlyMap<string, string>): string | null {
  const words = name.split(' ')
  for (let n = words.length; n > 0; n--) {
    const value = values.get(words.slice(0, n).join(' '))
    if (value !== undefined) return value
  }
  return null
}

const written = (words: string, forms: ReadonlyMap<string, string>): string =>
  words
    .split(' ')
    .map(word => forms.get(word) ?? word)
    .join(' ')

/** Folded, with single spaces and no punctuation. */
const wordsOf = (name: string): string => fold(partsOf(name).join(' ')).folded

/** The words of a name: `VH,TT&DL` stays one, as its commas stand inside it. */
const partsOf = (name: string): string[] =>
  name
    .replace(/[^\p{L}\p{N}\p{M}&,]+|[,&](?=\s|$)/gu, ' ')
    .trim()
    .split(' ')

function levelsOf(titles: PackFile, lang: string): ReadonlyMap<string, Level> {
  const levels = new Map<string, Level>()
  for (const row of parseTable(titles.name, titles.text))
    for (const title of [row[`title_${lang}`], ...listOf(row['abbreviations'])])
      if (title && row['level']) levels.set(skeleton(title), row['level'])
  return levels
}
