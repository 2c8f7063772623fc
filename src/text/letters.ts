/**
 * What each UTF-16 unit is, for matching: one table look-up gives its kind, whether it is a capital, and a letter code of
 * seven bits. Letters that a writer may confuse share a code: capital and small, Ð (Eth) and Đ, accented foreign letters and
 * their base. Vietnamese writes 93 small letters, so that every one of them, and ten digits, has a code of its own.
 */
const PLAIN = 'abcdefghijklmnopqrstuvwxyzăâđêôơư'
const VOWELS = 'aăâeêioôơuưy'
/** Combining grave, acute, tilde, hook and dot: the five written tones. */
const TONES = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
/** The tones, and circumflex, breve and horn, which make another letter. */
const MARKS = [...TONES, '\u0302', '\u0306', '\u031b']

/** Every small letter of Vietnamese, in the order of their codes (the first has code 1). */
export const ALPHABET: readonly string[] = [
  ...PLAIN,
  ...[...VOWELS].flatMap(vowel => TONES.map(tone => (vowel + tone).normalize('NFC'))),
]

export const DIGIT_CODE = ALPHABET.length + 1
/** The code of every letter of another alphabet: words that hold one are compared in full. */
export const OTHER_LETTER = 127

/** Kinds of unit; 0 is punctuation and all that is nothing else. */
export const LETTER = 1
export const DIGIT = 2
export const SPACE = 3
export const NEWLINE = 4
/** Zero-width characters, soft hyphens, direction marks: they stand inside a word without ending it. */
export const IGNORABLE = 5
export const MARK = 6
export const IDEOGRAPH = 7
export const SURROGATE = 8

const UPPER_BIT = 0x80
const KIND_SHIFT = 8

/** What each unit is: read an entry with `codeOf`, `upperBit` and `kindOf`. */
export const units = new Uint16Array(0x10000)

/** The raw entry of a unit; read it with `codeOf`, `isUpper` and `kindOf`. */
export const unitAt = (text: string, at: number): number => units[text.charCodeAt(at)]
export const codeOf = (unit: number): number => unit & 0x7f
export const isUpper = (unit: number): boolean => (unit & UPPER_BIT) !== 0
/** 1 for a capital, else 0. */
export const upperBit = (unit: number): number => (unit >> 7) & 1
export const kindOf = (unit: number): number => unit >> KIND_SHIFT

/** A letter's code, or its UTF-16 unit where it belongs to another alphabet. */
export function letterValue(text: string, at: number): number {
  const code = codeOf(unitAt(text, at))
  return code === OTHER_LETTER || code === 0 ? text.charCodeAt(at) : code
}

const composed = new Uint8Array(128 * MARKS.length)

/** The code of the letter that a combining mark makes of a letter; the letter itself where the two do not combine. */
export function composeCode(code: number, mark: number): number {
  const index = MARKS.indexOf(String.fromCharCode(mark))
  return index < 0 ? code : composed[code * MARKS.length + index] || code
}

/** The small letter or digit of a code, in NFC; '\uFFFD' for a letter of another alphabet. */
export const letterOf = (code: number): string =>
  code >= DIGIT_CODE && code < DIGIT_CODE + 10 ? String(code - DIGIT_CODE) : (ALPHABET[code - 1] ?? '\ufffd')

function setUnit(char: string, kind: number, code = 0, upper = false): void {
  units[char.charCodeAt(0)] = (kind << KIND_SHIFT) | (upper ? UPPER_BIT : 0) | code
}

function setRange(from: number, to: number, kind: number, code = 0): void {
  units.fill((kind << KIND_SHIFT) | code, from, to + 1)
}

function setLetters(): void {
  ALPHABET.forEach((letter, i) => {
    setUnit(letter, LETTER, i + 1)
    setUnit(letter.toUpperCase(), LETTER, i + 1, true)
  })
  const đ = ALPHABET.indexOf('đ') + 1
  setUnit('ð', LETTER, đ)
  setUnit('Ð', LETTER, đ, true)
}

/** Letters of other alphabets, from U+0080 on: a Latin letter with a foreign accent takes its base letter's code. */
function setForeignLetters(from: number, to: number): void {
  for (let unit = from; unit <= to; unit++) {
    const char = String.fromCharCode(unit)
    if (units[unit] !== 0 || !/\p{L}/u.test(char)) continue
    const base = ALPHABET.indexOf(char.normalize('NFD')[0].toLowerCase()) + 1
    setUnit(char, LETTER, base || OTHER_LETTER, /\p{Lu}/u.test(char))
  }
}

function setOthers(): void {
  for (let digit = 0; digit < 10; digit++) setUnit(String(digit), DIGIT, DIGIT_CODE + digit)
  setUnit('²', DIGIT, DIGIT_CODE + 2)
  setUnit('³', DIGIT, DIGIT_CODE + 3)
  for (const char of '\t\v\f \u00a0\u1680\u2007\u202f\u205f\u3000') setUnit(char, SPACE)
  setRange(0x2000, 0x200a, SPACE)
  for (const char of '\n\r\u0085\u2028\u2029') setUnit(char, NEWLINE)
  for (const char of '\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0f') setUnit(char, IGNORABLE)
  setRange(0x300, 0x36f, MARK)
  setRange(0xd800, 0xdfff, SURROGATE)
}

function setComposed(): void {
  ALPHABET.forEach((letter, i) =>
    MARKS.forEach((mark, m) => {
      composed[(i + 1) * MARKS.length + m] = ALPHABET.indexOf((letter + mark).normalize('NFC')) + 1
    }),
  )
}

setLetters()
setOthers()
setForeignLetters(0x80, 0x52f)
setForeignLetters(0x1e00, 0x1fff)
setRange(0xe00, 0x11ff, LETTER, OTHER_LETTER)
setRange(0x1780, 0x17d3, LETTER, OTHER_LETTER)
setRange(0xac00, 0xd7a3, LETTER, OTHER_LETTER)
setRange(0x3041, 0x30ff, IDEOGRAPH, OTHER_LETTER)
setRange(0x3400, 0x9fff, IDEOGRAPH, OTHER_LETTER)
setRange(0xf900, 0xfaff, IDEOGRAPH, OTHER_LETTER)
setComposed()
