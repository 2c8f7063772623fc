import type { ReadContext, Sentence } from '../context.ts'
import type { TokenRange } from '../../text/segment.ts'
import { CAPITAL } from '../../text/tokens.ts'
import { dutyLabel, TASK_VERBS } from '../papers/duties.ts'
import { afterBullet, afterMark, withoutStops } from './marks.ts'

/** Lines of duty ("Cơ quan chủ trì: …", "Thời gian hoàn thành: …") from which a paper is a plan. */
const LEAST_DUTIES = 2
/** Shortest task, in tokens: shorter lines are headings. */
const LEAST_TASK = 5

/** Whether the report is a plan that gives tasks to agencies: each task is something that its side means to do. */
export const isPlan = (context: ReadContext): boolean =>
  context.tokensWith('DUTY').filter(at => context.lines.some(line => line.from <= at && at <= line.from + 2)).length >=
  LEAST_DUTIES

/** The task of a line that begins with a verb, behind its number; null for any other sentence. */
export function taskOf(context: ReadContext, sentence: Sentence): TokenRange | null {
  const from = headOf(context, sentence)
  return from !== null && context.hasAny(from, TASK_VERBS) ? { from, to: sentence.to } : null
}

/** Where the first sentence of a line begins behind its number; null in any other, and in one that is too short for a task. */
export function headOf(context: ReadContext, sentence: Sentence): number | null {
  const line = context.lines[sentence.line]
  if (sentence.from !== line.from && !isMarkOnly(context, line.from, sentence.from)) return null
  const from = afterMark(context, sentence)
  return sentence.to - from < LEAST_TASK || (context.tokens.shape[from] & CAPITAL) === 0 ? null : from
}

/** Whether nothing but a line's number stands between two tokens: `1.2.` and `Điều 1.` are sentences of their own to the segmenter. */
const isMarkOnly = (context: ReadContext, from: number, to: number): boolean =>
  afterMark(context, { from: context.after(from, 'ARTICLE'), to }) >= to

/** A part of a task, and the brackets at its end that name an agency; null without them. */
export interface TaskPart extends TokenRange {
  readonly brackets: TokenRange | null
}

/** The parts of a task, which a plan sets apart with semicolons; commas join what is done together. */
export function partsOfTask(context: ReadContext, { from, to }: TokenRange): TaskPart[] {
  const parts: TaskPart[] = []
  let start = from
  let depth = 0
  for (let at = from; at <= to; at++) {
    if (context.isMark(at, '(')) depth++
    else if (context.isMark(at, ')')) depth--
    if (at < to && (depth > 0 || !context.isMark(at, ';'))) continue
    const part = beforeAssignee(context, { from: afterBullet(context, { from: start, to: at }), to: at })
    if (part.to > start + 1) parts.push(part)
    start = at + 1
  }
  return parts
}

/** "Thống nhất lịch tuần tra (Sở Ngoại vụ).": where the task ends, without its stop and the agency behind it in brackets. */
function beforeAssignee(context: ReadContext, { from, to }: TokenRange): TaskPart {
  const end = withoutStops(context, { from, to }).to
  if (!context.isMark(end - 1, ')')) return { from, to: end, brackets: null }
  let open = end - 1
  while (open > from && !context.isMark(open, '(')) open--
  if (!context.hasAny(open + 1, ['BODY', 'DEPARTMENT', 'LOCALBODY']) && !dutyLabel(context, open + 1))
    return { from, to: end, brackets: null }
  const brackets = { from: open + 1, to: end - 1 }
  return { from, to: withoutStops(context, { from, to: open }).to, brackets }
}
