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
  const out: string[] = []
  const offsets: number[] = []
  let word = ''
  let starts: number[] = []
  const flush = (): void => {
    if (!word) return
    const spelled = canonicalSpelling(word)
    for (let i = 0; i < spelled.length; i++) {
      out.push(spelled[i])
      offsets.push(starts[i])
    }
    word = ''
    starts = []
  }
  for (let at = 0; at < text.length; at++) {
    const unit = unitAt(text, at)
    const kind = kindOf(unit)
    if (kind === IGNORABLE) continue
    if (kind === LETTER || kind === DIGIT) {
      const code = codeOf(unit)
      word += code === OTHER_LETTER ? text[at].toLowerCase()[0] : letterOf(code)
      starts.push(at)
    } else if (kind === MARK && word) {
      word = word.slice(0, -1) + composeLast(word.at(-1)!, text.charCodeAt(at))
    } else {
      flush()
      out.push(kind === SPACE ? ' ' : kind === NEWLINE ? '\n' : foldPunctuation(text[at]))
      offsets.push(at)
    }
  }
  flush()
  return { folded: out.join(''), offsets: Int32Array.from([...offsets, text.length]) }
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
