import { fold } from '../../text/fold.ts'

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
  let end = 0
  for (const { 0: word, index } of folded.matchAll(/[\p{L}\p{N}]+/gu)) {
    const letter = text[offsets[index]]
    words.push({ word, capital: letter !== letter.toLowerCase(), gap: folded.slice(end, index).replace(/\s/g, '') })
    end = index + word.length
  }
  return words
}

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
