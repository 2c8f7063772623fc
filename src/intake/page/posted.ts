import { dayExists, isoDay } from '../../model/calendar.ts'

/** When a page was fetched, and in which language it is: what words such as "19 giờ trước" are counted from. */
export interface Fetched {
  /** ISO instant, or null where it is not known. */
  readonly at: string | null
  readonly lang: string
}

/** The ways in which portals write a day: their figures stand in groups of these names. */
const DAYS: readonly RegExp[] = [
  /(?<!\d)(?<y>(?:19|20)\d\d)[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?!\d)/u,
  /(?<!\d)(?<d>\d{1,2})\s?[-/.]\s?(?<m>\d{1,2})\s?[-/.]\s?(?<y>(?:19|20)\d\d)(?!\d)/u,
  /(?:ngày\s+)?(?<d>\d{1,2})\s+tháng\s+(?<m>\d{1,2})(?:\s+năm|,)?\s+(?<y>(?:19|20)\d\d)/iu,
  /(?<y>(?:19|20)\d\d)\s?年\s?(?<m>\d{1,2})\s?月\s?(?<d>\d{1,2})\s?日/u,
  /(?<d>\d{1,2})(?:st|nd|rd|th)?\s+(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(?<y>(?:19|20)\d\d)/iu,
  /(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>(?:19|20)\d\d)/iu,
]

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The first day that is written in a text and exists, as ISO; null where there is none. */
export function writtenDay(text: string): string | null {
  let found: { at: number; day: string } | null = null
  for (const form of DAYS) {
    const match = form.exec(text)
    const day = match && dayOf(match.groups!)
    if (day && (!found || match.index < found.at)) found = { at: match.index, day }
  }
  return found?.day ?? null
}

function dayOf({ y, m, d, month }: Readonly<Record<string, string | undefined>>): string | null {
  const number = month ? MONTHS.indexOf(month.toLowerCase()) + 1 : Number(m)
  return dayExists(Number(y), number, Number(d)) ? isoDay(Number(y), number, Number(d)) : null
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long ago: the unit of a counted time, or what a word alone means. */
const AGO: readonly (readonly [RegExp, number])[] = [
  [/(?<n>\d+)\s*(?:phút|分钟|分鐘|minutes?|mins?)\s*(?:trước|前|ago)/iu, MINUTE],
  [/(?<n>\d+)\s*(?:giờ|tiếng|小时|小時|hours?|hrs?)\s*(?:trước|前|ago)/iu, HOUR],
  [/(?<n>\d+)\s*(?:ngày|天|日|days?)\s*(?:trước|前|ago)/iu, DAY],
  [/(?<n>\d+)\s*(?:tuần|周|週|星期|weeks?)\s*(?:trước|前|ago)/iu, 7 * DAY],
  [/hôm qua|昨天|yesterday/iu, DAY],
  [/vừa xong|刚刚|剛剛|just now/iu, 0],
]

/** Hours that the clocks of a language's papers are ahead of UTC. */
const AHEAD: Readonly<Record<string, number>> = { vi: 7, zh: 8 }

/** The day of "19 giờ trước" or "3天前", by the clock of the page's country; null where the text says none or the fetching is not known. */
export function agoDay(text: string, { at, lang }: Fetched): string | null {
  const fetched = at === null ? Number.NaN : Date.parse(at)
  if (Number.isNaN(fetched)) return null
  for (const [form, unit] of AGO) {
    const match = form.exec(text)
    if (!match) continue
    const ago = Number(match.groups?.['n'] ?? 1) * unit
    return new Date(fetched - ago + (AHEAD[lang] ?? 0) * HOUR).toISOString().slice(0, 10)
  }
  return null
}

/** The day that a line of a page or a value of its metadata gives. */
export const postedDay = (text: string, fetched: Fetched): string | null => writtenDay(text) ?? agoDay(text, fetched)

/** Words that a line may have which is nothing but a time. */
const TIME_WORDS = new Set(
  (
    'thứ hai ba tư năm sáu bảy chủ nhật cn ngày tháng giờ phút trước hôm qua vừa xong cập nhật lúc lần cuối đăng số ra gmt utc am pm sáng chiều tối h g ' +
    'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april may june july august september ' +
    'october november december jan feb mar apr jun jul aug sep sept oct nov dec update updated published posted on at hour hours day days minute minutes ago yesterday last ict'
  ).split(' '),
)
const TIME_IDEOGRAPHS = /^(?:[年月日时時分秒前]|星期[一二三四五六日天]|小时|小時|天|分钟|分鐘|发布|更新|时间|時間)+$/u

/** Whether a line is nothing but a time: `Thứ sáu, 29-12-2023`, `16:50 30/08/2024`, `Cập nhật: 2 giờ trước`. */
export function isTimeLine(line: string): boolean {
  if (line.length >= 90 || !/\d/u.test(line) || /[^\p{L}\p{M}\d\s:：/.,|()+-]/u.test(line)) return false
  const words = line.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  return words.every(word => TIME_WORDS.has(word) || TIME_IDEOGRAPHS.test(word))
}

/** Whether a line says that the page was changed then, and not that it first appeared. */
export const tellsUpdate = (line: string): boolean => /cập nhật|update|modified|更新/iu.test(line)
