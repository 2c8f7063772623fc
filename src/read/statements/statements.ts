import type { Stage } from '../../model/stage.ts'
import type { TokenRange } from '../../text/segment.ts'
import type { ReadContext, Sentence } from '../context.ts'
import { isOfPaper, partyTask, stageInArticle } from '../papers/articles.ts'
import { reasonSentence } from '../papers/delays.ts'
import type { Side } from '../sides.ts'
import { labelledItem, labelledState, statusesOf } from './labels.ts'
import { afterBullet } from './marks.ts'
import { rowItems, taskReader, withReason } from './paper-items.ts'
import { withoutRepeats } from './repeats.ts'
import { type Item, readSentence, type Running } from './said.ts'
import { type Section, sectionsOf } from './sections.ts'
import { type State, statesIn } from './states.ts'
import type { Scene } from './subject.ts'
import { isPlan, partsOfTask, taskOf } from './tasks.ts'

/** An item, and where in the report it stands. */
export interface Statement extends Item {
  /** It stands in the first paragraph or in a short line, which tell ahead what the others tell in full. */
  readonly lead: boolean
}

/** What the lines of a report are told apart by, beside their zone. */
interface Lines {
  readonly plan: boolean
  readonly sections: readonly Section[]
  readonly statuses: ReadonlyMap<number, State>
  /** The first line of the body. */
  readonly first: number
}

/** Reads the commitments of the body, sentence by sentence, and of its tables, row by row. */
export function readStatements(scene: Scene): Statement[] {
  const { context, paper } = scene
  const running: Running = { speaker: null, open: null }
  const found: Statement[] = []
  const labels: { key: string; statement: Statement }[] = []
  const told = new Set<string>()
  const body = context.sentences.filter(s => isOfBody(scene, s))
  const lines: Lines = {
    plan: paper.kind === 'plan' || isPlan(context),
    sections: sectionsOf(context),
    statuses: statusesOf(context),
    first: body[0]?.line ?? 0,
  }
  const tasks = taskReader(scene)
  for (const sentence of body) {
    const section = lines.sections[sentence.line]
    if (section?.isHeading) running.speaker = running.open = null
    if (section?.isHeading || lines.statuses.has(sentence.line + 1)) continue
    const isTask = lines.plan || section?.stage === 'pledged'
    const items = isTask ? tasks(sentence) : itemsOfLine(scene, sentence, lines, running)
    const label = isTask ? null : labelledState(context, sentence)
    if (label)
      labels.push({ key: `${sentence.line} ${label.stage}`, statement: { ...stateItem(scene, label), lead: false } })
    const lead = isLead(scene, sentence, lines)
    for (const item of items) {
      found.push({ ...item, lead })
      told.add(`${sentence.line} ${item.stage}`)
    }
  }
  for (const item of rowItems(scene)) found.push({ ...item, lead: false })
  // The same words tell the state of many things: their lines look like captions that repeat.
  for (const status of lines.plan ? [] : lines.statuses.values())
    found.push({ ...withReason(context, stateItem(scene, status)), lead: false })
  // A label heads what its line tells in full: it counts where nothing else in the line tells the same state.
  const alone = labels.filter(({ key }) => !told.has(key)).map(({ statement }) => statement)
  return [...withoutRepeats(context, found), ...alone].toSorted((a, b) => a.from - b.from)
}

/** What stands in the body, but no row of a table, no signature and no reason of what stands above it. */
function isOfBody({ context, paper }: Scene, sentence: Sentence): boolean {
  if (sentence.zone !== 'body' || context.has(sentence.from, 'CREDIT') || paper.tables.has(sentence.line)) return false
  const isSigned = paper.kind !== 'report' && paper.signatures.length > 0 && sentence.line >= paper.signatures[0].line
  return !isSigned && (paper.kind === 'report' || reasonSentence(context, sentence) === null)
}

/** The first paragraph of news, and its short lines. */
function isLead({ context, paper }: Scene, sentence: Sentence, { plan, sections, statuses, first }: Lines): boolean {
  if (plan || sections.length > 0 || statuses.has(sentence.line) || paper.articles) return false
  return sentence.line === first || isShortLine(context, sentence)
}

/** What a line that is no task tells. */
function itemsOfLine(scene: Scene, sentence: Sentence, { sections, statuses }: Lines, running: Running): Item[] {
  const { context, paper } = scene
  const { articles } = paper
  if (articles && sentence.line >= articles.from && sentence.line < articles.to)
    return isOfPaper(context, sentence) ? [] : itemsOfArticle(scene, sentence, running)
  const status = statuses.get(sentence.line)
  const rest = { ...sentence, from: Math.max(afterBullet(context, sentence), status?.to ?? 0) }
  return itemsOfSentence(scene, rest, sections[sentence.line], running).map(item => withReason(context, item))
}

/** A sentence of an article: what it says, as agreed; else the task that it begins with. */
function itemsOfArticle(scene: Scene, sentence: Sentence, running: Running): Item[] {
  const { context, sides } = scene
  const items = readSentence(scene, sentence, running)
  if (items.length > 0) return items.map(item => ({ ...item, stage: stageInArticle(context, sentence, item) }))
  const task = taskOf(context, sentence)
  const own = task ? { verb: task.from, by: sides.joint } : partyTask(scene, sentence)
  if (!own) return []
  const act = { from: own.verb, to: Math.max(context.after(own.verb, 'ACT'), own.verb + 1) }
  return partsOfTask(context, { from: own.verb, to: sentence.to }).map(({ from, to }) => ({
    from,
    to,
    stage: 'agreed',
    by: own.by,
    speaker: null,
    act,
  }))
}

/** What a sentence says, then what it tells of the state of things, then what its section makes of it. */
function itemsOfSentence(scene: Scene, sentence: Sentence, section: Section | undefined, running: Running): Item[] {
  const said = readSentence(scene, sentence, running)
  const items = [...said, ...statesOf(scene, sentence, said)]
  const stage = section?.stage
  return stage && items.length === 0 ? sectionItems(scene, sentence, stage) : items
}

/** "Y tế: dự thảo đã gửi …" or "- Mở chợ biên giới …" under a heading that tells how far its items have come. */
function sectionItems(scene: Scene, sentence: Sentence, stage: Stage): Item[] {
  const { context } = scene
  const labelled = labelledItem(context, sentence)
  const task = labelled || stage === 'proposed' ? null : taskOf(context, sentence)
  const items = labelled ? [labelled] : task ? partsOfTask(context, task) : []
  return items.map(({ from, to }) => ({
    from,
    to,
    stage,
    by: ownersOf(scene, { from, to }),
    speaker: null,
    act: { from, to: from + 1 },
  }))
}

/** A line that may be a caption, though it ends like a sentence. */
function isShortLine({ lines }: ReadContext, { line }: Sentence): boolean {
  return lines[line].to - lines[line].from < 30
}

/** What a sentence tells of the state of things, beside what its acts say. */
function statesOf(scene: Scene, sentence: Sentence, said: readonly Item[]): Item[] {
  const { context } = scene
  const free = statesIn(context, sentence).filter(s => !said.some(item => item.from < s.to && s.from < item.to))
  return free.map(state => stateItem(scene, state))
}

const stateItem = (scene: Scene, { from, to, stage, cue }: State): Item => ({
  from,
  to,
  stage,
  by: ownersOf(scene, { from, to }),
  speaker: null,
  act: cue,
})

/** Whose business a thing is: what stands on the border is both sides', what does not is ours; a meeting is of all who meet. */
function ownersOf({ context, sides }: Scene, { from, to }: TokenRange): readonly Side[] {
  if (context.hasAny(from, ['MEET', 'MECHANISM'])) return sides.many
  const cross = context.nodesBetween('GATEPAIR', from, to).length > 0
  return cross || !sides.home ? sides.joint : [sides.home]
}
