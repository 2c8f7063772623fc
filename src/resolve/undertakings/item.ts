import { fold } from '../../text/fold.ts'
import { wordEnd } from '../../text/words.ts'

/** A word of an item, folded, with the marks that stand between it and the word before. */
export interface ItemWord {
  readonly word: string
  /** Whether it begins with a capital in the report. */
  readonly capital: boolean
  /** `''` for mere space, else the marks: `,` `;` `:` `(` `)` `-` … */
  readonly gap: string
}

/** The words and numbers of an item's text. */
export function itemWords(text: string): ItemWord[] {
  const { folded, offsets } = fold(text)
  const words: ItemWord[] = []
  let last = 0
  for (let at = 0; at < folded.length; at++) {
    const end = wordEnd(folded, at)
    if (end === at) continue
    const letter = text[offsets[at]]
    words.push({
      word: folded.slice(at, end),
      capital: letter !== letter.toLowerCase(),
      gap: gapOf(folded.slice(last, at)),
    })
    at = last = end
  }
  return words
}

const gapOf = (between: string): string => (between === ' ' ? '' : between.replace(/\s/g, ''))

/** Phrases by their first word, the longest first. */
export class Phrases<T> {
  private readonly byFirst = new Map<string, { readonly words: readonly string[]; readonly means: T }[]>()

  constructor(phrases: Iterable<readonly [string, T]>) {
    for (const [phrase, means] of phrases) {
      const words = phrase.match(/[\p{L}\p{N}]+/gu)
      if (!words) continue
      const same = this.byFirst.get(words[0])
      if (same) same.push({ words, means })
      else this.byFirst.set(words[0], [{ words, means }])
    }
    for (const same of this.byFirst.values()) same.sort((a, b) => b.words.length - a.words.length)
  }

  /** The longest phrase that begins at a word and has none of `breaks` inside. */
  at(items: readonly ItemWord[], from: number, breaks: RegExp): { to: number; means: T } | null {
    for (const { words, means } of this.byFirst.get(items[from].word) ?? [])
      if (words.every((word, i) => items[from + i]?.word === word && (i === 0 || !breaks.test(items[from + i].gap))))
        return { to: from + words.length, means }
    return null
  }
}
