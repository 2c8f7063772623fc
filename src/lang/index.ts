import type { Language } from './pack.ts'
import { vietnamese } from './vi/language.ts'

/** Every language that can be read: one line a language. */
export const LANGUAGES: readonly Language[] = [vietnamese]
