import { listOf, parseTable } from './table.ts'
import type { PackFile } from './words-file.ts'

/** How seldom a word or a pair of neighbours is met: the natural logarithm of in how many texts it stands once. */
export type Rarity = (term: string) => number

/** Of terms that the table does not know: such as stand in one of 245 texts. */
const RAREST = 5.5

/** A language without a table: no word is more frequent than another. */
export const evenRarity: Rarity = () => RAREST

/** Reads a table of frequent terms: rarity and the terms that have it. Made by `scripts/frequent.mjs`. */
export function parseRarity({ name, text }: PackFile): Rarity {
  const known = new Map<string, number>()
  for (const row of parseTable(name, text))
    for (const term of listOf(row['terms'])) known.set(term, Number(row['rarity']))
  return term => known.get(term) ?? RAREST
}
