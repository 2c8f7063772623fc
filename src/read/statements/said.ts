import type { TokenRange } from '../../text/segment.ts'
import type { ReadContext, Sentence } from '../context.ts'
import type { ReadPerson } from '../frames/people.ts'
import type { Duty } from '../papers/duties.ts'
import type { Stage } from '../../model/stage.ts'
import type { Side } from '../sides.ts'
import type { Act } from './act.ts'
import { actsIn, isPassive, opensList } from './acts.ts'
import { isPronoun, sidesOf, stageOf } from './authors.ts'
import { continuesList, listItems } from './lists.ts'
import { boundaryBefore, outerActs } from './nesting.ts'
import { type Scene, type Subject, subjectAt, subjectBefore } from './subject.ts'
import { NONE } from '../../grammar/none.ts'
import { isCommitment, isJudged, isPrediction } from './substance.ts'

/** Something that a side wishes, proposes, promises, agrees, does or has done. */
export interface Item extends TokenRange {
  readonly stage: Stage
  readonly by: readonly Side[]
  readonly speaker: ReadPerson | null
  /** The verb that says or does it. */
  readonly act: TokenRange
  /** Who has to do it and until when, where a plan tells. */
  readonly duty?: Duty
  /** Why it is late. */
  readonly reason?: TokenRange | null
  /** How many per cent are done. */
  readonly progress?: number | null
}

/** What goes on from sentence to sentence. */
export interface Running {
  speaker: Subject | null
  /** The act whose list may go on in the next sentence. */
  open: { act: Act; by: readonly Side[] } | null
}

export function readSentence(scene: Scene, sentence: Sentence, running: Running): Item[] {
  const inList = running.open !== null && continuesList(scene.context, sentence)
  const acts = outerActs(scene.context, actsIn(scene, sentence)).filter(act => !inList || !isLone(act))
  const found: Item[] = []
  running.speaker = namedAsSource(scene, sentence.from) ?? personAtHead(scene, sentence) ?? running.speaker
  const head = {
    from: sentence.from,
    to: acts[0] ? boundaryBefore(scene.context, acts[0].at, sentence.from) : sentence.to,
  }
  if (running.open && continuesList(scene.context, head))
    found.push(...itemsOf(scene, running.open.act, running.open.by, running.speaker, head))
  else running.open = null
  acts.forEach((act, i) => {
    const next = acts[i + 1]
    const to = next ? boundaryBefore(scene.context, next.at, act.end) : sentence.to
    if (act.subject && !isPronoun(act.subject) && speaks(act)) running.speaker = act.subject
    if (act.stage === null) running.open = act.kind === 'say' ? null : running.open
    if (act.stage === null) found.push(...progressIn(scene, act, running.speaker, { from: act.end, to }))
    if (act.stage === null || (next && opensList(scene.context, next.end, sentence.to))) return
    const by = sidesOf(scene, act, running.speaker)
    const content = contentOf(scene.context, act, sentence, to)
    found.push(...itemsOf(scene, act, by, running.speaker, content, saysForBoth(acts[i - 1])))
    running.open = { act, by }
  })
  return found
}

/** "Theo ông A, hai bên cần …": whose words follow. */
function namedAsSource(scene: Scene, from: number): Subject | null {
  const { context } = scene
  const start = context.after(from, 'ACCORDING')
  const edge = start === from ? NONE : firstEdgeFrom(context, start)
  if (edge === NONE || !context.isMark(context.lattice.end[edge], ',')) return null
  return subjectBefore(scene, context.lattice.end[edge], start)
}

/** How far into a sentence the comma stands behind which its subject may come, in tokens: "Tại hội đàm, ông A …". */
const HEAD = 16

/** The person whom a sentence begins with, or the clause behind its first comma: what follows is that person's. */
function personAtHead(scene: Scene, { from, to }: TokenRange): Subject | null {
  const { context } = scene
  for (let at = from; at < Math.min(to, from + HEAD); at++) {
    if (at > from && !context.isMark(at - 1, ',')) continue
    const edge = context.edge(at, 'PERSON')
    if (edge === NONE) continue
    const subject = context.has(context.lattice.end[edge], 'AND') ? null : subjectAt(scene, at)
    return subject && subject.sides.length > 0 ? subject : null
  }
  return null
}

function firstEdgeFrom(context: ReadContext, at: number): number {
  for (const name of ['PERSON', 'OFFICE', 'BODY', 'LOC'] as const) {
    const edge = context.edge(at, name)
    if (edge !== NONE) return edge
  }
  return NONE
}

/** "đánh giá tích cực những tiến triển như việc mở cửa khẩu …, thông xe cầu …": what is praised as done. */
function progressIn(scene: Scene, act: Act, speaker: Subject | null, { from, to }: TokenRange): Item[] {
  const { context } = scene
  if (context.value(act.at, 'SAY') !== 'courtesy') return []
  for (let at = from; at < to; at++) {
    const start = context.value(at, 'OPENER') === 'list' ? context.after(context.after(at, 'OPENER'), 'THAT') : to
    if (start >= to || !context.hasAny(start, ['DONE', 'ACT'])) continue
    const done: Act = { ...act, kind: 'done', stage: 'done' }
    return itemsOf(scene, done, sidesOf(scene, done, speaker), speaker, { from: start, to })
  }
  return []
}

/** Where an act's items stand: behind the verb; before it, too, where the verb is passive. */
function contentOf(context: ReadContext, act: Act, sentence: TokenRange, to: number): TokenRange {
  if (act.kind !== 'going' && act.kind !== 'by' && !(act.kind === 'sign' && isPassive(context, act)))
    return { from: act.end, to }
  let from = sentence.from
  for (let at = act.at - 1; at > sentence.from; at--) if (context.isMark(at, ';')) from = Math.max(from, at + 1)
  if (context.hasAny(from, ['ALSO', 'WITHIN', 'DATE', 'DAYWORD', 'AT', 'FROM', 'TO', 'ACCORDING']))
    for (let at = from; at < act.at && at < from + 8; at++) if (context.isMark(at, ',')) return { from: at + 1, to }
  return { from, to }
}

/** "…; Lào | sớm hoàn thành thủ tục": in a list it is one of the items, and no deed of its own. */
const isLone = ({ kind, stage, subject }: Act): boolean =>
  kind === 'bare' && stage === 'underway' && subject?.kind !== 'joint'

/** "hai bên nhấn mạnh | hai bên cần …": both say what is needed. */
const saysForBoth = (act: Act | undefined): boolean => act?.kind === 'say' && act.subject?.kind === 'joint'

/** "hai bên cần" is what a speaker says of both: it makes no new speaker. */
const speaks = ({ kind, subject }: Act): boolean => kind === 'say' || subject?.kind !== 'joint'

function itemsOf(
  scene: Scene,
  act: Act,
  by: readonly Side[],
  speaker: Subject | null,
  content: TokenRange,
  reported = false,
): Item[] {
  const { context } = scene
  if (content.to <= content.from || (act.stage !== 'agreed' && isPrediction(scene, content))) return []
  if (isJudged(context, act, content)) return []
  const items = listItems(context, act, content).filter(item => isCommitment(context, act, item))
  const shared = { stage: stageOf(act, by, reported), speaker: speaker?.person ?? null }
  const verb = { from: act.at, to: Math.max(act.end, act.at + 1) }
  return items.map(({ from, to }) => ({ from, to, stage: shared.stage, by, speaker: shared.speaker, act: verb }))
}
