import type { ScreenLanguage } from '../../views/wording.ts'

/** The same words in each language of the screen. */
export type InLanguages<T> = Readonly<Record<ScreenLanguage, T>>

/**
 * The words of one page: strings, functions of what goes into a sentence, and groups of both. Vietnamese is the measure: English
 * and Chinese must have the same keys and the same parameters, or the types fail.
 */
export const defineWords = <T extends object>(words: {
  readonly vi: T
  readonly en: NoInfer<T>
  readonly zh: NoInfer<T>
}): InLanguages<T> => words

/** An English count with its noun; Vietnamese and Chinese nouns do not change. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`
