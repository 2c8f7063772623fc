import { skeleton } from '../text/fold.ts'

/** Words of kind before a name, folded: "tỉnh Cao Bằng" is Cao Bằng. */
const KIND_WORDS =
  /^(tinh|thanh pho|tp|thi xa|huyen|xa|phuong|cua khau( quoc te| song phuong| phu| chinh)?|cap cua khau( quoc te| song phuong)?|khu tu tri dan toc choang|nuoc|loi thong quan|cau)\s+/

/** A name for comparing: without case, diacritics, punctuation and words of kind. */
export function nameKey(name: string): string {
  let key = skeleton(name)
  while (KIND_WORDS.test(key)) key = key.replace(KIND_WORDS, '')
  return key
}

export const sameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b)

export const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every(name => b.some(other => sameName(name, other)))

/** F1 of the words that two strings share, 0 to 1. */
export function wordF1(a: string, b: string): number {
  const wordsOf = (text: string): Set<string> => new Set(skeleton(text).split(' ').filter(Boolean))
  const [first, second] = [wordsOf(a), wordsOf(b)]
  if (first.size + second.size === 0) return 1
  const shared = [...first].filter(word => second.has(word)).length
  return (2 * shared) / (first.size + second.size)
}

const MEASURES = /^(%|usd|cny|vnd|eur|jpy|krw|lak|khr|thb|ha|km|km2|m|m2|m3|t|mw|kwh|teu)$/i

/** Measures and currencies must be equal; for things that are counted, the noun's translation is not scored. */
export const sameUnit = (a: string, b: string): boolean =>
  MEASURES.test(a) || MEASURES.test(b) ? a.toLowerCase() === b.toLowerCase() : true

/** The last of each, by a key. */
export const uniqueBy = <T>(items: readonly T[], keyOf: (item: T) => string): T[] => [
  ...new Map(items.map(item => [keyOf(item), item])).values(),
]

export interface Matching<G, P> {
  readonly pairs: readonly (readonly [G, P])[]
  readonly missed: readonly G[]
  readonly extra: readonly P[]
}

/** One-to-one matching, greedy by score, of all pairs that score `least` or more. */
export function matchUp<G, P>(
  gold: readonly G[],
  found: readonly P[],
  score: (gold: G, found: P) => number,
  least: number,
): Matching<G, P> {
  const all = gold.flatMap((g, i) =>
    found.map((p, j) => ({ score: score(g, p), i, j })).filter(pair => pair.score >= least),
  )
  all.sort((a, b) => b.score - a.score)
  const [usedGold, usedFound] = [new Set<number>(), new Set<number>()]
  const pairs: (readonly [G, P])[] = []
  for (const { i, j } of all) {
    if (usedGold.has(i) || usedFound.has(j)) continue
    usedGold.add(i)
    usedFound.add(j)
    pairs.push([gold[i], found[j]])
  }
  return { pairs, missed: gold.filter((_, i) => !usedGold.has(i)), extra: found.filter((_, j) => !usedFound.has(j)) }
}
