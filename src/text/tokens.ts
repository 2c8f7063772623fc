import { foldPunctuation } from './fold.ts'
import {
  codeOf, composeCode, DIGIT, DIGIT_CODE, IDEOGRAPH, IGNORABLE, isUpper, kindOf, LETTER, letterValue, MARK, NEWLINE, OTHER_LETTER,
  SPACE, SURROGATE, unitAt,
} from './letters.ts'
import { LONGEST_WORD, type Syllables, UNKNOWN } from './syllables.ts'

/** Bits of a token's shape. */
export const WORD = 1
export const NUMBER = 2
export const PUNCT = 4
/** Begins with a capital. */
export const CAPITAL = 8
/** Two or more letters, all capitals. */
export const UPPER = 16
/** White space, a line's start or the text's start stands before it. */
export const SPACED = 32
/** The first on its line. */
export const LINE_START = 64
/** One letter, a capital. */
export const INITIAL = 128

/** The id of the punctuation mark `…`; other marks have the id of their folded ASCII code. */
export const ELLIPSIS = 1

/**
 * A text as tokens: words (one Vietnamese syllable each), runs of digits, single punctuation marks. Arrays run in parallel
 * and are longer than `count`; one object is filled again for every Document, so that reading builds no object per token.
 */
export class Tokens {
  count = 0
  /** Span of each token in the text, UTF-16 units. */
  start = new Int32Array(1024)
  end = new Int32Array(1024)
  /** Syllable id (see Syllables). */
  sid = new Int32Array(1024)
  shape = new Uint8Array(1024)
  /** The value of a run of up to nine digits; -1 for a longer run and for any other token. */
  digits = new Int32Array(1024)

  push(start: number, end: number, sid: number, shape: number, digits = -1): void {
    if (this.count === this.start.length) this.grow()
    this.digits[this.count] = digits
    this.start[this.count] = start
    this.end[this.count] = end
    this.sid[this.count] = sid
    this.shape[this.count++] = shape
  }

  private grow(): void {
    const length = this.start.length * 2
    const larger = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const copy = new Int32Array(length)
      copy.set(old)
      return copy
    }
    this.start = larger(this.start)
    this.end = larger(this.end)
    this.sid = larger(this.sid)
    this.digits = larger(this.digits)
    const shape = new Uint8Array(length)
    shape.set(this.shape)
    this.shape = shape
  }
}

/** Folded ASCII code by UTF-16 unit, for punctuation; 0 for marks that no pattern speaks of. */
const punctuation = new Uint8Array(0x10000)
for (let unit = 33; unit < 0x3100; unit++) {
  const code = foldPunctuation(String.fromCharCode(unit)).charCodeAt(0)
  punctuation[unit] = code < 127 ? code : 0
}
punctuation[0x2026] = ELLIPSIS
punctuation[0x2022] = '*'.charCodeAt(0)

/** Where a scan stands; one object for all texts, since tokenizing never yields. */
const scan = { at: 0, capitals: 0, letters: 0, first: false, values: new Int32Array(LONGEST_WORD) }

/** Fills `tokens` with the tokens of `text`. Time is linear in the text's length. */
export function tokenize(text: string, syllables: Syllables, tokens: Tokens): void {
  tokens.count = 0
  let gap = SPACED | LINE_START
  scan.at = 0
  while (scan.at < text.length) {
    const start = scan.at
    const kind = kindOf(unitAt(text, start))
    if (kind === SPACE || kind === NEWLINE) {
      gap |= kind === NEWLINE ? SPACED | LINE_START : SPACED
      scan.at++
      continue
    }
    if (kind === IGNORABLE) {
      scan.at++
      continue
    }
    if (kind === LETTER) pushWord(text, syllables, tokens, gap)
    else if (kind === DIGIT) pushNumber(text, syllables, tokens, gap)
    else if (kind === IDEOGRAPH) pushIdeograph(text, syllables, tokens, gap)
    else pushMark(text, kind, tokens, gap)
    gap = 0
  }
}

function pushWord(text: string, syllables: Syllables, tokens: Tokens, gap: number): void {
  const start = scan.at
  const end = scanWord(text)
  const long = scan.letters > LONGEST_WORD
  const sid = long ? UNKNOWN : syllables.lookUp(scan.values, scan.letters)
  const upper = scan.capitals !== scan.letters ? 0 : scan.letters > 1 ? UPPER : INITIAL
  tokens.push(start, end, sid, WORD | (scan.first ? CAPITAL : 0) | upper | gap)
}

/** Reads a run of letters with the marks and zero-width characters inside it; leaves letter values and capitals in `scan`. */
function scanWord(text: string): number {
  const values = scan.values
  let at = scan.at
  let end = at
  let letters = 0
  let capitals = 0
  scan.first = isUpper(unitAt(text, at))
  for (; at < text.length; at++) {
    const unit = unitAt(text, at)
    const kind = kindOf(unit)
    if (kind === LETTER) {
      if (letters < LONGEST_WORD) values[letters] = codeOf(unit) === OTHER_LETTER ? letterValue(text, at) : codeOf(unit)
      letters++
      if (isUpper(unit)) capitals++
      end = at + 1
    } else if (kind === MARK) {
      composeLast(letters, text.charCodeAt(at))
      end = at + 1
    } else if (kind !== IGNORABLE) break
  }
  scan.at = at
  scan.letters = letters
  scan.capitals = capitals
  return end
}

function composeLast(letters: number, mark: number): void {
  if (letters > LONGEST_WORD) return
  const last = scan.values[letters - 1]
  if (last < OTHER_LETTER) scan.values[letters - 1] = composeCode(last, mark)
}

function pushNumber(text: string, syllables: Syllables, tokens: Tokens, gap: number): void {
  const start = scan.at
  let length = 0
  let value = 0
  for (; scan.at < text.length && kindOf(unitAt(text, scan.at)) === DIGIT; scan.at++) {
    const code = codeOf(unitAt(text, scan.at))
    if (length < LONGEST_WORD) scan.values[length] = code
    if (length < 9) value = value * 10 + code - DIGIT_CODE
    length++
  }
  const sid = length > LONGEST_WORD ? UNKNOWN : syllables.lookUp(scan.values, length)
  tokens.push(start, scan.at, sid, NUMBER | gap, length > 9 ? -1 : value)
}

function pushIdeograph(text: string, syllables: Syllables, tokens: Tokens, gap: number): void {
  scan.values[0] = text.charCodeAt(scan.at)
  tokens.push(scan.at, ++scan.at, syllables.lookUp(scan.values, 1), WORD | gap)
}

function pushMark(text: string, kind: number, tokens: Tokens, gap: number): void {
  const start = scan.at++
  const pair = kind === SURROGATE && scan.at < text.length && (text.charCodeAt(scan.at) & 0xfc00) === 0xdc00
  if (pair) scan.at++
  tokens.push(start, scan.at, punctuation[text.charCodeAt(start)], PUNCT | gap)
}
