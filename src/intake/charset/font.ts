import iconv from 'iconv-lite'
import { tcvnText } from './tcvn.ts'
import { vniText } from './vni.ts'

/** Names of fonts that show TCVN3 letters: `.VnTime`; with an H at their end they show capitals. */
const TCVN3 = /^(?:[A-Z]{6}\+)?\.?Vn[A-Z]/
const CAPITALS = /H(?:,.*|-.*)?$/
const VNI = /^(?:[A-Z]{6}\+)?VNI[ -]/i

/** Whether a font shows other letters than the characters that it is given. */
export const isLegacyFont = (font: string | null): boolean => font !== null && (TCVN3.test(font) || VNI.test(font))

/**
 * The letters that a font shows for characters of windows-1252, as papers from before Unicode are written; the characters themselves for any
 * other font, and where they are Unicode already.
 */
export function shownBy(font: string | null, given: string): string {
  if (font === null || !isLegacyFont(font)) return given
  // Readers of PDFs take the micro sign for the letter of Greek.
  const characters = given.replaceAll('\u03bc', '\u00b5')
  if (VNI.test(font)) return isWestern(characters) ? vniText(characters) : characters
  const letters = isWestern(characters)
    ? tcvnText(iconv.decode(iconv.encode(characters, 'windows-1252'), 'tcvn'))
    : characters
  return CAPITALS.test(font) ? letters.toUpperCase() : letters
}

/** Whether all characters have a byte in windows-1252, as those of older fonts do. */
const isWestern = (characters: string): boolean =>
  /[\u0080-\u00ff]/u.test(characters) &&
  iconv.decode(iconv.encode(characters, 'windows-1252'), 'windows-1252') === characters
