import type { ReadContext, Sentence } from '../context.ts'
import type { TokenRange } from '../../text/segment.ts'
import { withoutRepeats } from './repeats.ts'
import { type Item, readSentence, type Running } from './said.ts'
import { statesIn } from './states.ts'
import type { Scene } from './subject.ts'
import { isPlan, partsOfTask, taskOf } from './tasks.ts'

/** An item, and where in the report it stands. */
export interface Statement extends Item {
  /** It stands in the first paragraph or in a short line, which tell ahead what the others tell in full. */
  readonly lead: boolean
}

/** Reads the commitments of the body, sentence by sentence. */
export function readStatements(scene: Scene): Statement[] {
  const running: Running = { speaker: null, open: null }
  const found: Statement[] = []
  const body = scene.context.sentences.filter(s => s.zone === 'body')
  const plan = isPlan(scene.context)
  for (const sentence of body) {
    const lead = sentence.line === body[0].line || isShortLine(scene.context, sentence)
    const task = plan ? taskOf(scene.context, sentence) : null
    const said = task ? itemsOfTask(scene, task) : plan ? [] : readSentence(scene, sentence, running)
    const items = [...said, ...statesOf(scene, sentence, said)]
    for (const { from, to, stage, by, speaker, act } of items) found.push({ from, to, stage, by, speaker, act, lead })
  }
  return withoutRepeats(scene.context, found)
}

/** A line that may be a caption, though it ends like a sentence. */
function isShortLine({ lines }: ReadContext, { line }: Sentence): boolean {
  return lines[line].to - lines[line].from < 30
}

/** What a sentence tells of the state of things, beside what its acts say. */
function statesOf({ context, sides }: Scene, sentence: Sentence, said: readonly Item[]): Item[] {
  const free = statesIn(context, sentence).filter(s => !said.some(item => item.from < s.to && s.from < item.to))
  return free.map(({ from, to, stage, cue }) => {
    const cross = context.nodesBetween('GATEPAIR', from, to).length > 0
    const by = cross || !sides.home ? sides.joint : [sides.home]
    return { from, to, stage, by, speaker: null, act: cue }
  })
}

/** What a plan tells its own side's agencies to do. */
function itemsOfTask({ context, sides }: Scene, task: TokenRange): Item[] {
  const by = sides.home ? [sides.home] : []
  const act = { from: task.from, to: context.after(task.from, 'ACT') }
  return partsOfTask(context, task).map(item => ({
    ...item,
    stage: 'pledged',
    by,
    speaker: null,
    act: act.to > act.from ? act : { from: task.from, to: task.from + 1 },
  }))
}
