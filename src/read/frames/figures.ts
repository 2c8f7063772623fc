import { captureOf, type Node } from '../../grammar/node.ts'
import { NONE } from '../../grammar/none.ts'
import { type Bound, BOUNDS, oneOf } from '../../model/kinds.ts'
import type { Draft } from '../../model/claim.ts'
import { NUMBER, PUNCT, WORD } from '../../text/tokens.ts'
import type { ReadContext } from '../context.ts'
import { datesIn, type ReadDate } from '../dates/dates.ts'

/** Units that stand for themselves: money, measures and shares. Anything else is a thing that was counted. */
const MEASURES = /^(%|[A-Z]{3}|ha|km|km2|m|m2|m3|t|kg|mw|kwh|teu|kv|quintal|nautical mile)$/

interface Quantity {
  readonly node: Node
  readonly value: number
  readonly unit: string
  /** Where the words before the number that belong to it begin. */
  readonly from: number
  readonly bound: Bound
  readonly change: string | null
}

/** Every quantity with a unit, with what the words around it tell of it. */
export function figureDrafts(context: ReadContext, dates: readonly ReadDate[]): Draft[] {
  const quantities = context
    .nodes('QUANTITY')
    .map(node => quantityOf(context, node))
    .filter(q => q !== null)
  const drafts = new Map<string, Draft>()
  quantities.forEach((q, i) => {
    const key = `${q.value} ${q.unit}`
    const before = drafts.get(key)
    const inBody = context.zoneAt(q.node.start) === 'body'
    if (!before || (inBody && context.zoneAt(context.tokenAt(before.span.start)) !== 'body'))
      drafts.set(key, figureDraft(context, q, i > 0 ? quantities[i - 1] : null, dates))
  })
  return [...drafts.values()]
}

function quantityOf(context: ReadContext, node: Node): Quantity | null {
  const number = captureOf(node, 'number')
  if (!number || number.edge === NONE) return null
  const value = context.lattice.value(number.edge)
  const unit = unitOf(context, node)
  if (!Number.isFinite(value) || unit === null || isPronoun(node, value, unit)) return null
  const { from, bound, change } = wordsBefore(context, node.start)
  return { node, value, unit, from, bound, change }
}

/** "một dự án", "hai thành phố": articles and pronouns rather than quantities. */
const isPronoun = (node: Node, value: number, unit: string): boolean =>
  node.rule.constants['kind'] === 'spelled' && value <= 2 && !isMeasure(unit) && unit !== 'document'

function unitOf(context: ReadContext, node: Node): string | null {
  const fixed = node.rule.constants['unit']
  if (fixed) return fixed
  const unit = captureOf(node, 'unit')
  if (unit && unit.edge !== NONE) return context.valueOf(unit.edge)
  const noun = captureOf(node, 'noun')
  return noun ? context.captureText(noun) : null
}

/** Reads back over "đạt hơn", "tăng gần", "khoảng": how the number is meant. */
function wordsBefore(context: ReadContext, start: number): { from: number; bound: Bound; change: string | null } {
  let bound: Bound = 'exact'
  let change: string | null = null
  let from = start
  for (let at = start - 1; at >= Math.max(0, start - 5); at--) {
    if (context.after(at, 'BOUND') === from && bound === 'exact')
      bound = oneOf(BOUNDS, context.value(at, 'BOUND') ?? '') ?? 'exact'
    else if (context.after(at, 'CHANGE') === from) change = context.value(at, 'CHANGE')
    else if (context.after(at, 'REACH') !== from) continue
    from = at
  }
  return { from, bound, change }
}

function figureDraft(context: ReadContext, q: Quantity, previous: Quantity | null, dates: readonly ReadDate[]): Draft {
  const sentence = context.sentences[context.sentenceAt(q.node.start)]
  const measure = sentence ? measureOf(context, sentence.from, q.from) : null
  return {
    type: 'figure',
    span: context.spanOf(q.node.start, q.node.end),
    rule: q.node.rule.name,
    value: q.value,
    unit: q.unit,
    bound: q.bound,
    measure,
    period: periodOf(context, q, dates),
    place: placeOf(context, q),
    change: q.change,
    sameAs:
      previous && isConversion(context, previous, q) ? context.spanOf(previous.node.start, previous.node.end) : null,
  }
}

/** `3,3 tỷ nhân dân tệ (khoảng 452 triệu USD)`: the second is the first in another currency. */
function isConversion(context: ReadContext, first: Quantity, second: Quantity): boolean {
  if (first.unit === second.unit || !/^[A-Z]{3}$/.test(first.unit) || !/^[A-Z]{3}$/.test(second.unit)) return false
  const between = context.textOf(first.node.end, second.node.start)
  return /^\s*[(,]?\s*[(]/u.test(between) && between.length < 30
}

/** The words before the number, back to the clause's start: what is counted or measured. */
function measureOf(context: ReadContext, sentenceStart: number, from: number): string | null {
  let at = from
  while (at > sentenceStart && from - at < 16 && !isClauseStart(context, at - 1)) at--
  const words = context.textOf(at, from).trim()
  return words.length > 1 ? words : null
}

const isClauseStart = (context: ReadContext, at: number): boolean =>
  (context.tokens.shape[at] & PUNCT) !== 0 ||
  (context.tokens.shape[at] & (WORD | NUMBER)) === 0 ||
  context.has(at, 'REACH')

/** The nearest date of the same sentence, the one before the number first. */
function periodOf(context: ReadContext, q: Quantity, dates: readonly ReadDate[]): string | null {
  const near = datesIn(dates, context.sentences[context.sentenceAt(q.node.start)])
  const before = near.findLast(d => d.node.end <= q.node.start)
  const chosen = before ?? near[0]
  return chosen ? chosen.edtf : null
}

function placeOf(context: ReadContext, q: Quantity): string | null {
  const near = context.nodesBetween('LOC', context.sentences[context.sentenceAt(q.node.start)].from, q.node.start)
  const name = near.length > 0 ? captureOf(near[0], 'name') : undefined
  return name ? context.captureText(name) : null
}

export const isMeasure = (unit: string): boolean => MEASURES.test(unit)
