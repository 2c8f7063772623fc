import type { Line, TokenRange, Zone } from '../text/segment.ts'
import { CAPITAL, NUMBER, PUNCT, UPPER, WORD } from '../text/tokens.ts'
import { linesOf, sentencesOf } from '../text/segment.ts'
import type { ReadContext, Sentence } from './context.ts'

/** Longest title, heading, byline and header line, in tokens. */
const LONGEST_TITLE = 55
const LONGEST_BYLINE = 9
const LONGEST_HEADER = 16

const codes = (marks: string): ReadonlySet<number> => new Set([...marks].map(mark => mark.charCodeAt(0)))
const ENDS = codes('.!?;:"…\u0001,')
const BULLETS = codes('-*+')

/** Finds what each line of the report is, and its sentences. */
export function layOut(context: ReadContext): { lines: Line[]; sentences: Sentence[] } {
  const ranges = linesOf(context.tokens)
  const lines: Line[] = []
  const seen = new Map<string, number>()
  let ended = false
  ranges.forEach((range, i) => {
    const key = lineKey(context, range)
    let zone = zoneOf(context, range, i, lines)
    if (seen.has(key) && zone !== 'furniture') zone = i < 4 && zone === 'title' ? 'title' : 'caption'
    if (zone === 'furniture' && i > ranges.length / 2) ended = true
    else if (ended && zone !== 'source' && range.to - range.from < LONGEST_TITLE) zone = 'furniture'
    seen.set(key, i)
    lines.push({ ...range, zone })
  })
  return { lines, sentences: lines.flatMap((line, i) => sentencesIn(context, line, i)) }
}

function sentencesIn(context: ReadContext, line: Line, number: number): Sentence[] {
  const found = sentencesOf(context.tokens, line, token => context.has(token, 'ABBREVIATION'))
  return found.map(range => ({ ...range, zone: line.zone, line: number }))
}

const lineKey = (context: ReadContext, { from, to }: TokenRange): string =>
  context.textOf(from, to).replace(/\s+/g, ' ').toLowerCase()

function zoneOf(context: ReadContext, line: TokenRange, index: number, before: readonly Line[]): Zone {
  const length = line.to - line.from
  if (isHeader(context, line)) return 'dateline'
  if (context.has(line.from, 'FURNITURE') && length < 14) return 'furniture'
  if (hasCredit(context, line)) return 'caption'
  const closed = isClosed(context, line)
  if (index === 0 || (before.every(l => l.zone !== 'body') && !before.some(l => l.zone === 'title')))
    return !closed && length <= LONGEST_TITLE ? 'title' : 'body'
  if (isSource(context, line)) return 'source'
  if (context.has(line.from, 'CAPTIONWORD') && length < LONGEST_TITLE) return 'caption'
  if (isByline(context, line)) return 'byline'
  if (closed || isBullet(context, line) || length > LONGEST_TITLE) return 'body'
  return length > 4 && before.some(l => l.zone === 'body') ? 'caption' : 'heading'
}

/** A line that is little more than a date or a time: `16:50 30/08/2024`, `Tân Văn LDO | 28/12/2023 13:52`. */
function isHeader(context: ReadContext, { from, to }: TokenRange): boolean {
  if (to - from > LONGEST_HEADER) return false
  let digits = 0
  let small = 0
  for (let at = from; at < to; at++) {
    if (context.tokens.shape[at] & NUMBER) digits++
    else if ((context.tokens.shape[at] & (WORD | CAPITAL)) === WORD && !context.hasAny(at, ['DAYWORD', 'DAYPART', 'WEEKDAY'])) small++
  }
  return digits >= 3 && small <= 2
}

/** `Ảnh: VGP/Hải Minh`, `(Ảnh: Duy Tuấn)`, `ảnh 1`: a credit in the last part of the line, or the whole of a short one. */
function hasCredit(context: ReadContext, { from, to }: TokenRange): boolean {
  for (let at = Math.max(from, to - 14); at < to; at++) {
    if (!context.has(at, 'CREDIT')) continue
    const next = context.after(at, 'CREDIT')
    if (next >= to || context.tokens.shape[next] & (PUNCT | NUMBER)) return at > from || next < to
  }
  return false
}

function isClosed(context: ReadContext, { to }: TokenRange): boolean {
  return (context.tokens.shape[to - 1] & PUNCT) !== 0 && ENDS.has(context.tokens.sid[to - 1])
}

function isBullet(context: ReadContext, { from }: TokenRange): boolean {
  if (context.tokens.shape[from] & PUNCT) return BULLETS.has(context.tokens.sid[from])
  return (context.tokens.shape[from] & NUMBER) !== 0
}

function isSource(context: ReadContext, { from, to }: TokenRange): boolean {
  if (context.has(from, 'SOURCEWORD') && to - from < 12) return true
  for (let at = from; at < to; at++) if (context.has(at, 'SOURCEWORD') && context.textOf(at, at + 1).startsWith('http')) return true
  return false
}

/** A few words, all with capitals, and no stop: `Kiều Dung - Vi Trường`. */
function isByline(context: ReadContext, { from, to }: TokenRange): boolean {
  if (to - from > LONGEST_BYLINE || isClosed(context, { from, to })) return false
  for (let at = from; at < to; at++)
    if ((context.tokens.shape[at] & WORD) !== 0 && (context.tokens.shape[at] & (CAPITAL | UPPER)) === 0) return false
  return true
}
