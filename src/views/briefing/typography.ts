import type { BriefingLanguage } from '../api/briefing.ts'

/** The first letter large; words that begin with a quote or a digit stay. */
export const upperFirst = (text: string): string => {
  const [first = ''] = text
  return first.toLocaleUpperCase('vi') + text.slice(first.length)
}

/** `a, b và c`. */
export const listOfWords = (parts: readonly string[], between: string, last: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(between)}${last}${parts.at(-1)}`

const MARKS: Readonly<Record<BriefingLanguage, { readonly thousands: string; readonly decimal: string }>> = {
  vi: { thousands: '.', decimal: ',' },
  en: { thousands: ',', decimal: '.' },
  zh: { thousands: ',', decimal: '.' },
}

/** A number as the language writes it, two decimals at most. Own rules: the platform's differ between its versions. */
export function numberIn(lang: BriefingLanguage, value: number): string {
  const { thousands, decimal } = MARKS[lang]
  const [whole, part] = String(Math.round(value * 100) / 100).split('.')
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, thousands)
  return part === undefined ? grouped : `${grouped}${decimal}${part}`
}

/** Words for large numbers, the largest first. */
const MAGNITUDES: Readonly<Record<BriefingLanguage, readonly (readonly [number, string])[]>> = {
  vi: [[1e9, ' tỷ'], [1e6, ' triệu']], // prettier-ignore
  en: [[1e9, ' billion'], [1e6, ' million']], // prettier-ignore
  zh: [[1e8, '亿'], [1e4, '万']], // prettier-ignore
}

/** A number with a word for its magnitude: `476,45 triệu`. */
export function shortNumberIn(lang: BriefingLanguage, value: number): string {
  const [size, word] = MAGNITUDES[lang].find(([least]) => Math.abs(value) >= least) ?? [1, '']
  return `${numberIn(lang, value / size)}${word}`
}

/** Characters that control how text runs, or that no font shows: they would turn or break the words around them. */
const CONTROLS = /\p{Cc}|\p{Cs}|[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\uffff]/gu

/**
 * Words of a report as they can stand on paper: in one line, without characters that control direction or have no shape, in composed
 * form.
 */
export const onPaper = (text: string): string =>
  text.replaceAll(/\s+/gu, ' ').replaceAll(CONTROLS, '').normalize('NFC').trim()

/** Words up to a length, whole, with an ellipsis where some are left out. */
export function clipped(text: string, most: number): string {
  const letters = [...text]
  if (letters.length <= most) return text
  const cut = letters.slice(0, most).join('')
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,.;:–—-]+$/u, '')}…`
}
