import { skeleton } from '../text/fold.ts'

/** Units of folded text that are searched: a tsvector of PostgreSQL holds no more than 1 MB. */
const LONGEST_SEARCHED = 400_000

const IDEOGRAPH = /\p{Script=Han}/gu

/** What is neither a letter nor a digit to both stores, such as emoji. */
const SIGNS = /[^\p{L}\p{N} ]+/gu

/** A text as both stores index it: words without marks, case and đ, one space between them; each ideograph is a word. */
export function searchable(text: string): string {
  const folded = skeleton(text)
  const words = /[^a-z0-9 ]/.test(folded) ? folded.replace(SIGNS, ' ').replace(IDEOGRAPH, ' $& ') : folded
  return words.replace(/ {2,}/g, ' ').trim().slice(0, LONGEST_SEARCHED)
}

/** One term of a query: words that must follow each other, the last of them perhaps only begun. */
export interface SearchTerm {
  readonly words: readonly string[]
  readonly begun: boolean
}

/** The terms of a query. Words in quotation marks, and ideographs that were written together, must stand together. */
export function searchTerms(query: string): SearchTerm[] {
  const parts = [...query.matchAll(/["“”]([^"“”]*)["“”]|[^\s"“”]+/g)]
  return parts.flatMap(([whole, quoted]) => termsOf(quoted ?? whole, quoted === undefined && whole.endsWith('*')))
}

function termsOf(text: string, begun: boolean): SearchTerm[] {
  const words = searchable(text).split(' ').filter(Boolean)
  return words.length > 0 ? [{ words, begun }] : []
}

const DAYS = 86_400_000
const EPOCH = Date.UTC(1900, 0, 1)
const SLOTS = 2 ** 20

/**
 * Where an entry stands among all that are searched: the day, and within a day a place that its id draws, so that the order
 * does not depend on which came first. A store that walks its index backwards gives the latest first without sorting.
 */
export function placeOf(id: string, day: string | null): number {
  const date = day === null ? Number.NaN : Date.parse(day)
  const number = Number.isNaN(date) ? 0 : Math.min(Math.max(1, Math.floor((date - EPOCH) / DAYS)), 2 ** 30)
  return number * SLOTS + drawn(id)
}

/** The next place of the same day. */
export const nextPlace = (place: number): number => place - (place % SLOTS) + ((place + 1) % SLOTS)

function drawn(id: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 15)) & (SLOTS - 1)
}
