import { foldPunctuation } from './fold.ts'
import {
  codeOf,
  composeCode,
  DIGIT,
  DIGIT_CODE,
  IDEOGRAPH,
  IGNORABLE,
  isUpper,
  kindOf,
  LETTER,
  letterValue,
  MARK,
  NEWLINE,
  OTHER_LETTER,
  SPACE,
  SURROGATE,
  unitAt,
  units,
  upperBit,
} from './letters.ts'
import { LONGEST_WORD, PACKED, type Syllables, UNKNOWN } from './syllables.ts'

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

/** What the scan of a rare word found; one object for all texts, since tokenizing never yields. */
const scan = { end: 0, capitals: 0, letters: 0, values: new Int32Array(LONGEST_WORD) }

/** Fills `tokens` with the tokens of `text`. Time is linear in the text's length. */
export function tokenize(text: string, syllables: Syllables, tokens: Tokens): void {
  const length = text.length
  tokens.count = 0
  let gap = SPACED | LINE_START
  let at = 0
  while (at < length) {
    const kind = kindOf(units[text.charCodeAt(at)])
    if (kind === LETTER) at = pushWord(text, at, syllables, tokens, gap)
    else if (kind === SPACE) gap |= SPACED
    else if (kind === NEWLINE) gap |= SPACED | LINE_START
    else if (kind === DIGIT) at = pushNumber(text, at, syllables, tokens, gap)
    else if (kind === IDEOGRAPH) at = pushIdeograph(text, at, syllables, tokens, gap)
    else if (kind !== IGNORABLE) at = pushMark(text, at, kind, tokens, gap)
    if (kind === SPACE || kind === NEWLINE || kind === IGNORABLE) at++
    else gap = 0
  }
}

/**
 * A word of up to eight letters of the alphabet is packed into its key while it is read; any other takes the long way.
 * Every push function returns where the token ends.
 */
function pushWord(text: string, start: number, syllables: Syllables, tokens: Tokens, gap: number): number {
  const length = text.length
  let unit = units[text.charCodeAt(start)]
  const first = isUpper(unit) ? CAPITAL : 0
  let at = start
  let low = 0
  let high = 0
  let letters = 0
  let capitals = 0
  do {
    const code = codeOf(unit)
    if (code === OTHER_LETTER || letters === PACKED) return pushRareWord(text, start, syllables, tokens, gap | first)
    if (letters < 4) low |= code << (7 * letters)
    else high |= code << (7 * (letters - 4))
    letters++
    capitals += upperBit(unit)
    if (++at === length) break
    unit = units[text.charCodeAt(at)]
  } while (kindOf(unit) === LETTER)
  if (at < length && (kindOf(unit) === MARK || kindOf(unit) === IGNORABLE))
    return pushRareWord(text, start, syllables, tokens, gap | first)
  tokens.push(start, at, syllables.lookUpKey(low, high), WORD | first | upperShape(capitals, letters) | gap)
  return at
}

const upperShape = (capitals: number, letters: number): number =>
  capitals !== letters ? 0 : letters > 1 ? UPPER : INITIAL

/** A word with combining marks, zero-width characters, letters of another alphabet, or more than eight letters. */
function pushRareWord(text: string, start: number, syllables: Syllables, tokens: Tokens, bits: number): number {
  const next = scanWord(text, start)
  const sid = scan.letters > LONGEST_WORD ? UNKNOWN : syllables.lookUp(scan.values, scan.letters)
  tokens.push(start, scan.end, sid, WORD | upperShape(scan.capitals, scan.letters) | bits)
  return next
}

/** Reads a run of letters with the marks and zero-width characters inside it; leaves what it found in `scan`. */
function scanWord(text: string, start: number): number {
  const values = scan.values
  let at = start
  let letters = 0
  let capitals = 0
  for (; at < text.length; at++) {
    const unit = unitAt(text, at)
    const kind = kindOf(unit)
    if (kind === LETTER) {
      if (letters < LONGEST_WORD) values[letters] = codeOf(unit) === OTHER_LETTER ? letterValue(text, at) : codeOf(unit)
      letters++
      capitals += upperBit(unit)
    } else if (kind === MARK) composeLast(letters, text.charCodeAt(at))
    else if (kind !== IGNORABLE) break
    if (kind !== IGNORABLE) scan.end = at + 1
  }
  scan.letters = letters
  scan.capitals = capitals
  return at
}

function composeLast(letters: number, mark: number): void {
  if (letters > LONGEST_WORD) return
  const last = scan.values[letters - 1]
  if (last < OTHER_LETTER) scan.values[letters - 1] = composeCode(last, mark)
}

function pushNumber(text: string, start: number, syllables: Syllables, tokens: Tokens, gap: number): number {
  let at = start
  let value = 0
  for (; at < text.length && kindOf(unitAt(text, at)) === DIGIT; at++) {
    const code = codeOf(unitAt(text, at))
    if (at - start < LONGEST_WORD) scan.values[at - start] = code
    if (at - start < 9) value = value * 10 + code - DIGIT_CODE
  }
  const length = at - start
  const sid = length > LONGEST_WORD ? UNKNOWN : syllables.lookUp(scan.values, length)
  tokens.push(start, at, sid, NUMBER | gap, length > 9 ? -1 : value)
  return at
}

function pushIdeograph(text: string, at: number, syllables: Syllables, tokens: Tokens, gap: number): number {
  scan.values[0] = text.charCodeAt(at)
  tokens.push(at, at + 1, syllables.lookUp(scan.values, 1), WORD | gap)
  return at + 1
}

function pushMark(text: string, start: number, kind: number, tokens: Tokens, gap: number): number {
  const pair = kind === SURROGATE && (text.charCodeAt(start + 1) & 0xfc00) === 0xdc00
  const end = start + (pair ? 2 : 1)
  tokens.push(start, end, punctuation[text.charCodeAt(start)], PUNCT | gap)
  return end
}
