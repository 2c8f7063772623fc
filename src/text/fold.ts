import {
  codeOf,
  composeCode,
  DIGIT,
  IDEOGRAPH,
  IGNORABLE,
  kindOf,
  LETTER,
  letterOf,
  MARK,
  NEWLINE,
  OTHER_LETTER,
  SPACE,
  SURROGATE,
  unitAt,
} from './letters.ts'
import { canonicalSpelling } from './spelling.ts'

/** A shadow of a text for matching, with the way back: `offsets[i]` is where unit `i` of `folded` begins in the original. */
export interface Folded {
  readonly folded: string
  /** One longer than `folded`; the last entry is the length of the original. */
  readonly offsets: Int32Array
}

const DASHES = /[\u2010-\u2015\u2212\u00ac]/
const QUOTES = /["\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]/
const APOSTROPHES = /['\u2018\u2019\u201a\u201b\u00b4`\u2032]/

/** Dashes, double and single quotes and spaces become one of each; anything else stays. */
export function foldPunctuation(char: string): string {
  if (DASHES.test(char)) return '-'
  if (QUOTES.test(char)) return '"'
  return APOSTROPHES.test(char) ? "'" : char
}

/**
 * The shadow: small letters, NFC, no zero-width characters, one kind of space, dash and quote, one spelling for
 * ủy/uỷ, hòa/hoà, kỹ/kĩ. Tones and diacritics stay.
 */
export function fold(text: string): Folded {
  const offsets = new Int32Array(text.length + 1)
  let folded = ''
  let length = 0
  let at = 0
  while (at < text.length) {
    const kind = kindOf(unitAt(text, at))
    if (kind === LETTER || kind === DIGIT) {
      const end = smallEnd(text, at)
      const word = end < 0 ? spelledOut(text, at, offsets, length) : canonicalSpelling(text.slice(at, end))
      if (end < 0) at = wordEnd(text, at)
      else for (let i = length; at < end; at++) offsets[i++] = at
      folded += word
      length += word.length
      continue
    }
    if (kind !== IGNORABLE) {
      folded += kind === SPACE ? ' ' : kind === NEWLINE ? '\n' : foldPunctuation(text[at])
      offsets[length++] = at
    }
    at++
  }
  offsets[length] = text.length
  return { folded, offsets: offsets.slice(0, length + 1) }
}

/** What a word consists of: letters and digits, marks on them, and what is inside it without being seen. */
const isWordPart = (kind: number): boolean => kind === LETTER || kind === DIGIT || kind === MARK || kind === IGNORABLE

/** Where the word that begins at `at` ends, if it is written in small letters that need no folding; else -1. */
function smallEnd(text: string, at: number): number {
  for (let end = at; ; end++) {
    const unit = end < text.length ? unitAt(text, end) : 0
    const kind = kindOf(unit)
    if (kind !== LETTER && kind !== DIGIT) return isWordPart(kind) ? -1 : end
    if (text.charCodeAt(end) !== SMALL[codeOf(unit)]) return -1
  }
}

function wordEnd(text: string, at: number): number {
  while (at < text.length && isWordPart(kindOf(unitAt(text, at)))) at++
  return at
}

/** Folds the word at `at` letter by letter, and writes down where each letter begins, from `length` on. */
function spelledOut(text: string, at: number, offsets: Int32Array, length: number): string {
  let word = ''
  for (const end = wordEnd(text, at); at < end; at++) {
    const unit = unitAt(text, at)
    const kind = kindOf(unit)
    if (kind === IGNORABLE) continue
    if (kind === MARK) {
      word = word.slice(0, -1) + composeLast(word.at(-1)!, text.charCodeAt(at))
      continue
    }
    const code = codeOf(unit)
    offsets[length + word.length] = at
    word += code === OTHER_LETTER ? text[at].toLowerCase()[0] : letterOf(code)
  }
  const spelled = canonicalSpelling(word)
  return spelled.length > word.length ? word : spelled
}

function composeLast(letter: string, mark: number): string {
  const code = codeOf(unitAt(letter, 0))
  return code === OTHER_LETTER || code === 0 ? letter : letterOf(composeCode(code, mark))
}

/**
 * A name without case, diacritics, đ, spacing or punctuation: "Bản Giốc – Đức Thiên" -> "ban gioc duc thien".
 * For comparing names, never for finding positions.
 */
export function skeleton(name: string): string {
  let out = ''
  let gap = false
  for (let at = 0; at < name.length; at++) {
    const unit = unitAt(name, at)
    const kind = kindOf(unit)
    if (kind === MARK || kind === IGNORABLE) continue
    if (kind !== LETTER && kind !== DIGIT && kind !== IDEOGRAPH && kind !== SURROGATE) {
      gap = true
      continue
    }
    const code = codeOf(unit)
    if (gap && out) out += ' '
    gap = false
    out += code === OTHER_LETTER || code === 0 ? name[at].toLowerCase() : BASES[code]
  }
  return out
}

/** The small letter or digit of each code, as a UTF-16 unit. */
const SMALL = Uint16Array.from({ length: OTHER_LETTER }, (_, code) => letterOf(code).charCodeAt(0))

/** The letter without its diacritics, or the digit, of each code. */
const BASES = Array.from({ length: OTHER_LETTER }, (_, code) => letterOf(code).normalize('NFD')[0].replace('đ', 'd'))

/** Runs of white space become one space. */
export const squeeze = (text: string): string => (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text)

/** The text without a bracket at its end: "Bộ Ngoại giao (Việt Nam)" is Bộ Ngoại giao. */
export function withoutBracket(text: string): string {
  const open = text.indexOf('(')
  const close = text.indexOf(')', open)
  const closed = close < 0 || text.slice(close + 1).trim() === ''
  return squeeze(open >= 0 && closed ? text.slice(0, open) : text).trim()
}
