import type { BriefingLanguage } from '../api/briefing.ts'
import type { BriefingWords } from './words.ts'
import { en } from './words/en.ts'
import { vi } from './words/vi.ts'
import { zh } from './words/zh.ts'

export const BRIEFING_WORDS: Readonly<Record<BriefingLanguage, BriefingWords>> = { vi, en, zh }
