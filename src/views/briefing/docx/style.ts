import { convertMillimetersToTwip, type IRunOptions } from 'docx'
import type { BriefingLanguage, BriefingLine } from '../../api/briefing.ts'

/** The fonts that offices in both countries have: papers are edited there. */
const LATIN = 'Times New Roman'
const HAN = 'SimSun'

export const FONT = { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: HAN } as const

export const LANGUAGE_TAGS: Readonly<Record<BriefingLanguage, string>> = { vi: 'vi-VN', en: 'en-GB', zh: 'zh-CN' }

/** Without the sign of the hash, as Word wants it. */
export const COLORS = { ink: '1B1E24', soft: '565C66', accent: '8B2626', hair: 'C9C5BD' } as const

export const TONES: Readonly<Record<BriefingLine['tone'], string>> = {
  good: '2C6E49',
  open: '8A5A00',
  bad: '9C2F2F',
  plain: '454B55',
}

const mm = convertMillimetersToTwip

/** A4 with the margins of official papers; the width of the lines follows, in twentieths of a point. */
export const PAGE = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(20), bottom: mm(18), left: mm(28), right: mm(18), header: mm(10), footer: mm(10) },
} as const
export const LINE_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right

/** Half points. */
export const SIZES = { body: 23, small: 20, note: 18, title: 30, heading: 26 } as const

/** A run of words with what is said of it. */
export const styled = (text: string, options: IRunOptions = {}): IRunOptions => ({ text, ...options })
