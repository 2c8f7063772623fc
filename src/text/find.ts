import { fold } from './fold.ts'
import type { Span } from './span.ts'

/**
 * The first place of some words in a text, one behind the other, marks, case and đ aside; null where they do not stand there.
 * `words` are skeletons (see `skeleton`).
 */
export function findWords(text: string, words: readonly string[]): Span | null {
  if (words.length === 0) return null
  const { folded, offsets } = fold(text)
  const bare = [...folded].map(bareLetter).join('')
  if (bare.length !== folded.length) return null
  const gap = String.raw`[^\p{L}\p{N}]*`
  const match = new RegExp(String.raw`(?<![a-z0-9])${words.join(gap)}`, 'u').exec(bare)
  return match ? { start: offsets[match.index], end: offsets[match.index + match[0].length] } : null
}

const bareLetter = (letter: string): string => (letter === 'đ' ? 'd' : letter.normalize('NFD')[0])
