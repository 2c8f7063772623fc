import { fold } from '../text/fold.ts'
import { parseTable } from './table.ts'
import type { PackFile } from './words-file.ts'

/** What a phrase does in a commitment: see the head of `compare/roles.tsv`. */
export interface Role {
  readonly role: 'deed' | 'again' | 'plain' | 'level' | 'at' | 'count' | 'gate' | 'mode' | 'this' | 'word'
  /** Which deed, level, count or mode; empty for the others. */
  readonly value: string
}

/** What a language knows for comparing what reports say; it is not needed for reading them. Keys are folded (`text/fold.ts`). */
export interface CompareWords {
  readonly roles: ReadonlyMap<string, Role>
  /** How rare a syllable is, in bits; of one that the table does not have, `RAREST`. */
  readonly rarity: ReadonlyMap<string, number>
}

/** Bits of a syllable that the table does not have. */
export const RAREST = 7

/** Reads `roles.tsv` and `rarity.tsv` of a language. */
export const parseCompareWords = (files: readonly PackFile[]): CompareWords => ({
  roles: new Map(rowsOf(files, 'roles.tsv').map(row => [folded(row['phrase']), roleOf(row)])),
  rarity: new Map(
    rowsOf(files, 'rarity.tsv').flatMap(({ bits, syllables }) =>
      syllables.split(' ').map(syllable => [folded(syllable), Number(bits)] as const),
    ),
  ),
})

const roleOf = (row: Readonly<Record<string, string>>): Role => ({
  role: row['role'] as Role['role'],
  value: row['value'],
})

const folded = (text: string): string => fold(text).folded

function rowsOf(files: readonly PackFile[], name: string): Readonly<Record<string, string>>[] {
  const file = files.find(each => each.name === name)
  if (!file) throw new Error(`the language has no compare/${name}`)
  return parseTable(name, file.text)
}
