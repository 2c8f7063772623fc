import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Gazetteer, parseGazetteer } from '../lang/gazetteer.ts'
import { LANGUAGES } from '../lang/index.ts'
import { buildPack, type Language, type LanguagePack, type PackFiles } from '../lang/pack.ts'
import { parseScreenNames, type ScreenName } from '../lang/screen-names.ts'
import { listOf, parseTable } from '../lang/table.ts'
import type { Outline } from '../views/drawing/outline.ts'
import type { PackFile } from '../lang/words-file.ts'

/** The root of the package: packs and gazetteer stand in it as text files. */
const ROOT = new URL('../../', import.meta.url)

/** The codes of the languages that can be read. */
export const languageCodes = (): string[] => LANGUAGES.map(language => language.lang)

/** The version of the package. */
export const version = (): string =>
  (JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as { version: string }).version

const loaded = new Map<string, LanguagePack>()

/** The pack of a language, read and compiled at its first use; null for a language without one. */
export function loadPack(lang: string): LanguagePack | null {
  const known = loaded.get(lang)
  if (known) return known
  const language = LANGUAGES.find(l => l.lang === lang)
  if (!language) return null
  const pack = buildPack(language, readPackFiles(language))
  loaded.set(lang, pack)
  return pack
}

/** The gazetteer with its names in a language of the screen. */
export const loadGazetteer = (lang: string): Gazetteer => parseGazetteer(filesOf('data/gazetteer/', '.tsv'), lang)

let screen: Readonly<Record<string, ScreenName>> | undefined

/** What things of the gazetteer are called in each language, by id; read at the first use. */
export const screenNames = (): Readonly<Record<string, ScreenName>> =>
  (screen ??= parseScreenNames(filesOf('data/gazetteer/', '.tsv')))

/** Lines of countries for maps. */
export const loadOutline = (): Outline =>
  JSON.parse(readFileSync(new URL('data/map/corridor.json', ROOT), 'utf8')) as Outline

/** Offices in the order of precedence: as reports write them, and in each language of the screen (empty where not known). */
export function loadTitles(): OfficeTitle[] {
  const { text } = filesOf('data/gazetteer/', 'titles.tsv')[0]
  return parseTable('titles.tsv', text).map(row => ({
    written: [row['title_vi'], ...listOf(row['abbreviations'])],
    names: { vi: row['title_vi'], en: row['title_en'], zh: listOf(row['title_zh'])[0] ?? '' },
    level: row['level'],
  }))
}

interface OfficeTitle {
  readonly written: readonly string[]
  readonly names: Readonly<Record<'vi' | 'en' | 'zh', string>>
  readonly level: string
}

function readPackFiles(language: Language): PackFiles {
  const folder = `src/lang/${language.lang}/`
  const words = filesOf(`${folder}words/`, '.tsv')
  const rules = filesOf(`${folder}rules/`, '.rules')
  const cases = filesOf(`${folder}cases/`, '.cases.txt')
  const gazetteer = filesOf('data/gazetteer/', '.tsv')
  const [spellings] = filesOf(folder, 'spellings.tsv')
  const [frequent = null] = filesOf(folder, 'frequent.tsv')
  const compare = filesOf(`${folder}compare/`, '.tsv')
  const hash = createHash('sha256')
  for (const file of [...words, ...rules, ...gazetteer]) hash.update(`${file.name}\n${file.text}\n`)
  return { words, rules, cases, gazetteer, spellings, frequent, compare, digest: `sha256:${hash.digest('hex')}` }
}

function filesOf(folder: string, ending: string): PackFile[] {
  const url = new URL(folder, ROOT)
  return readdirSync(fileURLToPath(url))
    .filter(name => name.endsWith(ending))
    .toSorted()
    .map(name => ({ name, text: readFileSync(new URL(name, url), 'utf8') }))
}
