import type { ReadContext, Sentence } from '../context.ts'
import type { TokenRange } from '../../text/segment.ts'
import { CAPITAL } from '../../text/tokens.ts'
import { afterMark } from './marks.ts'

/** Lines of duty ("Cơ quan chủ trì: …", "Thời gian hoàn thành: …") from which a paper is a plan. */
const LEAST_DUTIES = 2
/** Shortest task, in tokens: shorter lines are headings. */
const LEAST_TASK = 5

/** How many lines of duty a task has. */
const MOST_DUTIES = 4

/** Whether the report is a plan that gives tasks to agencies: each task is something that its side means to do. */
export const isPlan = (context: ReadContext): boolean =>
  context.tokensWith('DUTY').filter(at => context.lines.some(line => line.from <= at && at <= line.from + 2)).length >=
  LEAST_DUTIES

/** The task of a line that begins with a verb, behind its number; null for any other sentence. */
export function taskOf(context: ReadContext, sentence: Sentence): TokenRange | null {
  const line = context.lines[sentence.line]
  if (sentence.from !== line.from && !isMarkOnly(context, line.from, sentence.from)) return null
  const from = afterMark(context, sentence)
  if (sentence.to - from < LEAST_TASK || (context.tokens.shape[from] & CAPITAL) === 0) return null
  return context.hasAny(from, ['ACT', 'SAY', 'SIGN', 'DONE', 'DEED', 'NEGOTIATE', 'ISSUE'])
    ? { from, to: sentence.to }
    : null
}

/** Whether nothing but a line's number stands between two tokens: `1.2.` is a sentence of its own to the segmenter. */
const isMarkOnly = (context: ReadContext, from: number, to: number): boolean => afterMark(context, { from, to }) >= to

/** The line below a task that tells until when it is to be done: "- Thời gian hoàn thành: Quý II/2030."; null without one. */
export function deadlineOf(context: ReadContext, { line }: Sentence): TokenRange | null {
  for (const below of context.lines.slice(line + 1, line + 1 + MOST_DUTIES)) {
    const duty = context.value(afterMark(context, below), 'DUTY')
    if (duty === null) return null
    if (duty === 'due') return below
  }
  return null
}

/** The parts of a task, which a plan sets apart with semicolons; commas join what is done together. */
export function partsOfTask(context: ReadContext, { from, to }: TokenRange): TokenRange[] {
  const parts: TokenRange[] = []
  let start = from
  for (let at = from; at <= to; at++) {
    if (at < to && !context.isMark(at, ';')) continue
    const end = beforeAssignee(context, { from: start, to: at })
    if (end > start + 1) parts.push({ from: start, to: end })
    start = at + 1
  }
  return parts
}

/** "Thống nhất lịch tuần tra (Sở Ngoại vụ).": where the task ends, without its stop and the agency behind it in brackets. */
function beforeAssignee(context: ReadContext, { from, to }: TokenRange): number {
  const end = withoutStops(context, from, to)
  if (!context.isMark(end - 1, ')')) return end
  let open = end - 1
  while (open > from && !context.isMark(open, '(')) open--
  return context.hasAny(open + 1, ['BODY', 'DEPARTMENT', 'LOCALBODY']) ? withoutStops(context, from, open) : end
}

function withoutStops(context: ReadContext, from: number, to: number): number {
  let end = to
  while (end > from && context.isMark(end - 1, '.;,…')) end--
  return end
}
