import type { Signatory } from '../../model/claim.ts'
import { skeleton, squeeze } from '../../text/fold.ts'
import type { TokenRange } from '../../text/segment.ts'
import { CAPITAL, INITIAL, UPPER, WORD } from '../../text/tokens.ts'
import type { ReadContext } from '../context.ts'
import type { ReadPlaces } from '../frames/places.ts'
import { withoutStops } from '../statements/marks.ts'
import { cellsOf } from './cells.ts'

/** A signature, and the first of its lines. */
export interface Signature {
  readonly line: number
  readonly signatory: Signatory
}

/** Behind so many lines of the end no signature stands. */
const FOOT = 60
/** Lines of one signature, and the longest of them, in tokens. */
const MOST_LINES = 8
const LONGEST_LINE = 24

/** The signatures at the foot of a paper: one below the other, or side by side in the cells of a row. */
export function signaturesOf(context: ReadContext, places: ReadPlaces): Signature[] {
  if (context.tokensWith('BEHALF').length === 0) return []
  const found: Signature[] = []
  for (let number = Math.max(0, context.lines.length - FOOT); number < context.lines.length; number++)
    cellsOf(context, context.lines[number]).forEach((cell, column, { length }) => {
      const isNext = number - (found.at(-1)?.line ?? -MOST_LINES) < MOST_LINES
      const begins = beginsSignature(context, cell, '') || (!isNext && beginsSignature(context, cell, 'instead'))
      if (begins) found.push(signatureAt(context, places, { number, column, columns: length }))
    })
  return found
}

/** "THAY MẶT …", "TM. …": in capitals, in a short line without a stop; "KT. …" begins one where it stands alone. */
function beginsSignature(context: ReadContext, { from, to }: TokenRange, how: '' | 'instead'): boolean {
  const value = context.value(from, 'BEHALF')
  const isShort = to - from <= LONGEST_LINE && !context.isMark(to - 1, '.;,:')
  return value === how && isShort && isUpper(context, { from, to: context.after(from, 'BEHALF') })
}

interface Place {
  readonly number: number
  readonly column: number
  /** How many stand side by side. */
  readonly columns: number
}

function signatureAt(context: ReadContext, places: ReadPlaces, place: Place): Signature {
  const [first, ...rest] = linesBelow(context, place)
  let behalf = withoutStops(context, { from: behalfEnd(context, first.from), to: first.to })
  let office: TokenRange | null = null
  let instead: TokenRange | null = context.value(first.from, 'BEHALF') === 'instead' ? behalf : null
  let name: TokenRange | null = null
  for (const line of rest) {
    if (context.isMark(line.from, '(')) continue
    if (behalf.from >= behalf.to) behalf = line
    else if (context.value(line.from, 'BEHALF') === 'instead')
      instead = { from: behalfEnd(context, line.from), to: line.to }
    else if (!name && isName(context, line)) name = line
    else if (context.hasAny(line.from, ['TITLE', 'OFFICE']) && !office) office = line
    else if (name || office || !isUpper(context, line)) break
    else behalf = { from: behalf.from, to: line.to }
  }
  const words = (range: TokenRange | null): string | null =>
    range ? squeeze(context.textOf(range.from, range.to)) : null
  return {
    line: place.number,
    signatory: {
      name: words(name),
      office: words(office),
      behalf: words(behalf) ?? '',
      side: sideIn(words(behalf) ?? '', places),
      instead: words(instead),
    },
  }
}

/** The first place of the report that the words name, in capitals or not. */
function sideIn(words: string, { all }: ReadPlaces): string | null {
  const folded = ` ${skeleton(words)} `
  const named = all
    .map(({ name }) => ({ name, at: folded.indexOf(` ${skeleton(name)} `) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at || b.name.length - a.name.length)
  return named[0]?.name ?? null
}

/** The lines of a signature in its column, up to the next signature. */
function linesBelow(context: ReadContext, { number, column, columns }: Place): TokenRange[] {
  const found: TokenRange[] = []
  for (const line of context.lines.slice(number, number + MOST_LINES)) {
    const cells = cellsOf(context, line)
    const cell = columns > 1 ? cells[column] : cells.length === 1 ? cells[0] : undefined
    const isOver =
      !cell || cell.to - cell.from > LONGEST_LINE || (found.length > 0 && beginsSignature(context, cell, ''))
    if (isOver) break
    if (cell.to > cell.from) found.push(cell)
  }
  return found
}

/** Behind "TM.", whose dot may be missing. */
function behalfEnd(context: ReadContext, from: number): number {
  const end = context.after(from, 'BEHALF')
  return context.isMark(end, '.:') ? end + 1 : end
}

/** Two to five words, all with a capital, that begin as no office does. */
function isName(context: ReadContext, { from, to }: TokenRange): boolean {
  const isPerson = context.has(from, 'PERSON') || (context.has(from, 'SURNAME') && !context.has(from, 'TITLE'))
  if (to - from < 2 || to - from > 5 || (!isPerson && context.hasAny(from, ['TITLE', 'OFFICE', 'BODY', 'LOC'])))
    return false
  for (let at = from; at < to; at++) {
    const shape = context.tokens.shape[at]
    const isWord = (shape & WORD) !== 0 && (shape & CAPITAL) !== 0 && (isPerson || (shape & UPPER) === 0)
    if (!isWord) return false
  }
  return true
}

function isUpper(context: ReadContext, { from, to }: TokenRange): boolean {
  for (let at = from; at < to; at++)
    if ((context.tokens.shape[at] & WORD) !== 0 && (context.tokens.shape[at] & (UPPER | INITIAL)) === 0) return false
  return true
}
