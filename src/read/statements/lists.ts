import { NONE } from '../../grammar/none.ts'
import type { TokenRange } from '../../text/segment.ts'
import type { ReadContext } from '../context.ts'
import type { Act } from './act.ts'
import { itemsIn } from './items.ts'
import { afterBullet, withoutStops } from './marks.ts'

/** A list goes on in a sentence that begins with a verb of action, or with a side and such a verb. */
export function continuesList(context: ReadContext, { from, to }: TokenRange): boolean {
  let at = context.after(afterBullet(context, { from, to }), 'ALSO')
  if (context.isMark(at, ',')) at++
  if (context.value(at, 'SAY') === 'courtesy') return false
  if (at < to && (isAction(context, at) || isTask(context, at, to))) return true
  const place = context.edge(at, 'LOC')
  return place !== NONE && isAction(context, context.lattice.end[place])
}

/** "Chia sẻ thành tựu …": a verb that may be a noun, at the head of a sentence with no other predicate. */
function isTask(context: ReadContext, from: number, to: number): boolean {
  const verb = context.after(from, 'ADVERB')
  if (!context.has(verb, 'ACT') || context.value(verb, 'ACT') === 'weak') return false
  for (let at = verb; at < to; at++) if (context.hasAny(at, ['COPULA', 'DID', 'DOING', 'WILL', 'PASSIVE'])) return false
  return true
}

/** A verb of action that is no noun here: with adverbs before it, "cùng thực hiện tốt". */
export function isAction(context: ReadContext, from: number): boolean {
  const at = context.after(from, 'ADVERB')
  const value = context.value(at, 'ACT')
  return value !== null && value !== 'noun' && value !== 'weak' && value !== 'coop'
}

export function listItems(context: ReadContext, act: Act, content: TokenRange): TokenRange[] {
  if (content.from < act.at) return isPaper(context, content) ? [] : [withoutStops(context, content)]
  if (act.kind === 'sign' || act.kind === 'issue') return paperItems(context, content)
  const hasRecipient =
    (act.kind === 'say' && !context.has(act.at, 'INVITE')) || act.kind === 'need' || act.kind === 'order'
  return itemsIn(context, content, hasRecipient)
}

/** "Biên bản được ký …", "Theo biên bản được ký …": the paper itself is an instrument, and no commitment. */
const isPaper = (context: ReadContext, { from }: TokenRange): boolean =>
  [from, from + 1].some(at => context.hasAny(at, ['INSTR', 'PAPER']))

/** What is to be done under a paper that was signed: "bản ghi nhớ | phối hợp xây dựng …". */
function paperItems(context: ReadContext, { from, to }: TokenRange): TokenRange[] {
  if (context.value(from, 'ACT') === 'coop') return partnershipItems(context, { from, to })
  if (context.has(from, 'ACT') && !context.has(from, 'INSTR')) return itemsIn(context, { from, to }, false)
  for (let at = from; at < to; at++) {
    if (!context.has(at, 'INSTR')) continue
    const start = afterTopic(context, context.after(at, 'INSTR'), to)
    return context.has(start, 'ACT') ? itemsIn(context, { from: start, to }) : []
  }
  return []
}

/** "ký kết hợp tác với Tập đoàn A | xây dựng nhà máy": what the partners are to do together; else that they cooperate. */
function partnershipItems(context: ReadContext, { from, to }: TokenRange): TokenRange[] {
  for (let at = context.after(from, 'ACT'); at < to && !context.isMark(at, ';'); at++)
    if (context.has(at, 'ACT') && !context.isInsideName(at)) return itemsIn(context, { from: at, to }, false)
  return itemsIn(context, { from, to }, false)
}

/** How far behind the name of a paper its matter is told. */
const TOPIC = 16

/** Over "giữa hai bộ về việc" behind the name of a paper: where what it is about begins. */
function afterTopic(context: ReadContext, from: number, to: number): number {
  for (let at = from; at < Math.min(to, from + TOPIC); at++) {
    if (context.isMark(at, ',;:')) break
    const matter = context.value(at, 'OPENER') === '' ? context.after(context.after(at, 'OPENER'), 'THAT') : at
    if (matter > at && context.has(matter, 'ACT')) return matter
  }
  return from
}
