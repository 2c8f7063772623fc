import { type ScreenLanguage, type Wording, WORDINGS } from '../wording.ts'
import type { LedgerWording } from './words.ts'
import { en } from './words/en.ts'
import { vi } from './words/vi.ts'
import { zh } from './words/zh.ts'

export const LEDGER_WORDINGS: Readonly<Record<ScreenLanguage, LedgerWording>> = { vi, en, zh }

/** All that a view needs to speak: words of one language, and what ids are called in it. */
export interface Tongue {
  readonly general: Wording
  readonly words: LedgerWording
  /** A place, gate, link or mechanism of the gazetteer by its id; the id itself where it has none. */
  readonly name: (id: string) => string
}

export const tongueOf = (ui: ScreenLanguage, name: Tongue['name']): Tongue => ({
  general: WORDINGS[ui],
  words: LEDGER_WORDINGS[ui],
  name,
})
