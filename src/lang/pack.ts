import { compileGrammar, type Grammar } from '../grammar/grammar.ts'
import type { Lattice } from '../grammar/lattice.ts'
import type { RuleFile } from '../grammar/rule-file.ts'
import type { Tokens } from '../text/tokens.ts'
import { CLASSES } from './classes.ts'
import { type Gazetteer, gazetteerWords, parseGazetteer } from './gazetteer.ts'
import { type CompareWords, parseCompareWords } from './compare-words.ts'
import { type Names, parseNames } from './names.ts'
import { evenRarity, parseRarity, type Rarity } from './rarity.ts'
import { type PackFile, parseWordsFile } from './words-file.ts'

/** What a language adds in code: the order of its tiers, and how it writes numbers. */
export interface Language {
  /** BCP 47. */
  readonly lang: string
  /** ISO 3166-1 of the country whose press mostly writes it. */
  readonly home: string
  readonly tiers: readonly string[]
  /** Puts NUMBER and SPELLED edges into the lattice. */
  readonly scanNumbers: (grammar: Grammar) => (tokens: Tokens, lattice: Lattice, text: string) => void
}

/** The files of a pack, as read by whoever may read files. */
export interface PackFiles {
  readonly words: readonly PackFile[]
  readonly rules: readonly RuleFile[]
  readonly cases: readonly PackFile[]
  readonly gazetteer: readonly PackFile[]
  readonly spellings: PackFile
  /** The table of frequent words and pairs; null for a language without one. */
  readonly frequent: PackFile | null
  readonly compare: readonly PackFile[]
  /** Digest of all by which reports are read. */
  readonly digest: string
}

/** All of one language's data, compiled. */
export interface LanguagePack {
  readonly lang: string
  readonly home: string
  readonly digest: string
  readonly grammar: Grammar
  readonly gazetteer: Gazetteer
  /** Parsed at its first use: reading does without it. */
  readonly names: () => Names
  /** Likewise. */
  readonly compareWords: () => CompareWords
  /** Likewise: how seldom a word or a pair of words is met. */
  readonly rarity: () => Rarity
  readonly cases: readonly PackFile[]
  readonly prepare: (tokens: Tokens, lattice: Lattice, text: string) => void
}

/** Builds a pack. Throws an Error that names the file and the line of what is wrong. */
export function buildPack(language: Language, files: PackFiles): LanguagePack {
  const gazetteer = parseGazetteer(files.gazetteer, language.lang)
  let names: Names | undefined
  let compareWords: CompareWords | undefined
  let rarity: Rarity | undefined
  const grammar = compileGrammar({
    words: [...files.words.flatMap(parseWordsFile), ...gazetteerWords(gazetteer)],
    ruleFiles: files.rules,
    tiers: language.tiers,
    classes: CLASSES,
  })
  return {
    lang: language.lang,
    home: language.home,
    digest: files.digest,
    grammar,
    gazetteer,
    names: () => (names ??= parseNames(files.spellings, titlesOf(files), language.lang)),
    compareWords: () => (compareWords ??= parseCompareWords(files.compare)),
    rarity: () => (rarity ??= files.frequent ? parseRarity(files.frequent) : evenRarity),
    cases: files.cases,
    prepare: language.scanNumbers(grammar),
  }
}

function titlesOf({ gazetteer }: PackFiles): PackFile {
  const titles = gazetteer.find(({ name }) => name === 'titles.tsv')
  if (!titles) throw new Error('the gazetteer has no titles.tsv')
  return titles
}
