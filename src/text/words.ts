import { fold } from './fold.ts'
import { isUpper, unitAt } from './letters.ts'

/** A word or number of a text, folded, or a mark of punctuation. */
export interface Word {
  readonly word: string
  readonly mark: boolean
  /** Begins with a capital, and not because a sentence begins. */
  readonly name: boolean
}

/** Marks behind which a capital says nothing. */
const OPENING = '.!?:"\'…'

const WORD = 1
const SPACE = 2
const OTHER = 3

/** What each UTF-16 unit is by itself, as far as it was asked for: a table is faster than a pattern, and few units are ever met. */
const known = new Uint8Array(0x10000)

function sortAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return known[unit] || (known[unit] = sortOf(String.fromCharCode(unit)))
}

const sortOf = (char: string): number => (/[\p{L}\p{N}]/u.test(char) ? WORD : /\s/.test(char) ? SPACE : OTHER)

/** Where the character at `at` ends if it is a letter or digit; `at` itself if it is neither. */
function pastLetter(text: string, at: number): number {
  if (sortAt(text, at) === WORD) return at + 1
  const char = charAt(text, at)
  return char.length > 1 && sortOf(char) === WORD ? at + 2 : at
}

/** The whole character: of letters beyond U+FFFF two units. */
function charAt(text: string, at: number): string {
  const unit = text.charCodeAt(at)
  return unit < 0xd800 || unit > 0xdbff ? text[at] : String.fromCodePoint(text.codePointAt(at)!)
}

/** Where the run of letters and digits ends that begins at `at`; `at` itself where none begins. */
export function wordEnd(text: string, at: number): number {
  for (;;) {
    const end = at < text.length ? pastLetter(text, at) : at
    if (end === at) return at
    at = end
  }
}

/** The words and marks of a text in its order. Ideographs without spaces are one word. */
export function wordsOf(text: string): Word[] {
  const { folded, offsets } = fold(text)
  const words: Word[] = []
  let opening = true
  for (let at = 0; at < folded.length;) {
    const end = wordEnd(folded, at)
    const mark = end === at
    if (mark && sortAt(folded, at) === SPACE) {
      at++
      continue
    }
    const word = mark ? charAt(folded, at) : folded.slice(at, end)
    words.push({ word, mark, name: !mark && !opening && isUpper(unitAt(text, offsets[at])) })
    opening = mark && OPENING.includes(word)
    at += word.length
  }
  return words
}

/** The words of a text and its pairs of neighbours, each joined by a space; a pair does not reach over a mark. */
export function termsOf(words: readonly Word[]): string[] {
  const terms: string[] = []
  let before = ''
  for (const { word, mark } of words) {
    if (mark) before = ''
    else {
      terms.push(word)
      if (before !== '') terms.push(`${before} ${word}`)
      before = word
    }
  }
  return terms
}

/** How often each term is there; `by` is what each counts. */
export function countTerms(terms: readonly string[], counts = new Map<string, number>(), by = 1): Map<string, number> {
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + by)
  return counts
}
