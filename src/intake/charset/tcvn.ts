import { isSyllable } from './syllable.ts'

/**
 * TCVN 5712 gives the bytes 0x91 to 0x97 to capitals with tones; the TCVN3 fonts that the papers were typed in have the quotes, bullets
 * and dashes of Windows there, and capital fonts for capitals. Which is meant shows in the letters beside it.
 */
const PUNCTUATION: Readonly<Record<string, string>> = { Ị: '‘', Ò: '’', Ỏ: '“', Õ: '”', Ó: '•', Ọ: '–', Ộ: '—' }

const OPENING = /(?<![\p{L}\p{N}])[ỊỎ](?=\p{Lu}\p{Ll}|\p{Ll}|\p{N})(?<word>[\p{L}\p{N}]*)/gu
const CLOSING = /(?<=[\p{Ll}\p{N}.,!?])[ÒÕ](?!\p{Ll})/gu
const ALONE = /(?<![\p{L}\p{N}])[ÓỌỘ](?![\p{L}])/gu

/** A text that was decoded as TCVN 5712, with the punctuation that its fonts show. "Ỏng" stays a word: "ng" is none. */
export const tcvnText = (decoded: string): string =>
  decoded
    .replace(OPENING, (found, word: string) =>
      /^\p{Ll}/u.test(word) && !isSyllable(word) ? found : PUNCTUATION[found[0]] + word,
    )
    .replace(CLOSING, found => PUNCTUATION[found])
    .replace(ALONE, found => PUNCTUATION[found])
