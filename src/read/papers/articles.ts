import type { TokenRange } from '../../text/segment.ts'
import type { ReadContext, Sentence } from '../context.ts'
import type { Side } from '../sides.ts'
import { afterMark } from '../statements/marks.ts'
import type { Scene } from '../statements/subject.ts'
import type { Stage } from '../../model/stage.ts'

/** Something that a sentence of an article tells. */
interface Told extends TokenRange {
  readonly stage: Stage
  readonly act: TokenRange
}

/** What stands in an article is agreed by both who sign, though the verb is bare; unless it tells what has been, or what one side asks. */
export function stageInArticle(context: ReadContext, sentence: Sentence, { stage, act }: Told): Stage {
  if (stage === 'wished' || stage === 'proposed' || stage === 'stalled') return stage
  return isPast(context, sentence.from, act.to + 1) ? stage : 'agreed'
}

function isPast(context: ReadContext, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (context.hasAny(at, ['DID', 'DOING']) && !context.isInsideName(at)) return true
  return false
}

/** "Biên bản này có hiệu lực …", "thực hiện Bản ghi nhớ này", "Ký tại Lào Cai": what a paper says of itself is no commitment. */
export function isOfPaper(context: ReadContext, { from, to }: TokenRange): boolean {
  if (context.has(from, 'SIGN') && context.has(context.after(from, 'SIGN'), 'AT')) return true
  for (let at = from; at < to; at++) {
    const end = context.after(at, 'INSTR')
    if (end > at && end < to && context.has(end, 'DEICTIC')) return true
  }
  return false
}

/** How far behind the name of a party its verb may stand, in tokens. */
const PARTY = 10

/** "Hai Bên | trao đổi …", "Bên Lào có trách nhiệm | cấp phép …": what a party takes on, with a verb that is bare; null in any other sentence. */
export function partyTask(
  { context, places, sides }: Scene,
  { from, to }: TokenRange,
): { readonly verb: number; readonly by: readonly Side[] } | null {
  const start = afterMark(context, { from, to })
  const named = context.after(start, 'PARTY')
  const joint = context.after(start, 'JOINT')
  if (named === start && joint === start) return null
  for (let at = Math.max(named, joint); at < Math.min(to, start + PARTY); at++) {
    if (context.hasAny(at, ['DID', 'DOING', 'NOT']) || context.isMark(at, ',:;')) return null
    if (!isVerb(context, at)) continue
    const place = places.between(named, at)
    return joint > start ? { verb: at, by: sides.joint } : place && { verb: at, by: [sides.ofPlace(place)] }
  }
  return null
}

/** A verb of doing; those of assigning stand before the verb that is meant, "giao cơ quan y tế | xây dựng …". */
const isVerb = (context: ReadContext, at: number): boolean =>
  context.hasAny(at, ['ACT', 'DONE', 'DEED', 'MEETVERB']) &&
  !context.isInsideName(at) &&
  !context.hasAny(at, ['ORDER']) &&
  context.value(at, 'DUTYVERB') !== 'lead'
