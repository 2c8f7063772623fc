import { type Line, linesOf, sentencesOf, type TokenRange, type Zone } from '../text/segment.ts'
import { fold } from '../text/fold.ts'
import { firstAtLeast } from '../text/search.ts'
import { CAPITAL, NUMBER, PUNCT, UPPER, WORD } from '../text/tokens.ts'
import type { Layout, ReadContext, Sentence } from './context.ts'

/** Longest title, heading, byline and header line, in tokens. */
const LONGEST_TITLE = 55
const LONGEST_BYLINE = 9
const LONGEST_HEADER = 16
/** Longest source line and line of the page's furniture. */
const LONGEST_FOOT = 14

const ENDS = '.!?;:"…,'
const BULLETS = '-*+'

/** What is known of the report while its lines are told apart, one after the other. */
interface Page {
  readonly context: ReadContext
  readonly count: number
  /** Tokens at which an address begins. */
  readonly addresses: readonly number[]
  readonly repeats: (line: TokenRange) => boolean
  hasTitle: boolean
  hasBody: boolean
  /** The report is over: what follows is the page's. */
  ended: boolean
}

/** Finds what each line of the report is, and its sentences. */
export function layOut(context: ReadContext): Layout {
  const ranges = linesOf(context.tokens)
  const page: Page = {
    context,
    count: ranges.length,
    addresses: context.tokensWith('SOURCEWORD').filter(at => context.value(at, 'SOURCEWORD') === 'address'),
    repeats: repeatTest(context),
    hasTitle: false,
    hasBody: false,
    ended: false,
  }
  const lines = ranges.map((range, index): Line => ({
    from: range.from,
    to: range.to,
    zone: zoneOf(page, range, index),
  }))
  const isAbbreviation = (token: number): boolean => context.has(token, 'ABBREVIATION')
  const sentences: Sentence[] = []
  lines.forEach((line, number) => {
    for (const { from, to } of sentencesOf(context.tokens, line, isAbbreviation))
      sentences.push({ from, to, zone: line.zone, line: number })
  })
  return { lines, sentences }
}

/** Tells whether the same words stood in a line before: captions and titles that repeat the body. */
function repeatTest({ tokens, document }: ReadContext): (line: TokenRange) => boolean {
  const seen = new Map<number, string>()
  return ({ from, to }) => {
    let hash = to - from
    for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + tokens.sid[at]) | 0
    const words = document.text.slice(tokens.start[from], tokens.end[to - 1])
    const known = seen.get(hash)
    if (known === undefined) seen.set(hash, words)
    return known !== undefined && (known === words || fold(known).folded === fold(words).folded)
  }
}

function zoneOf(page: Page, line: TokenRange, index: number): Zone {
  const found = plainZone(page, line, index)
  const repeated = page.repeats(line)
  const zone = repeated && found !== 'furniture' ? (index < 4 && found === 'title' ? 'title' : 'caption') : found
  const over = page.ended && zone !== 'source' && line.to - line.from < LONGEST_TITLE
  if (zone === 'furniture' && index > page.count / 2) page.ended = true
  page.hasTitle ||= zone === 'title'
  page.hasBody ||= zone === 'body'
  return over ? 'furniture' : zone
}

/** The zone of a line by itself, with no regard to what it repeats. */
function plainZone(page: Page, line: TokenRange, index: number): Zone {
  const { context, hasTitle, hasBody } = page
  const length = line.to - line.from
  if (isHeader(context, line)) return 'dateline'
  if (context.has(line.from, 'FURNITURE') && length < LONGEST_FOOT) return 'furniture'
  if (hasCredit(context, line)) return 'caption'
  const closed = isClosed(context, line)
  if (index === 0 || (!hasBody && !hasTitle)) return !closed && length <= LONGEST_TITLE ? 'title' : 'body'
  if (isSource(page, line)) return 'source'
  if (context.has(line.from, 'CAPTIONWORD') && length < LONGEST_TITLE) return 'caption'
  if (isByline(context, line)) return 'byline'
  if (closed || isBullet(context, line) || length > LONGEST_TITLE) return 'body'
  return length > 4 && hasBody ? 'caption' : 'heading'
}

/** A line that is little more than a date or a time: `16:50 30/08/2024`, `Tân Văn LDO | 28/12/2023 13:52`. */
function isHeader(context: ReadContext, { from, to }: TokenRange): boolean {
  if (to - from > LONGEST_HEADER) return false
  let digits = 0
  let small = 0
  for (let at = from; at < to; at++) {
    const shape = context.tokens.shape[at]
    if (shape & NUMBER) digits++
    else if ((shape & (WORD | CAPITAL)) === WORD && !context.hasAny(at, ['DAYWORD', 'DAYPART', 'WEEKDAY'])) small++
  }
  return digits >= 3 && small <= 2
}

/** `Ảnh: VGP/Hải Minh`, `(Ảnh: Duy Tuấn)`, `ảnh 1`: a credit in the last part of the line, or the whole of a short one. */
function hasCredit(context: ReadContext, { from, to }: TokenRange): boolean {
  for (let at = Math.max(from, to - LONGEST_FOOT); at < to; at++) {
    if (!context.has(at, 'CREDIT')) continue
    const next = context.after(at, 'CREDIT')
    if (next >= to || context.tokens.shape[next] & (PUNCT | NUMBER)) return at > from || next < to
  }
  return false
}

const isClosed = (context: ReadContext, { to }: TokenRange): boolean => context.isMark(to - 1, ENDS)

const isBullet = (context: ReadContext, { from }: TokenRange): boolean =>
  context.isMark(from, BULLETS) || (context.tokens.shape[from] & NUMBER) !== 0

/** "Nguồn: …" at the head of a short line, or an address anywhere in a line. */
function isSource({ context, addresses }: Page, { from, to }: TokenRange): boolean {
  if (context.has(from, 'SOURCEWORD') && to - from < LONGEST_FOOT) return true
  const next = addresses[firstAtLeast(addresses.length, i => addresses[i], from)]
  return next !== undefined && next < to
}

/** A few words, all with capitals, and no stop: `Kiều Dung - Vi Trường`. */
function isByline(context: ReadContext, { from, to }: TokenRange): boolean {
  if (to - from > LONGEST_BYLINE || isClosed(context, { from, to })) return false
  for (let at = from; at < to; at++) {
    const shape = context.tokens.shape[at]
    if ((shape & WORD) !== 0 && (shape & (CAPITAL | UPPER)) === 0) return false
  }
  return true
}
