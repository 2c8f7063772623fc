import { NONE } from '../../grammar/none.ts'
import type { Draft } from '../../model/claim.ts'
import type { Field, Force } from '../../model/kinds.ts'
import type { Stage } from '../../model/stage.ts'
import { skeleton } from '../../text/fold.ts'
import type { TokenRange } from '../../text/segment.ts'
import type { ReadContext, Sentence } from '../context.ts'
import { datesIn, type ReadDate } from '../dates/dates.ts'
import type { ReadPerson } from './people.ts'
import { type Act, actsIn, isPassive, opensList } from '../statements/acts.ts'
import { fieldsOf, namesField } from '../statements/fields.ts'
import { itemsIn } from '../statements/items.ts'
import { statesIn } from '../statements/states.ts'
import { isPlan, partsOfTask, taskOf } from '../statements/tasks.ts'
import { type Scene, type Subject, subjectAt } from '../statements/subject.ts'
import { type Side, uniqueSides } from '../sides.ts'

/** Something that a side wishes, proposes, promises, agrees, does or has done. */
interface Commitment extends TokenRange {
  /** It stands in the first paragraph or in a short line, which tell ahead what the others tell in full. */
  readonly lead: boolean
  readonly stage: Stage
  readonly by: readonly Side[]
  readonly speaker: ReadPerson | null
  /** The verb that says or does it. */
  readonly act: TokenRange
}

/** A line that may be a caption, though it ends like a sentence. */
function isShortLine({ lines }: ReadContext, { line }: Sentence): boolean {
  return lines[line].to - lines[line].from < 30
}

type Item = Omit<Commitment, 'lead'>

/** What goes on from sentence to sentence. */
interface Running {
  speaker: Subject | null
  /** The act whose list may go on in the next sentence. */
  open: { act: Act; by: readonly Side[] } | null
}

/** Reads the commitments of the body, sentence by sentence. */
export function readCommitments(scene: Scene): Commitment[] {
  const running: Running = { speaker: null, open: null }
  const found: Commitment[] = []
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

function readSentence(scene: Scene, sentence: Sentence, running: Running): Item[] {
  const acts = outerActs(scene.context, actsIn(scene, sentence))
  const found: Item[] = []
  const head = {
    from: sentence.from,
    to: acts[0] ? boundaryBefore(scene.context, acts[0].at, sentence.from) : sentence.to,
  }
  if (running.open && continuesList(scene.context, head))
    found.push(...itemsOf(scene, running.open.act, running.open.by, running.speaker, head))
  else if (acts.length > 0 || !running.open) running.open = null
  acts.forEach((act, i) => {
    const next = acts[i + 1]
    const to = next ? boundaryBefore(scene.context, next.at, act.end) : sentence.to
    if (act.subject && !isPronoun(act.subject) && speaks(act)) running.speaker = act.subject
    if (act.stage === null) running.open = act.kind === 'say' ? null : running.open
    if (act.stage === null) found.push(...progressIn(scene, act, running.speaker, { from: act.end, to }))
    if (act.stage === null || (next && opensList(scene.context, next.end, sentence.to))) return
    const by = sidesOf(scene, act, running.speaker)
    found.push(...itemsOf(scene, act, by, running.speaker, contentOf(scene.context, act, sentence, to)))
    running.open = { act, by }
  })
  return found
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
  if (act.kind !== 'going' && !(act.kind === 'sign' && isPassive(context, act))) return { from: act.end, to }
  let from = sentence.from
  for (let at = act.at - 1; at > sentence.from; at--) if (context.isMark(at, ';')) from = Math.max(from, at + 1)
  if (context.hasAny(from, ['ALSO', 'WITHIN']))
    for (let at = from; at < act.at && at < from + 8; at++) if (context.isMark(at, ',')) return { from: at + 1, to }
  return { from, to }
}

/** "hai bên cần" is what a speaker says of both: it makes no new speaker. */
const speaks = ({ kind, subject }: Act): boolean => kind === 'say' || subject?.kind !== 'joint'

const isPronoun = ({ kind, sides }: Subject): boolean => kind === 'person' && sides.length === 0

/** Drops what stands inside another act: in "nhất trí sẽ mở", "sẽ" says nothing of its own. */
function outerActs(context: ReadContext, acts: readonly Act[]): Act[] {
  const outer: Act[] = []
  for (const act of acts) {
    const last = outer.at(-1)
    if (last?.stage && (isNested(context, last, act) || isComment(context, last, act))) continue
    outer.push(act)
  }
  return outer
}

function isNested(context: ReadContext, outer: Act, inner: Act): boolean {
  const boundary = hasBoundary(context, outer.end, inner.at)
  if (!boundary) return true
  return inner.kind !== 'say' && inner.subject === null
}

/** "đồng tình với các đề xuất, khẳng định đây là …": a comment by the same speaker, where the act said nothing of its own yet. */
function isComment(context: ReadContext, outer: Act, inner: Act): boolean {
  if (outer.stage !== 'agreed' || inner.stage !== null || inner.subject !== null) return false
  for (let at = outer.end; at < inner.at; at++) if (isAction(context, at) && context.has(at, 'ACT')) return false
  return true
}

function hasBoundary(context: ReadContext, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (context.isMark(at, ',;:') || context.has(at, 'AND')) return true
  return false
}

/** The last comma, semicolon or conjunction before an act: what stands behind it is the act's subject. */
function boundaryBefore(context: ReadContext, at: number, from: number): number {
  for (let before = at - 1; before > from; before--)
    if (context.isMark(before, ',;:') || context.has(before, 'AND')) return before
  return at > from ? at : from
}

/** A list goes on in a sentence that begins with a verb of action, or with a side and such a verb. */
function continuesList(context: ReadContext, { from, to }: TokenRange): boolean {
  let at = Math.max(context.after(from, 'ALSO'), from)
  if (context.isMark(at, ',')) at++
  if (at < to && (isAction(context, at) || isTask(context, at, to))) return true
  const place = context.edge(at, 'LOC')
  return place !== NONE && isAction(context, context.lattice.end[place])
}

/** "Chia sẻ thành tựu …": a verb that may be a noun, at the head of a sentence with no other predicate. */
function isTask(context: ReadContext, from: number, to: number): boolean {
  const verb = context.after(from, 'ADVERB')
  if (!context.has(verb, 'ACT')) return false
  for (let at = verb; at < to; at++) if (context.hasAny(at, ['COPULA', 'DID', 'DOING', 'WILL', 'PASSIVE'])) return false
  return true
}

/** A verb of action that is no noun here: with adverbs before it, "cùng thực hiện tốt". */
function isAction(context: ReadContext, from: number): boolean {
  const at = context.after(from, 'ADVERB')
  const value = context.value(at, 'ACT')
  return value !== null && value !== 'noun' && value !== 'weak' && value !== 'coop'
}

function sidesOf(scene: Scene, act: Act, speaker: Subject | null): readonly Side[] {
  if (act.stage === 'agreed') return agreeingSides(scene, act)
  if (act.kind === 'sign') return signingSides(scene, act)
  if (act.kind === 'going') return scene.sides.joint
  if (act.kind === 'need' && act.subject?.kind === 'joint' && speaker && speaker.kind !== 'joint') return speaker.sides
  const own = act.subject && !isPronoun(act.subject) ? act.subject : speaker
  if (own && own.sides.length > 0) return own.sides
  return scene.sides.home ? [scene.sides.home] : []
}

/** Both sides agree, but for "Indonesia nhất trí công nhận …", where one side is named alone. */
function agreeingSides(scene: Scene, { subject }: Act): readonly Side[] {
  if (subject?.kind === 'place' || (subject?.kind === 'joint' && subject.sides.length > 1)) return subject.sides
  return scene.sides.joint
}

/** How far before their verb those who sign are looked for, in tokens. */
const SIGNERS = 120

/** Those who sign: every side that is named before the verb in its clause; both sides where none is. */
function signingSides(scene: Scene, act: Act): readonly Side[] {
  const { context } = scene
  const sides: Side[] = []
  for (let at = act.at - 1; at >= Math.max(0, act.at - SIGNERS) && !context.isMark(at, ';.:'); at--) {
    const named = context.hasAny(at, ['PERSON', 'BODY']) ? subjectAt(scene, at) : null
    if (named) sides.unshift(...named.sides)
  }
  const unique = uniqueSides(sides)
  return unique.length > 1 ? unique : scene.sides.joint
}

function itemsOf(scene: Scene, act: Act, by: readonly Side[], speaker: Subject | null, content: TokenRange): Item[] {
  const { context } = scene
  if (content.to <= content.from || isPrediction(scene, content)) return []
  const items = listItems(context, act, content).filter(item => isCommitment(context, act, item))
  const shared = { stage: stageOf(act, by), speaker: speaker?.person ?? null }
  const verb = { from: act.at, to: Math.max(act.end, act.at + 1) }
  return items.map(({ from, to }) => ({ from, to, stage: shared.stage, by, speaker: shared.speaker, act: verb }))
}

function listItems(context: ReadContext, act: Act, content: TokenRange): TokenRange[] {
  if (content.from < act.at) return isPaper(context, content) ? [] : [withoutStop(context, content)]
  if (act.kind === 'sign' || act.kind === 'issue') return paperItems(context, content)
  const hasRecipient =
    (act.kind === 'say' && !context.has(act.at, 'INVITE')) || act.kind === 'need' || act.kind === 'order'
  return itemsIn(context, content, hasRecipient)
}

/** "Biên bản được ký …", "Theo biên bản được ký …": the paper itself is an instrument, and no commitment. */
const isPaper = (context: ReadContext, { from }: TokenRange): boolean =>
  [from, from + 1].some(at => context.hasAny(at, ['INSTR', 'PAPER']))

function withoutStop(context: ReadContext, { from, to }: TokenRange): TokenRange {
  let end = to
  while (end > from && context.isMark(end - 1, '.…,;:')) end--
  return { from, to: end }
}

/** What is to be done under a paper that was signed: "bản ghi nhớ | phối hợp xây dựng …". */
function paperItems(context: ReadContext, { from, to }: TokenRange): TokenRange[] {
  for (let at = from; at < to; at++) {
    if (!context.has(at, 'INSTR')) continue
    const start = afterTopic(context, context.after(at, 'INSTR'), to)
    return context.has(start, 'ACT') ? itemsIn(context, { from: start, to }) : []
  }
  return []
}

/** Over "Nam Ninh về việc" behind the name of a paper: where what it is about begins. */
function afterTopic(context: ReadContext, from: number, to: number): number {
  for (let at = from; at < Math.min(to, from + 4); at++)
    if (context.has(at, 'OPENER') && context.has(at + 1, 'THAT')) return context.after(at + 1, 'THAT')
  return from
}

/** What both sides promise is agreed. */
const stageOf = ({ stage, kind }: Act, by: readonly Side[]): Stage =>
  by.length > 1 && (stage === 'pledged' || (stage === 'proposed' && kind === 'say')) ? 'agreed' : (stage as Stage)

/** "hy vọng chuyến thăm sẽ …", "tin tưởng quan hệ sẽ …": what is said of something that cannot act. */
function isPrediction({ context }: Scene, { from, to }: TokenRange): boolean {
  for (let at = from; at < to; at++) {
    if (context.has(at, 'ACT') || context.isMark(at, ':')) return false
    if (context.has(at, 'WILL'))
      return at > from && !context.hasAny(from, ['LOC', 'JOINT', 'BODY', 'PERSON', 'SIDEWORD', 'OFFICE'])
  }
  return false
}

/** Whether words say something that can be followed up: a verb of action or a field, and more than good relations. */
function isCommitment(context: ReadContext, act: Act, item: TokenRange): boolean {
  const verb = context.has(item.from, 'ACT')
  if (isNounPhrase(context, item)) return false
  const named = namesField(context, item)
  if (context.has(act.at, 'INVITE')) return true
  if (!verb && item.from > act.at && !START_KINDS.has(act.kind)) return false
  if (!verb && !named) return false
  return named || act.kind === 'sign' || !isGoodwill(context, item)
}

/** Acts whose items need no verb of action of their own: "đề nghị: du lịch; y tế", "đã khánh thành …". */
const START_KINDS: ReadonlySet<Act['kind']> = new Set(['say', 'done', 'approved'])

/** "đề xuất hợp tác của Hải Phòng": verbs with "của" behind them are nouns. */
function isNounPhrase(context: ReadContext, { from, to }: TokenRange): boolean {
  let at = from
  while (at < to && context.has(at, 'ACT')) at = context.after(at, 'ACT')
  return at > from && context.has(at, 'OF')
}

/** Wishes for good relations, with nothing to do: what the verbs act on is a word of goodwill. */
function isGoodwill(context: ReadContext, { from, to }: TokenRange): boolean {
  let at = from
  for (let next = at; next < to; at = next) {
    next = Math.max(context.after(at, 'ACT'), context.after(at, 'ADVERB'), context.after(at, 'PURPOSE'))
    if (next === at) break
  }
  return context.has(at, 'GOODWILL') || context.has(at + 1, 'GOODWILL')
}

/** With how many items the lead is compared: it bounds the time that a list of thousands takes. */
const MOST_COMPARED = 200

/** The lead says in short what a later paragraph says in full: of two items with the same words the later stays. */
function withoutRepeats(context: ReadContext, items: readonly Commitment[]): Commitment[] {
  const words = items.map(item => new Set(skeleton(context.textOf(item.from, item.to)).split(' ')))
  const full = items.flatMap((item, i) => (item.lead ? [] : [words[i]])).slice(0, MOST_COMPARED)
  return items.filter((item, i) => !item.lead || !full.some(other => isRepeat(words[i], other)))
}

/** Nearly all words of the one stand in the other, too. */
function isRepeat(words: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  let shared = 0
  for (const word of words) if (other.has(word)) shared++
  return words.size > 3 && shared / words.size >= 0.65
}

/** Words that tell whether to do, to study, or to go on. */
function forceOf(context: ReadContext, { from }: TokenRange): Force {
  const value = context.value(from, 'ACT')
  return value === 'study' || value === 'continue' ? value : 'firm'
}

export function commitmentDrafts(scene: Scene, dates: readonly ReadDate[]): Draft[] {
  const { context } = scene
  const items = readCommitments(scene)
  return items.map((item, i) => {
    const force = forceOf(context, item)
    const objects = objectsIn(context, item)
    const due = dueIn(item, dates)
    return {
      type: 'commitment',
      span: context.spanOf(item.from, item.to),
      rule: `commitment-${item.stage}`,
      stage: item.stage,
      by: item.by.map(side => side.name),
      speaker: item.speaker?.name ?? null,
      act: context.textOf(item.act.from, item.act.to),
      what: context.textOf(item.from, item.to),
      fields: fieldsIn(context, items, i),
      force,
      due,
      objects,
      verifiable: force === 'firm' && (objects.length > 0 || due !== null),
      evidence: [context.spanOf(item.act.from, item.act.to)],
    }
  })
}

/** The fields that an item names; else those of the header or the items before it in its sentence; else of good government. */
function fieldsIn(context: ReadContext, items: readonly Commitment[], i: number): Field[] {
  const own = fieldsOf(context, items[i])
  if (own.length > 0) return own
  const sentence = context.sentences[context.sentenceAt(items[i].from)]
  const before = fieldsOf(context, { from: sentence.from, to: items[i].from })
  return before.length > 0 ? before.slice(-1) : ['party-government']
}

/** Ids of the gates, links, mechanisms and places that an item is about. */
function objectsIn(context: ReadContext, { from, to }: TokenRange): string[] {
  const ids = new Set<string>()
  for (let at = from; at < to; at++)
    for (const [name, prefix] of [
      ['GATE', 'gate'],
      ['LINKNAME', 'link'],
      ['MECH', 'mechanism'],
      ['PLACE', 'place'],
    ] as const) {
      const edge = context.edge(at, name)
      if (edge !== NONE && context.lattice.end[edge] <= to) ids.add(`${prefix}:${context.valueOf(edge)}`)
    }
  return [...ids].toSorted()
}

/** The end of a date inside the item: until when. */
function dueIn(range: TokenRange, dates: readonly ReadDate[]): string | null {
  return datesIn(dates, range)[0]?.end ?? null
}
