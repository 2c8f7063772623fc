import {
  dutyBelow,
  dutyInBrackets,
  type Duty,
  dutyLabel,
  joinDuties,
  labelledDuty,
  NO_DUTY,
  assignedTask,
  TASK_VERBS,
} from '../papers/duties.ts'
import type { ClassName } from '../../lang/classes.ts'
import type { Stage } from '../../model/stage.ts'
import type { TokenRange } from '../../text/segment.ts'
import type { ReadContext, Sentence } from '../context.ts'
import { agenciesIn, AGENCY } from '../papers/agencies.ts'
import { isOfPaper } from '../papers/articles.ts'
import { progressIn, reasonOf } from '../papers/delays.ts'
import type { Row } from '../papers/tables.ts'
import type { Side } from '../sides.ts'
import { afterMark } from './marks.ts'
import type { Item } from './said.ts'
import { isHeading, ownAffairs, stateIn } from './sections.ts'
import type { Scene } from './subject.ts'
import { headOf, partsOfTask, type TaskPart } from './tasks.ts'

/** Reads what a plan tells its own side's agencies to do: a sentence that is a task, with who has to do it and until when. */
export function taskReader(scene: Scene): (sentence: Sentence) => Item[] {
  const { context, places, sides } = scene
  const own = ownAffairs(context)
  const heads = agenciesOver(context)
  return sentence => {
    const head = headOf(context, sentence)
    if (head === null || context.has(head, 'DUTY')) return []
    const heading = isHeading(context, context.lines[sentence.line])
    const assigned = assignedTask(context, places, { from: head, to: sentence.to }, heading)
    const task = assigned?.task ?? (context.hasAny(head, TASK_VERBS) ? { from: head, to: sentence.to } : null)
    if (!task || isPreamble(context, sentence) || (own[sentence.line] && !concernsPartner(scene, task))) return []
    const duties = [assigned?.duty ?? NO_DUTY, dutyBelow(context, sentence.line), heads[sentence.line] ?? NO_DUTY]
    return partItems(context, task, duties, { stage: 'pledged', by: sides.home ? [sides.home] : [] })
  }
}

/** "Thực hiện Biên bản …, UBND tỉnh ban hành Kế hoạch như sau:". */
function isPreamble(context: ReadContext, { from, to }: TokenRange): boolean {
  if (!context.isMark(to - 1, ':')) return false
  for (let at = from; at < to; at++) if (context.hasAny(at, ['ISSUE', 'APPROVED'])) return true
  return false
}

/** The parts of a task, each with its own duty or that of the whole. */
function partItems(
  context: ReadContext,
  task: TokenRange,
  duties: readonly Duty[],
  { stage, by }: { readonly stage: Stage; readonly by: readonly Side[] },
): Item[] {
  const all = partsOfTask(context, task)
  const labels = all.filter(part => isLabel(context, part)).map(part => labelledDuty(context, part))
  const parts = all.filter(part => !isLabel(context, part))
  const verb = context.after(task.from, 'ACT')
  const act = { from: task.from, to: Math.max(verb, task.from + 1) }
  const bracketOf = (part: TaskPart | undefined): Duty =>
    part?.brackets ? dutyInBrackets(context, part.brackets) : NO_DUTY
  return parts.map(part => ({
    from: part.from,
    to: part.to,
    stage,
    by,
    speaker: null,
    act,
    duty: joinDuties([bracketOf(part), ...labels, ...duties, bracketOf(parts.at(-1))]),
  }))
}

/** "Ký …; thời gian: quý I": a part that only tells when, or by whom. */
const isLabel = (context: ReadContext, { from }: TaskPart): boolean => {
  const label = dutyLabel(context, from)
  return label !== null && context.isMark(label.to, ':')
}

/** What stands on the border, or names a place abroad: the paper's own affairs have tasks of the cooperation, too. */
function concernsPartner({ context, places }: Scene, { from, to }: TokenRange): boolean {
  for (let at = from; at < to; at++) if (context.hasAny(at, ON_BORDER)) return !isOfPaper(context, { from, to })
  for (let at = from; at < to; at++) {
    const place = context.has(at, 'PLACE') ? places.between(at, at + 1) : null
    if (place?.known && place.known.country !== context.pack.home) return true
  }
  return false
}

const ON_BORDER: readonly ClassName[] = ['GATEPAIR', 'GATE', 'LINK', 'GATEKIND']

/** Longest heading that names an agency, in tokens. */
const LONGEST_HEAD = 20

/** "1. Sở Công Thương" above its tasks: the duty of each line under it, by the line's number. */
function agenciesOver(context: ReadContext): readonly (Duty | null)[] {
  let open: Duty | null = null
  return context.lines.map(line => {
    const from = afterMark(context, line)
    const to = context.isMark(line.to - 1, ':') ? line.to - 1 : line.to
    const isMarked = from > line.from || to < line.to
    const isShort = isMarked && line.to - from <= LONGEST_HEAD && !context.isMark(line.to - 1, '.;,')
    if (isShort && context.hasAny(from, AGENCY) && !hasVerb(context, from, to)) {
      open = { ...NO_DUTY, lead: agenciesIn(context, { from, to }) }
      return null
    }
    if (isHeading(context, line)) open = null
    return open
  })
}

function hasVerb(context: ReadContext, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++)
    if (context.hasAny(at, ['ACT', 'SAY', 'DID', 'DOING', 'WILL', 'COPULA', 'NOT']) && !context.isInsideName(at))
      return true
  return false
}

/** What the rows of the paper's tables tell: tasks, or how far things have come. */
export function rowItems(scene: Scene): Item[] {
  return [...scene.paper.tables].flatMap(([line, row]) => (row && row !== 'head' ? itemsOfRow(scene, line, row) : []))
}

function itemsOfRow(scene: Scene, line: number, row: Row): Item[] {
  const { context, sides, paper } = scene
  const state = row.state ? stateItemOf(scene, row, row.state) : null
  if (state) return [state]
  if (!hasDuty(row.duty) || !context.hasAny(row.item.from, TASK_VERBS)) return []
  const isAgreed = paper.articles !== null && line >= paper.articles.from
  const by = isAgreed ? sides.joint : sides.home ? [sides.home] : []
  return partItems(context, row.item, [row.duty], { stage: isAgreed ? 'agreed' : 'pledged', by })
}

const hasDuty = ({ lead, support, until }: Duty): boolean => lead.length > 0 || support.length > 0 || until !== null

/** The item of a row, at the stage that its column of progress tells; null where that tells none. */
function stateItemOf({ context, sides }: Scene, { item, duty, reason }: Row, state: TokenRange): Item | null {
  const told = stateIn(context, state.from, state.to) ?? (isStanding(context, state) ? 'underway' : null)
  const progress = progressIn(context, state)
  const stage = progress !== null && progress < 100 && told !== 'stalled' ? 'underway' : told
  if (!stage) return null
  const cross = context.nodesBetween('GATEPAIR', item.from, item.to).length > 0
  const by = cross || !sides.home ? sides.joint : [sides.home]
  const why = stage === 'stalled' ? (reason ?? reasonOf(context, state.from)) : null
  return { ...item, stage, by, speaker: null, act: state, duty, reason: why, progress }
}

/** "Thực hiện thường xuyên". */
function isStanding(context: ReadContext, { from, to }: TokenRange): boolean {
  for (let at = from; at < to; at++) if (context.has(at, 'STANDING')) return true
  return false
}

/** An item with how much of it is done, and why it is late: "đã hoàn thành 40%" is under way. */
export function withReason(context: ReadContext, item: Item): Item {
  if (item.stage === 'stalled') return { ...item, reason: reasonOf(context, item.act.from) }
  if (item.stage !== 'underway' && item.stage !== 'done') return item
  const progress = progressIn(context, item)
  if (progress === null) return item
  return { ...item, progress, stage: progress < 100 ? 'underway' : item.stage }
}
