import type { ScreenLanguage } from '../views/wording.ts'

const LOCALES: Readonly<Record<ScreenLanguage, string>> = { vi: 'vi-VN', en: 'en-GB', zh: 'zh-CN' }

const cached = <T>(make: (language: ScreenLanguage) => T): ((language: ScreenLanguage) => T) => {
  const made = new Map<ScreenLanguage, T>()
  return language => {
    const value = made.get(language) ?? make(language)
    made.set(language, value)
    return value
  }
}

const dates = (options: Intl.DateTimeFormatOptions) =>
  cached(language => new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', ...options }))

const short = dates({ day: '2-digit', month: '2-digit', year: 'numeric' })
const long = dates({ day: 'numeric', month: 'long', year: 'numeric' })
const month = dates({ month: 'long', year: 'numeric' })
const numbers = cached(language => new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 2 }))
const compact = cached(
  language => new Intl.NumberFormat(LOCALES[language], { notation: 'compact', maximumFractionDigits: 1 }),
)
const times = cached(language => new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'short', timeStyle: 'short' }))

const instant = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** Dates and numbers as the language of the screen writes them. Days are ISO (`2025-05-14`) and know no time zone. */
export interface Format {
  /** `14/05/2025`, `14/05/2025`, `2025/05/14`: all of one width, for columns. */
  readonly day: (day: string) => string
  /** `14 tháng 5, 2025`, `14 May 2025`, `2025年5月14日`: for sentences. */
  readonly longDay: (day: string) => string
  /** Of an ISO month or day: `tháng 5 năm 2025`. */
  readonly month: (day: string) => string
  readonly number: (value: number) => string
  /** `3,3 Tr`, `3.3M`, `330万`. */
  readonly compact: (value: number) => string
  /** An ISO instant, in the time zone of the machine. */
  readonly time: (instant: string) => string
}

export const formatIn = (language: ScreenLanguage): Format => ({
  day: day => short(language).format(instant(day)),
  longDay: day => long(language).format(instant(day)),
  month: day => month(language).format(instant(day.length === 7 ? `${day}-01` : day)),
  number: value => numbers(language).format(value),
  compact: value => compact(language).format(value),
  time: at => times(language).format(Date.parse(at)),
})
