import type { Span } from '../../text/span.ts'

/** The words of a report over an item. */
export interface Topic {
  /** Of the item's own line, those before it: "Về cặp cửa khẩu Trà Lĩnh - Long Bang, …". */
  readonly line: string
  /** The line over that. */
  readonly before: string
  /** What a numbered line is about, which begins the item's own line or stands over a line that a dash begins. */
  readonly heading: string
}

/** How far back the words over an item are looked for. */
const REACH = 1600
const BULLET = /^\s*[-–+•]/
const NUMBERED = /^\s*(\d+[.)]|\p{L}\)|[IVX]+\.)/u

/** The words over an item of a text. */
export function topicOf(text: string, { start }: Span): Topic {
  const lines = text.slice(Math.max(0, start - REACH), start).split('\n')
  const line = lines.pop()!
  const before = lines.findLast(each => each.trim() !== '') ?? ''
  const over = BULLET.test(line + text.slice(start, start + 1)) ? (lines.findLast(isHeading) ?? '') : null
  return { line, before, heading: over === null ? headingOf(`${line}:`) : NUMBERED.test(over) ? over : '' }
}

const isHeading = (line: string): boolean => line.trim() !== '' && !BULLET.test(line)

/** What stands before the first colon or semicolon of a numbered line. */
function headingOf(line: string): string {
  if (!NUMBERED.test(line)) return ''
  const end = line.search(/[:;]/)
  return end < 0 ? line : line.slice(0, end)
}

/** The words behind the last full stop. */
export const lastSentence = (text: string): string => text.slice(text.search(/[.!?]\s(?!.*[.!?]\s)/s) + 1)
