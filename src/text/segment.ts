import { ELLIPSIS, type Tokens, CAPITAL, LINE_START, NUMBER, PUNCT, SPACED, WORD } from './tokens.ts'

/** What a line of a report is. */
export type Zone = 'title' | 'dateline' | 'body' | 'heading' | 'caption' | 'byline' | 'source' | 'furniture'

/** A run of tokens, half-open. */
export interface TokenRange {
  readonly from: number
  readonly to: number
}

export interface Line extends TokenRange {
  readonly zone: Zone
}

/** The lines of a text that hold any token. */
export function linesOf(tokens: Tokens): TokenRange[] {
  const lines: TokenRange[] = []
  let from = 0
  for (let at = 1; at <= tokens.count; at++) {
    if (at < tokens.count && (tokens.shape[at] & LINE_START) === 0) continue
    if (at > from) lines.push({ from, to: at })
    from = at
  }
  return lines
}

/** A sentence is cut at a mark behind so many tokens, and anywhere behind twice as many: what reads it stays linear. */
const LONG_SENTENCE = 250

const STOPS = new Set([...'.!?'].map(mark => mark.charCodeAt(0)))
const DOT = '.'.charCodeAt(0)
const CLOSERS = new Set([...'")\'/'].map(mark => mark.charCodeAt(0)))

/**
 * The sentences of a line. A stop ends one where white space and a capital, digit, quote or dash follow; not after an
 * abbreviation (`TP.`, `v.v.`), an initial (`H.`), nor inside `...` that goes on with a small letter. `./.` ends a report.
 */
export function sentencesOf(
  tokens: Tokens,
  line: TokenRange,
  isAbbreviation: (token: number) => boolean,
): TokenRange[] {
  const sentences: TokenRange[] = []
  let from = line.from
  for (let at = line.from; at < line.to; at++) {
    const length = at - from
    if (length >= 2 * LONG_SENTENCE || (length >= LONG_SENTENCE && (tokens.shape[at] & PUNCT) !== 0)) {
      sentences.push({ from, to: at + 1 })
      from = at + 1
      continue
    }
    if (!isStop(tokens, at)) continue
    const end = afterClosers(tokens, at + 1, line.to)
    if (end < line.to && !startsSentence(tokens, end)) continue
    if (end < line.to && tokens.sid[at] === DOT && isShort(tokens, at, line.from, isAbbreviation)) continue
    sentences.push({ from, to: end })
    from = end
    at = end - 1
  }
  if (from < line.to) sentences.push({ from, to: line.to })
  return sentences
}

const isStop = (tokens: Tokens, at: number): boolean =>
  (tokens.shape[at] & PUNCT) !== 0 && (STOPS.has(tokens.sid[at]) || tokens.sid[at] === ELLIPSIS)

function afterClosers(tokens: Tokens, from: number, to: number): number {
  let at = from
  while (
    at < to &&
    tokens.shape[at] & PUNCT &&
    (tokens.shape[at] & SPACED) === 0 &&
    (CLOSERS.has(tokens.sid[at]) || isStop(tokens, at))
  )
    at++
  return at
}

function startsSentence(tokens: Tokens, at: number): boolean {
  const shape = tokens.shape[at]
  if ((shape & SPACED) === 0) return false
  return (shape & WORD) === 0 || (shape & (CAPITAL | NUMBER)) !== 0
}

/** Whether the dot at a token belongs to an abbreviation or an initial before it. */
function isShort(tokens: Tokens, dot: number, lineStart: number, isAbbreviation: (token: number) => boolean): boolean {
  const word = dot - 1
  if (word < lineStart || (tokens.shape[dot] & SPACED) !== 0 || (tokens.shape[word] & WORD) === 0) return false
  const length = tokens.end[word] - tokens.start[word]
  return (length === 1 && (tokens.shape[word] & CAPITAL) !== 0) || isAbbreviation(word)
}
