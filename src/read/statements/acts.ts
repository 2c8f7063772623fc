import { NONE } from '../../grammar/none.ts'
import type { ClassName } from '../../lang/classes.ts'
import { oneOf } from '../../model/kinds.ts'
import { type Stage, STAGES } from '../../model/stage.ts'
import type { TokenRange } from '../../text/segment.ts'
import type { ReadContext } from '../context.ts'
import type { Act, ActKind } from './act.ts'
import { byAgent } from './agents.ts'
import { CAPITAL } from '../../text/tokens.ts'
import { firstEdgeTo, type Scene, type Subject, subjectBefore } from './subject.ts'

/** Classes that make an act, in the order in which they are asked for at a token. */
const CUES: readonly (readonly [ClassName, ActKind, Stage | null])[] = [
  ['GOING', 'going', 'underway'],
  ['SIGN', 'sign', 'signed'],
  ['ISSUE', 'issue', 'agreed'],
  ['MEET', 'done', 'done'],
  ['SAY', 'say', null],
  ['NEED', 'need', 'proposed'],
  ['ORDER', 'order', 'pledged'],
  ['STALLED', 'stalled', 'stalled'],
  ['DOING', 'doing', 'underway'],
  ['WILL', 'will', 'pledged'],
  ['DID', 'done', 'done'],
  ['AIM', 'will', 'pledged'],
  ['DEED', 'bare', 'done'],
  ['ACT', 'bare', 'underway'],
]

const CUE_CLASSES = CUES.map(([name]) => name)

/** The acts of a sentence, in its order. */
export function actsIn(scene: Scene, sentence: TokenRange): Act[] {
  const { context } = scene
  const cues = context.classBits(CUE_CLASSES)
  const acts: Act[] = []
  for (let at = sentence.from; at < sentence.to; at++) {
    if (!context.lattice.hasAny(at, cues) || context.isInsideName(at)) continue
    const act = actAt(scene, sentence, at, acts.at(-1) ?? null)
    if (!act) continue
    acts.push(act)
    at = Math.max(at, act.end - 1)
  }
  return acts
}

function actAt(scene: Scene, sentence: TokenRange, at: number, last: Act | null): Act | null {
  for (const [name, kind, stage] of CUES) {
    const edge = scene.context.edge(at, name)
    if (edge === NONE || scene.context.lattice.end[edge] > sentence.to) continue
    const said = kind === 'say' || name === 'DEED' ? oneOf(STAGES, scene.context.valueOf(edge)) : stage
    if (name === 'AIM') return aimAt(scene, sentence, at)
    const agent = name === 'DID' || name === 'WILL' ? byAgent(scene, sentence, at, name) : null
    if (agent) return agent
    const end = kind === 'bare' ? at : name === 'MEET' ? at + 1 : scene.context.lattice.end[edge]
    const act = { kind, stage: said, at, end, subject: subjectBefore(scene, at, last?.end ?? sentence.from) }
    if (isAct(scene.context, sentence, act)) return underPaper(scene, sentence, finished(scene.context, act))
  }
  return null
}

/** How far behind "mục tiêu" its "là" stands. */
const AIM = 14

/** "Mục tiêu của thỏa thuận là mở …": what a paper or a meeting is to bring about. */
function aimAt({ context, sides }: Scene, sentence: TokenRange, at: number): Act | null {
  if (sides.joint.length < 2 || !startsClause(context, sentence, at)) return null
  for (let to = context.after(at, 'AIM'); to < Math.min(sentence.to, at + AIM); to++) {
    if (context.isMark(to, ',;:')) return null
    const end = context.after(to, 'COPULA')
    if (end === to || !context.has(afterAdverbs(context, end), 'ACT')) continue
    const subject: Subject = { kind: 'paper', sides: sides.joint, person: null, start: at }
    return { kind: 'will', stage: 'pledged', at, end, subject: at > sentence.from ? null : subject }
  }
  return null
}

/** Whether a cue is a verb here, and not a noun, a part of a name, or said of something that cannot act. */
function isAct(context: ReadContext, sentence: TokenRange, act: Act): boolean {
  if (isRelative(context, sentence, act) || isForPurpose(context, sentence, act)) return false
  if (context.has(act.at - 1, 'NOT') && act.at > sentence.from) return false
  switch (act.kind) {
    case 'say':
      return isVerb(context, sentence, act)
    case 'need':
      if (context.value(act.at, 'NEED') === 'must')
        return act.subject?.kind === 'joint' && context.hasAny(act.end, ['ACT', 'ADVERB'])
      return act.subject !== null || startsClause(context, sentence, act.at) || isSaidNeed(context, sentence, act)
    case 'going':
      return context.hasAny(act.end, ['ACT', 'STARTED', 'JOINT', 'ADVERB'])
    case 'sign':
      if (isPassive(context, act)) return signsMatter(context, sentence, act)
      return context.endsAt(act.end, 'MEET') || signsPaper(context, act) || isVerb(context, sentence, act)
    case 'bare':
      // "hội thảo do tỉnh tổ chức" only describes the seminar.
      if (act.subject && context.endsAt(act.subject.start, 'SUBORD')) return false
      return act.stage === 'underway'
        ? isUnderway(context, sentence, act)
        : isActor(act) && !context.has(context.after(act.at, 'DEED'), 'MEET')
    case 'issue':
      return (
        context.has(act.end, 'INSTR') &&
        (act.subject !== null || context.endsAt(act.at, 'DID') || context.endsAt(act.at, 'ADVERB'))
      )
    case 'done':
      if (context.has(act.at, 'MEET')) return isOpening(context, sentence, act)
      return hasActor(act) && isDone(context, act, afterAdverbs(context, act.end))
    case 'order':
      return (act.subject !== null || startsClause(context, sentence, act.at)) && ordersAct(context, sentence, act.end)
    default:
      return (
        (hasActor(act) || startsClause(context, sentence, act.at)) &&
        context.hasAny(act.end, ['ACT', 'STARTED', 'DONE', 'ADVERB', 'SIGN'])
      )
  }
}

/** How far behind the verb what is ordered begins: those who are to do it stand between. */
const ORDERED = 14

/** "giao Sở Ngoại vụ làm đầu mối", "chỉ đạo các ngành rà soát": an order is to do something. */
function ordersAct(context: ReadContext, { to }: TokenRange, from: number): boolean {
  for (let at = from; at < Math.min(to, from + ORDERED); at++) {
    if (context.has(at, 'ACT') && !context.isInsideName(at)) return true
    if (context.isMark(at, ',;:')) return false
  }
  return false
}

/** "đã khánh thành", "đã nhiều lần khảo sát": what was done, by one who can do it. */
function isDone(context: ReadContext, act: Act, at: number): boolean {
  if (context.hasAny(at, ['DONE', 'APPROVED', 'STARTED'])) return true
  return isActor(act) && (context.has(at, 'DEED') || isDeed(context, at, ['', 'continue', 'study', 'coop']))
}

/** A side that acts: a place, a body, both sides; a person rather speaks. */
const isActor = ({ subject }: Act): boolean => subject !== null && subject.kind !== 'person' && subject.kind !== 'paper'

function afterAdverbs(context: ReadContext, from: number): number {
  let at = from
  while (context.has(at, 'ADVERB') && !context.has(at, 'ACT')) at = context.after(at, 'ADVERB')
  return at
}

const hasActor = ({ subject }: Act): boolean => subject !== null && subject.kind !== 'paper'

/** "hai bên mở rộng …" with no word of time; under a paper any verb of a side: "Theo biên bản, phía bạn báo cáo …". */
function isUnderway(context: ReadContext, sentence: TokenRange, act: Act): boolean {
  if (isActor(act) && isUnderPaper(context, sentence))
    return isDeed(context, act.at, ['', 'continue', 'study', 'noun', 'coop'])
  if (act.subject?.kind === 'joint')
    return isDeed(context, act.at) && !context.endsAny(act.subject.start, ['ACT', 'WITHIN', 'PURPOSE'])
  return isLoneActor(context, sentence, act) && isDeed(context, act.at)
}

/** "Lào dành chỉ tiêu …": one side that nothing stands before but a phrase of time, and whose verb tells no lone event. */
function isLoneActor(context: ReadContext, { from }: TokenRange, { at, subject }: Act): boolean {
  if (!subject || subject.kind === 'person' || subject.kind === 'paper' || !subject.sides[0]?.country) return false
  if (context.hasAny(subject.start, THINGS) || context.has(at, 'DEED')) return false
  for (let before = from; before < subject.start; before++)
    if (context.hasAny(before, ['SAY', 'NEED', 'ORDER', 'DID', 'ACT', 'WILL'])) return false
  return true
}

/** What is built or run does not act, though its name is a place's. */
const THINGS: readonly ClassName[] = ['PROJECT', 'GATEKIND', 'LINKKIND', 'GATEPAIR', 'LINK']

/** A verb of action that tells what is being done: no study, no noun, no meeting. */
function isDeed(context: ReadContext, at: number, values: readonly string[] = ['', 'continue']): boolean {
  const value = context.value(at, 'ACT')
  const none = ['MEET', 'SIGN', 'SAY', 'COPULA'] as const
  return (
    value !== null &&
    values.includes(value) &&
    !context.hasAny(at, none) &&
    !context.hasAny(context.after(at, 'ACT'), none)
  )
}

/** "14 dự án đã được ký kết"; a paper that was signed, or is about to be, says nothing of what is to be done. */
function signsMatter(context: ReadContext, { from }: TokenRange, act: Act): boolean {
  for (let before = act.at - 1; before >= Math.max(from, act.at - SIGNED); before--)
    if (context.hasAny(before, ['INSTR', 'WILL', 'PAPER'])) return false
  return true
}

/** How far before "được ký" the name of the paper begins, in tokens. */
const SIGNED = 30

/** "14 dự án đã được ký kết": what is signed stands before the verb. */
export const isPassive = (context: ReadContext, { at }: Act): boolean => context.endsAt(at, 'PASSIVE')

/** "các dự án mà hai bên đang triển khai": a clause that only describes a noun. */
function isRelative(context: ReadContext, sentence: TokenRange, { at }: Act): boolean {
  for (let before = at - 1; before >= Math.max(sentence.from, at - 8); before--) {
    if (context.has(before, 'RELATIVE')) return true
    if (context.isMark(before, ',;:')) return false
  }
  return false
}

/** "để cư dân hai bên được trao đổi hàng hóa": what somebody is to be able to do is no act of theirs. */
function isForPurpose(context: ReadContext, { from }: TokenRange, { subject }: Act): boolean {
  if (!subject) return false
  for (let at = subject.start - 1; at >= Math.max(from, subject.start - PURPOSE); at--) {
    if (context.has(at, 'PURPOSE')) return true
    if (context.isMark(at, ',;:.')) return false
  }
  return false
}

/** How far before its subject "để" stands. */
const PURPOSE = 4

/** "Lễ ra mắt Trung tâm …": what was opened, finished or begun, unless it is only announced. */
function isOpening(context: ReadContext, sentence: TokenRange, act: Act): boolean {
  for (let at = sentence.from; at < act.at; at++) if (context.has(at, 'WILL')) return false
  return context.value(act.at, 'MEET') === 'ceremony' && context.hasAny(act.at + 1, ['DONE', 'STARTED'])
}

/** "ký kết thỏa thuận", and not "sớm ký kết", "thúc đẩy ký", "việc ký". */
function signsPaper(context: ReadContext, { at, end }: Act): boolean {
  return (
    context.has(end, 'INSTR') &&
    firstEdgeTo(context, at, ['ACT', 'HASTE', 'THAT', 'WILL', 'NEED', 'SAY', 'PURPOSE']) === NONE
  )
}

/** Verbs of saying are nouns after "các", "sự" and before "của": "các đề xuất", "sự nhất trí", "đề xuất của Hải Phòng". */
function isVerb(context: ReadContext, sentence: TokenRange, act: Act): boolean {
  if (opensList(context, act.end, sentence.to)) return true
  if (act.at > sentence.from && act.subject === null && isNoun(context, act.at)) return false
  if (context.hasAny(act.end, ['OF', 'DEICTIC', 'PASSIVE'])) return false
  // "thảo luận", "chia sẻ" and their kin report only where somebody is named who does it.
  const tells = context.value(act.at, 'SAY') === 'tell' || context.hasAny(act.at, ['ACT', 'INSTR'])
  if (act.stage === null && act.subject === null && tells) return false
  return act.subject !== null || startsClause(context, sentence, act.at) || isNamed(context, sentence, act)
}

/** "các đề xuất", "việc mời chuyên gia". */
const isNoun = (context: ReadContext, at: number): boolean =>
  context.endsAt(at, 'NOUNMARK') || (context.endsAt(at, 'THAT') && context.has(at, 'INVITE'))

/** "… Medvedev hôm qua đề nghị": somebody is named before the verb whose name is not known to be a person's. */
function isNamed(context: ReadContext, { from }: TokenRange, { at, stage }: Act): boolean {
  let before = at
  for (
    let edge = firstEdgeTo(context, before, NAMED_GAP);
    edge !== NONE;
    edge = firstEdgeTo(context, before, NAMED_GAP)
  )
    before = context.lattice.start[edge]
  const name = before - 1
  return stage !== null && name > from && (context.tokens.shape[name] & CAPITAL) !== 0
}

const NAMED_GAP: readonly ClassName[] = ['DID', 'ADVERB', 'RELDAY', 'DATE']

/** How far before "cần" the verb stands that reports it. */
const REPORTED = 16

/** "cho rằng các nước tham gia cần tăng cường …": what somebody says that others should do. */
function isSaidNeed(context: ReadContext, { from }: TokenRange, { at, end }: Act): boolean {
  if (!context.has(afterAdverbs(context, end), 'ACT')) return false
  for (let before = at - 1; before >= Math.max(from, at - REPORTED); before--) {
    if (context.isMark(before, ',;:')) return false
    if (context.has(before, 'SAY')) return context.value(before, 'SAY') !== 'tell'
  }
  return false
}

/** "… nhất trí như:", "… gồm:": a colon within a few tokens, with nothing but the opener between. */
export function opensList(context: ReadContext, from: number, to: number): boolean {
  const opener = context.after(from, 'OPENER')
  return opener > from && opener < to && context.isMark(opener, ':')
}

/** Whether nothing, or only a comma, a conjunction or an adverb, stands before the token in its clause. */
export function startsClause(context: ReadContext, sentence: TokenRange, at: number): boolean {
  let before = at
  for (let steps = 0; steps < 4; steps++) {
    if (before <= sentence.from) return true
    if (context.isMark(before - 1, ',;:("…') || context.has(before - 1, 'AND')) return true
    if (opensClause(context, before)) return true
    const edge = firstEdgeTo(context, before, ['DID', 'ADVERB'])
    if (edge === NONE) return false
    before = context.lattice.start[edge]
  }
  return false
}

/** Values of verbs that report what somebody said. */
const REPORTS: ReadonlySet<string> = new Set(['said', 'declared'])

/** "đồng thời", "rằng", and verbs that report: a clause begins behind them. */
function opensClause(context: ReadContext, at: number): boolean {
  if (firstEdgeTo(context, at, ['ALSO', 'THAT']) !== NONE) return true
  const say = context.edgeTo(at, 'SAY')
  return say !== NONE && REPORTS.has(context.valueOf(say))
}

/** "Theo biên bản, phía bạn mở …": what a paper says that sides do is agreed by both. */
function underPaper({ context, sides }: Scene, sentence: TokenRange, act: Act): Act {
  if (
    !UNDER_PAPER.has(act.kind) ||
    (act.stage === 'done' && act.kind !== 'bare') ||
    !act.subject ||
    !isUnderPaper(context, sentence)
  )
    return act
  return { ...act, stage: 'agreed', subject: { ...act.subject, kind: 'paper', sides: sides.joint } }
}

const UNDER_PAPER: ReadonlySet<ActKind> = new Set(['bare', 'will'])

function isUnderPaper(context: ReadContext, { from }: TokenRange): boolean {
  const paper = context.after(from, 'ACCORDING')
  return paper > from && context.hasAny(paper, ['INSTR', 'PAPER'])
}

/** "đã phê duyệt" is approved, "đã khánh thành" done; the verb itself begins what was done. */
function finished(context: ReadContext, act: Act): Act {
  if (act.kind === 'order' && act.subject?.kind === 'paper') return { ...act, stage: 'agreed' }
  if (context.value(act.at, 'SAY') === 'support' && supportsDeed(context, act.end)) return { ...act, stage: 'pledged' }
  if (context.value(act.at, 'SAY') === 'declared' && isDeed(context, afterAdverbs(context, act.end)))
    return { ...act, stage: 'pledged' }
  if (act.kind === 'say' && act.stage === 'agreed' && context.endsAt(act.at, 'DOING'))
    return { ...act, kind: 'doing', stage: 'underway', end: act.at }
  if (act.kind === 'bare') return deed(context, act)
  if (act.kind === 'done' && context.has(act.at, 'MEET'))
    return context.has(act.end, 'STARTED') ? { ...act, stage: 'underway' } : act
  if (act.kind !== 'done') return act
  const verb = afterAdverbs(context, act.end)
  if (context.value(verb, 'DEED') === 'approved')
    return deed(context, { ...act, at: verb, end: verb, kind: 'approved', stage: 'approved' })
  if (context.has(verb, 'APPROVED')) return { ...act, end: verb, kind: 'approved', stage: 'approved' }
  if (context.has(verb, 'STARTED') && !context.has(verb, 'DONE')) return { ...act, end: verb, stage: 'underway' }
  return { ...act, end: verb }
}

/** "tiếp tục cấp học bổng" goes on; what both sides decide is agreed. */
function deed(context: ReadContext, act: Act): Act {
  if (act.stage === 'approved' && act.subject?.kind === 'joint')
    return { ...act, stage: 'agreed', end: context.after(act.at, 'DEED') }
  const edge = act.stage === 'done' ? context.edgeTo(act.at, 'ACT') : NONE
  if (edge === NONE || context.valueOf(edge) !== 'continue') return act
  const at = context.lattice.start[edge]
  return { ...act, stage: 'underway', at, end: at }
}

/** "ủng hộ Việt Nam đảm nhiệm …", "ủng hộ thúc đẩy …": who supports a deed promises to. */
function supportsDeed(context: ReadContext, from: number): boolean {
  const at =
    context.has(from, 'LOC') || context.has(from, 'BODY')
      ? Math.max(context.after(from, 'LOC'), context.after(from, 'BODY'))
      : context.after(from, 'THAT')
  return isDeed(context, afterAdverbs(context, at), ['', 'continue', 'noun', 'weak'])
}
