import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { LedgerWording } from '../views/ledger/words.ts'
import { en } from '../views/ledger/words/en.ts'
import { vi } from '../views/ledger/words/vi.ts'
import { zh } from '../views/ledger/words/zh.ts'
import { type ScreenLanguage, type Wording, WORDINGS } from '../views/wording.ts'
import { recall, remember } from './memory.ts'
import type { InLanguages } from './words/define.ts'

/** In the order in which they are offered, each by its own name. */
export const LANGUAGES: Readonly<Record<ScreenLanguage, string>> = { vi: 'Tiếng Việt', en: 'English', zh: '中文' }

const LEDGER_WORDS: InLanguages<LedgerWording> = { vi, en, zh }

const isLanguage = (value: string | null): value is ScreenLanguage => value !== null && value in LANGUAGES

/** The language that was chosen, else the first of the browser's that we speak, else Vietnamese. */
function firstLanguage(): ScreenLanguage {
  const kept = recall('language')
  if (isLanguage(kept)) return kept
  return navigator.languages.map(tag => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'vi'
}

interface Speaking {
  readonly language: ScreenLanguage
  readonly speak: (language: ScreenLanguage) => void
}

const Language = createContext<Speaking>({ language: 'vi', speak: () => {} })

/** Everything below speaks the language that is chosen in it; it is kept for the next visit. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage)
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : language
  }, [language])
  const speak = (next: ScreenLanguage): void => {
    remember('language', next)
    setLanguage(next)
  }
  return <Language value={{ language, speak }}>{children}</Language>
}

/** The language of the screen, and how to change it. */
export const useLanguage = (): Speaking => useContext(Language)

/** A page's words in the language of the screen. */
export const useWords = <T,>(words: InLanguages<T>): T => words[useLanguage().language]

/** What the ledger's own terms are called: fields, kinds, outcomes, gate classes, features. */
export const useLedgerWords = (): LedgerWording => useWords(LEDGER_WORDS)

/** What stages and kinds of meetings are called. */
export const useWording = (): Wording => useWords(WORDINGS)
