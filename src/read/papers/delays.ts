import { captureOf } from '../../grammar/node.ts'
import { NONE } from '../../grammar/none.ts'
import type { TokenRange } from '../../text/segment.ts'
import type { ReadContext, Sentence } from '../context.ts'
import { afterMark, withoutStops } from '../statements/marks.ts'

/** Sentences behind one that tells a delay in which its reason may follow. */
const FOLLOWING = 2

/**
 * Why something is late: "chưa khởi công, do | chưa bố trí được vốn", or a sentence of its own behind it, "Nguyên nhân: …". `from` is where
 * the words begin that tell the delay; null where the report gives no reason.
 */
export function reasonOf(context: ReadContext, from: number): TokenRange | null {
  const number = context.sentenceAt(from)
  const sentence = context.sentences[number]
  const here = reasonIn(context, from + 1, sentence.to)
  if (here) return here
  for (const next of context.sentences.slice(number + 1, number + 1 + FOLLOWING)) {
    const start = reasonSentence(context, next)
    if (start !== null && next.line <= sentence.line + 1) return clauseFrom(context, start, next.to)
    if (next.line > sentence.line) break
  }
  return null
}

/** Where the reason begins in a sentence that tells nothing else: "Nguyên nhân: | phía bạn chưa xong thủ tục."; null in any other. */
export function reasonSentence(context: ReadContext, sentence: Sentence): number | null {
  const at = afterMark(context, sentence)
  if (context.value(at, 'REASON') !== 'label') return null
  const start = afterReason(context, at)
  return start < sentence.to && sentence.to - start > LEAST_REASON ? start : null
}

/** Shortest reason, in tokens: less is a heading. */
const LEAST_REASON = 2

function reasonIn(context: ReadContext, from: number, to: number): TokenRange | null {
  for (let at = from; at < to; at++) {
    if (context.isMark(at, ';')) return null
    if (context.has(at, 'REASON') && !context.isInsideName(at)) return clauseFrom(context, afterReason(context, at), to)
  }
  return null
}

/** Over "nguyên nhân là do", "lý do:". */
function afterReason(context: ReadContext, from: number): number {
  let at = from
  for (;;) {
    const next = Math.max(context.after(at, 'REASON'), context.after(at, 'COPULA'))
    if (next === at && !context.isMark(at, ':')) return at
    at = Math.max(next, at + 1)
  }
}

function clauseFrom(context: ReadContext, from: number, to: number): TokenRange | null {
  let end = from
  while (end < to && !context.isMark(end, ';')) end++
  const clause = withoutStops(context, { from, to: end })
  return clause.to - clause.from >= LEAST_REASON ? clause : null
}

/** How far before a share the word stands that it was reached, in tokens. */
const REACHED = 4

/** How many per cent of a work are done: "đạt 65% khối lượng", "đã hoàn thành 40% khối lượng"; null where none is told. */
export function progressIn(context: ReadContext, { from, to }: TokenRange): number | null {
  for (const node of context.nodesBetween('QUANTITY', from, to)) {
    const number = captureOf(node, 'number')
    if (!context.isMark(node.end - 1, '%') || !number || number.edge === NONE) continue
    const share = context.lattice.value(number.edge)
    const isWork = share <= 100 && isReached(context, Math.max(from, node.start - REACHED), node.start)
    if (isWork && !context.has(node.end, 'PER')) return share
  }
  return null
}

function isReached(context: ReadContext, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (context.value(at, 'DONE') === 'done' || (context.has(at, 'REACH') && context.value(at, 'REACH') === 'work'))
      return true
  return false
}
