import type { Span } from '../../text/span.ts'

/** How far back the words over an item are looked for. */
const REACH = 800
const BULLET = /^\s*[-–+•]/

/**
 * The words that stand over an item: of its own line those before it ("Về cặp cửa khẩu Trà Lĩnh - Long Bang, …"), and over a
 * line that a dash begins, its heading too.
 */
export function topicOf(text: string, { start }: Span): string {
  const lines = text.slice(Math.max(0, start - REACH), start).split('\n')
  const own = lines.pop()!
  const line = own + text.slice(start, start + 1)
  if (!BULLET.test(line)) return own.trim()
  const heading = lines.findLast(each => each.trim() !== '' && !BULLET.test(each)) ?? ''
  return `${heading.trim()}; ${own.replace(BULLET, '').trim()}`
}

const NUMBERED = /^\s*(\d+[.)]|\p{L}\)|[IVX]+\.)/u

/** The heading in a topic: what stands before the first colon or semicolon, where it is numbered or stands over a dash. */
export function headingOf(topic: string): string {
  const end = topic.search(/[:;]/)
  return end > 0 && NUMBERED.test(topic) ? topic.slice(0, end) : ''
}

/** The words behind the last full stop. */
export const lastSentence = (topic: string): string => topic.slice(topic.search(/[.!?]\s(?!.*[.!?]\s)/s) + 1)
