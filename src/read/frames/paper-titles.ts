import type { Node } from '../../grammar/node.ts'
import type { ClassName } from '../../lang/classes.ts'
import type { InstrumentKind } from '../../model/kinds.ts'
import { skeleton } from '../../text/fold.ts'
import { CAPITAL, LINE_START, PUNCT, UPPER } from '../../text/tokens.ts'
import type { ReadContext } from '../context.ts'

/** Longest title, in tokens. */
const LONGEST_TITLE = 40

/** Where the title of a paper ends: at its closing quote, behind its acronym, or where its words end. */
export function titleEndOf(context: ReadContext, node: Node): number {
  if (isQuoted(context, node)) return closingQuote(context, node.end)
  const acronym = (context.tokens.shape[node.end - 1] & UPPER) !== 0
  return acronym ? node.end : titleEnd(context, node.end)
}

export const isQuoted = (context: ReadContext, node: Node): boolean => isQuote(context, node.start - 1)

const isQuote = (context: ReadContext, at: number): boolean => at >= 0 && context.isMark(at, '"\'')

function closingQuote(context: ReadContext, from: number): number {
  let at = from
  while (at < Math.min(context.tokens.count, from + LONGEST_TITLE) && !isQuote(context, at) && !context.isMark(at, ';'))
    at++
  return at
}

/** Words that end a title which runs on without quotes. */
const ENDS: readonly ClassName[] = [
  'DID',
  'WILL',
  'DOING',
  'SAY',
  'NEED',
  'ORDER',
  'SIGN',
  'PASSIVE',
  'RELATIVE',
  'SUBORD',
  'PERSON',
  'WITHIN',
  'PURPOSE',
  'COPULA',
]

export function titleEnd(context: ReadContext, from: number): number {
  const dated = context.after(from, 'DATE')
  // "biên bản tháng 6 xếp …": the day ends the title, unless it says between whom or about what.
  if (dated > from && !context.hasAny(dated, ['PARTIES', 'OPENER', 'OF'])) return dated
  let at = from
  while (at < Math.min(context.tokens.count, from + LONGEST_TITLE) && !endsTitle(context, at)) at++
  while (at > from && (context.tokens.shape[at - 1] & PUNCT) !== 0) at--
  return at
}

function endsTitle(context: ReadContext, at: number): boolean {
  if (context.tokens.shape[at] & LINE_START) return true
  if ((context.tokens.shape[at] & PUNCT) !== 0 && !context.isMark(at, '-/&')) return true
  if (context.isInsideName(at)) return false
  if (context.has(at, 'AND')) return isNextPaper(context, at + 1) || context.hasAny(at + 1, [...ENDS, 'ISSUE'])
  if (context.value(at, 'OPENER') === 'list') return true
  // "giữa A và B" tells between whom, and belongs to the title.
  return context.value(at, 'PARTIES') !== 'among' && context.hasAny(at, ENDS) && !context.has(at, 'MEET')
}

/** "Bản ghi nhớ … và các hiệp định …": the next paper. */
const isNextPaper = (context: ReadContext, at: number): boolean =>
  context.has(at, 'PAPER') || context.has(context.after(at, 'NOUNMARK'), 'PAPER')

/** "thỏa thuận này", "thỏa thuận trên": one that was named before; not "thỏa thuận trên các lĩnh vực …". */
export function isDeictic(context: ReadContext, node: Node, to: number): boolean {
  if (context.has(node.end, 'DEICTIC') && !context.has(node.end, 'WITHIN')) return true
  if (context.has(to - 1, 'DEICTIC') && !context.has(to - 1, 'WITHIN')) return true
  if (!context.has(to, 'DEICTIC')) return false
  const behind = context.after(to, 'DEICTIC')
  return !context.has(to, 'WITHIN') || context.mark(behind) !== '' || context.hasAny(behind, ENDS)
}

/** Whether the words name one paper: in quotes, with a capital, with its day or number, or with what it is about. */
export function isNamed(context: ReadContext, node: Node, kind: InstrumentKind, to: number): boolean {
  if (isQuoted(context, node)) return true
  if (context.tokens.shape[node.start] & UPPER) return true
  const tail = to - node.end
  if (isCapital(context, node.start)) return tail >= 1 || node.end - node.start > 2
  if (context.hasAny(node.end, ['DATE', 'SESSIONWORD'])) return true
  if (context.endsAt(node.start, 'NOUNMARK')) return tail >= 3 && isAbout(context, node, kind)
  if (kind === 'letter' && context.has(node.end, 'OF')) return tail >= 3
  return tail >= 4 && context.hasAny(node.end, ['OPENER', 'LOC', 'ACT'])
}

/** Whether the words behind the kind tell what papers in the plural are about. */
function isAbout(context: ReadContext, { start, end }: Node, kind: InstrumentKind): boolean {
  if (context.hasAny(end, ['OPENER', 'FIELD', 'OF']) || context.after(start, 'FIELD') > end) return true
  return kind === 'treaty' && context.has(end, 'ACT')
}

const isCapital = (context: ReadContext, at: number): boolean => (context.tokens.shape[at] & CAPITAL) !== 0

/** A short name in brackets behind the title: EVFTA. */
export function aliasBehind(context: ReadContext, at: number): string | null {
  if (!context.isMark(at, '(') || (context.tokens.shape[at + 1] & UPPER) === 0) return null
  return skeleton(context.textOf(at + 1, at + 2))
}
