import { fold } from './fold.ts'
import { isUpper, unitAt } from './letters.ts'

/** A word or number of a text, folded, or a mark of punctuation. */
export interface Word {
  readonly word: string
  readonly mark: boolean
  /** Begins with a capital, and not because a sentence begins. */
  readonly name: boolean
}

const WORD = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu
const IS_WORD = /^[\p{L}\p{N}]/u
/** Marks behind which a capital says nothing. */
const OPENING = '.!?:"\'…'

/** The words and marks of a text in its order. Ideographs without spaces are one word. */
export function wordsOf(text: string): Word[] {
  const { folded, offsets } = fold(text)
  const words: Word[] = []
  let opening = true
  for (const { 0: word, index } of folded.matchAll(WORD)) {
    const mark = !IS_WORD.test(word)
    const capital = !mark && isUpper(unitAt(text, offsets[index]))
    words.push({ word, mark, name: capital && !opening })
    opening = mark && OPENING.includes(word)
  }
  return words
}

/** How often each word and each pair of neighbours stands in a text, the pair joined by a space. */
export function countTerms(words: readonly Word[], counts = new Map<string, number>(), by = 1): Map<string, number> {
  const add = (term: string): void => void counts.set(term, (counts.get(term) ?? 0) + by)
  let before: Word | null = null
  for (const word of words) {
    if (!word.mark) {
      add(word.word)
      if (before) add(`${before.word} ${word.word}`)
    }
    before = word.mark ? null : word
  }
  return counts
}
