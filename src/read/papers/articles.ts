import type { TokenRange } from '../../text/segment.ts'
import type { ReadContext, Sentence } from '../context.ts'
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
