import type { ReadContext } from '../context.ts'
import type { Act, ActKind } from './act.ts'
import { afterCountedSides } from './counted.ts'
import { isAction } from './lists.ts'

/** Drops what stands inside another act: in "nhất trí sẽ mở", "sẽ" says nothing of its own. */
export function outerActs(context: ReadContext, acts: readonly Act[]): Act[] {
  const outer: Act[] = []
  for (const act of acts) {
    const last = outer.at(-1)
    if (last && goesOn(context, last, act)) {
      outer.push({ ...act, subject: last.subject })
      continue
    }
    if (last?.stage && (isNested(context, last, act) || isComment(context, last, act))) continue
    outer.push(act)
  }
  return outer
}

/** What has a time of its own: done, under way, to come. */
const TIMED: ReadonlySet<ActKind> = new Set(['done', 'doing', 'will'])

/** "đã xây nhà máy và | sẽ mở văn phòng": another deed of the same side, at another time. */
const goesOn = (context: ReadContext, outer: Act, inner: Act): boolean =>
  TIMED.has(outer.kind) &&
  TIMED.has(inner.kind) &&
  outer.kind !== inner.kind &&
  outer.subject !== null &&
  inner.subject === null &&
  context.endsAt(inner.at, 'AND')

function isNested(context: ReadContext, outer: Act, inner: Act): boolean {
  const boundary = hasBoundary(context, outer.end, inner.subject?.start ?? inner.at)
  if (!boundary) return true
  return inner.kind !== 'say' && inner.subject === null
}

/** "đồng tình với các đề xuất, khẳng định đây là …": a comment by the same speaker, where the act said nothing of its own yet. */
function isComment(context: ReadContext, outer: Act, inner: Act): boolean {
  if (outer.stage !== 'agreed' || inner.stage !== null || inner.subject !== null) return false
  for (let at = outer.end; at < inner.at; at++) if (isAction(context, at) && context.has(at, 'ACT')) return false
  return true
}

/** A comma in "năm tỉnh, thành phố" is none. */
function hasBoundary(context: ReadContext, from: number, to: number): boolean {
  for (let at = from; at < to; at = Math.max(at + 1, context.after(at, 'JOINT'), afterCountedSides(context, at)))
    if (context.isMark(at, ',;:') || context.has(at, 'AND')) return true
  return false
}

/** The last comma, semicolon or conjunction before an act: what stands behind it is the act's subject. */
export function boundaryBefore(context: ReadContext, at: number, from: number): number {
  for (let before = at - 1; before > from; before--)
    if (context.isMark(before, ',;:') || context.has(before, 'AND')) return before
  return at > from ? at : from
}
