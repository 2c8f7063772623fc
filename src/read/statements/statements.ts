import type { ReadContext, Sentence } from '../context.ts'
import type { TokenRange } from '../../text/segment.ts'
import { withoutRepeats } from './repeats.ts'
import { type Item, readSentence, type Running } from './said.ts'
import { labelledItem, labelledState, statusesOf } from './labels.ts'
import { type Section, sectionsOf } from './sections.ts'
import { afterBullet } from './marks.ts'
import { type State, statesIn } from './states.ts'
import type { Side } from '../sides.ts'
import type { Scene } from './subject.ts'
import { deadlineOf, isPlan, partsOfTask, taskOf } from './tasks.ts'

/** An item, and where in the report it stands. */
export interface Statement extends Item {
  /** It stands in the first paragraph or in a short line, which tell ahead what the others tell in full. */
  readonly lead: boolean
}

/** Reads the commitments of the body, sentence by sentence. */
export function readStatements(scene: Scene): Statement[] {
  const running: Running = { speaker: null, open: null }
  const found: Statement[] = []
  const labels: { key: string; statement: Statement }[] = []
  const told = new Set<string>()
  const body = scene.context.sentences.filter(s => s.zone === 'body' && !scene.context.has(s.from, 'CREDIT'))
  const plan = isPlan(scene.context)
  const sections = sectionsOf(scene.context)
  const statuses = statusesOf(scene.context)
  for (const sentence of body) {
    const section = sections[sentence.line]
    if (section?.isHeading) running.speaker = running.open = null
    if (section?.isHeading || statuses.has(sentence.line + 1)) continue
    const lead = sentence.line === body[0].line || isShortLine(scene.context, sentence)
    const tasks = plan || section?.stage === 'pledged'
    const status = statuses.get(sentence.line)
    const rest = { ...sentence, from: Math.max(afterBullet(scene.context, sentence), status?.to ?? 0) }
    const items = tasks ? itemsOfTask(scene, sentence) : itemsOfSentence(scene, rest, section, running)
    const label = tasks ? null : labelledState(scene.context, sentence)
    if (label)
      labels.push({ key: `${sentence.line} ${label.stage}`, statement: { ...stateItem(scene, label), lead: false } })
    for (const { from, to, stage, by, speaker, act, until } of items) {
      found.push({ from, to, stage, by, speaker, act, until, lead: lead && !section && !plan && !status })
      told.add(`${sentence.line} ${stage}`)
    }
  }
  // The same words tell the state of many things: their lines look like captions that repeat.
  for (const status of plan ? [] : statuses.values()) found.push({ ...stateItem(scene, status), lead: false })
  // A label heads what its line tells in full: it counts where nothing else in the line tells the same state.
  const alone = labels.filter(({ key }) => !told.has(key)).map(({ statement }) => statement)
  return [...withoutRepeats(scene.context, found), ...alone].toSorted((a, b) => a.from - b.from)
}

/** What a sentence says, then what it tells of the state of things, then what its section makes of it. */
function itemsOfSentence(scene: Scene, sentence: Sentence, section: Section | undefined, running: Running): Item[] {
  const said = readSentence(scene, sentence, running)
  const items = [...said, ...statesOf(scene, sentence, said)]
  const stage = section?.stage
  const item = stage && items.length === 0 ? labelledItem(scene.context, sentence) : null
  if (!stage || !item) return items
  return [{ ...item, stage, by: ownersOf(scene, item), speaker: null, act: { from: item.from, to: item.from + 1 } }]
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

/** What a plan tells its own side's agencies to do. */
function itemsOfTask({ context, sides }: Scene, sentence: Sentence): Item[] {
  const task = taskOf(context, sentence)
  if (!task) return []
  const by = sides.home ? [sides.home] : []
  const act = { from: task.from, to: context.after(task.from, 'ACT') }
  return partsOfTask(context, task).map(item => ({
    ...item,
    stage: 'pledged',
    by,
    speaker: null,
    until: deadlineOf(context, sentence),
    act: act.to > act.from ? act : { from: task.from, to: task.from + 1 },
  }))
}
