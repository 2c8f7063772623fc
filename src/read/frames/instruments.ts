import { NONE } from '../../grammar/none.ts'
import { captureOf, type Node } from '../../grammar/node.ts'
import { INSTRUMENT_KINDS, type InstrumentKind, type InstrumentStatus, oneOf } from '../../model/kinds.ts'
import type { Draft } from '../../model/claim.ts'
import { skeleton, squeeze } from '../../text/fold.ts'
import { CAPITAL } from '../../text/tokens.ts'
import type { TokenRange } from '../../text/segment.ts'
import type { ReadContext } from '../context.ts'
import type { Scene } from '../statements/subject.ts'
import { datesIn, type ReadDate } from '../dates/dates.ts'
import { ordinalAt } from './ordinals.ts'
import { type Governor, governorOf, signedLater, statusOf } from './paper-status.ts'
import { aliasBehind, isDeictic, isNamed, titleEnd, titleEndOf } from './paper-titles.ts'

/** A paper between sides. `range` is its title with the word of kind. */
interface ReadInstrument extends TokenRange {
  readonly node: Node
  readonly kind: InstrumentKind
  readonly title: string
  readonly status: InstrumentStatus
  /** A name in brackets behind the title: EVFTA. */
  readonly alias: string | null
  readonly parties: readonly string[]
  /** The day or the number that tells it from others of its kind: "biên bản ngày 5/6", "biên bản lần thứ 14". */
  readonly which: string | null
}

/** With how many of the papers before one is compared: it bounds the time that a list of thousands takes. */
const MOST_COMPARED = 48
/** The papers of a report, each once, in its fullest title and with the furthest status that is told of it. */
function readInstruments(scene: Scene, dates: readonly ReadDate[]): ReadInstrument[] {
  const named = scene.context.nodes('PAPER').map(node => instrumentOf(scene, node, dates))
  const counted = scene.context.nodes('QUANTITY').map(node => countedPapers(scene, node))
  const found = outermost([...named, ...counted].filter(paper => paper !== null))
  const kept: ReadInstrument[] = []
  for (const paper of found) {
    const same = kept.findLastIndex((other, i) => i >= kept.length - MOST_COMPARED && isSame(other, paper))
    if (same < 0) kept.push(paper)
    else kept[same] = fuller(scene.context, kept[same], paper)
  }
  return kept
}

/** Leaves out a paper that stands inside the title of another one. */
function outermost(papers: readonly ReadInstrument[]): ReadInstrument[] {
  let from = -1
  let reach = 0
  let reachBefore = 0
  return papers
    .toSorted((a, b) => a.from - b.from)
    .filter(paper => {
      if (paper.from > from) reachBefore = reach
      from = paper.from
      reach = Math.max(reach, paper.to)
      return paper.from >= reachBefore
    })
}

/** "14 dự án … đã được ký kết", "hơn 20 văn bản sẽ được ký": papers that are only counted. */
function countedPapers(scene: Scene, node: Node): ReadInstrument | null {
  const { context } = scene
  const unit = captureOf(node, 'unit')
  const kind = unit ? COUNTED[context.valueOf(unit.edge)] : undefined
  if (!kind || !context.isReport(node.start)) return null
  const to = titleEnd(context, node.end)
  const governor = governorOf(context, node.start, to) ?? signedLater(context, to)
  if (governor !== 'signed' && governor !== 'to-sign') return null
  const title = context.textOf(node.start, to)
  return {
    node,
    kind,
    from: node.start,
    to,
    title,
    status: governor,
    alias: null,
    parties: partiesOf(scene, node.start, to),
    which: null,
  }
}

const COUNTED: Readonly<Record<string, InstrumentKind>> = { projects: 'contract', document: 'other' }

function isSame(a: ReadInstrument, b: ReadInstrument): boolean {
  if (a.alias && (a.alias === b.alias || skeleton(b.title) === a.alias)) return true
  if (b.alias && skeleton(a.title) === b.alias) return true
  if (a.kind !== b.kind) return false
  if (a.which && b.which) return a.which.startsWith(b.which) || b.which.startsWith(a.which)
  if (isOlder(a, b) || isOlder(b, a)) return false
  const [x, y] = [skeleton(a.title), skeleton(b.title)]
  if (a.status === b.status && (isGeneric(a) || isGeneric(b))) return true
  return x.startsWith(y) || y.startsWith(x) || (a.kind === 'minutes' && a.status === b.status)
}

/** "biên bản ngày 22/3/2019" in force, and "biên bản" that is signed in the report. */
const isOlder = (a: ReadInstrument, b: ReadInstrument): boolean =>
  a.which !== null && a.status === 'in-force' && b.status === 'signed'

/** "ghi nhớ hợp tác": a kind with nothing that tells which. */
const isGeneric = ({ node, to, title }: ReadInstrument): boolean => to - node.end < 2 && title === title.toLowerCase()

const RANK: Readonly<Record<InstrumentStatus, number>> = { signed: 3, issued: 2, 'to-sign': 1, 'in-force': 0 }

/** The fuller mention, with the furthest status; a mention in the body goes before one in the title. */
function fuller(context: ReadContext, a: ReadInstrument, b: ReadInstrument): ReadInstrument {
  const status = RANK[a.status] >= RANK[b.status] ? a.status : b.status
  const inTitle = context.zoneAt(a.from) === 'title' && context.zoneAt(b.from) !== 'title'
  const best = inTitle || b.to - b.from > a.to - a.from ? b : a
  const parties = a.parties.length > 0 ? a.parties : b.parties
  return { ...best, status, alias: a.alias ?? b.alias, which: a.which ?? b.which, parties }
}

function instrumentOf(scene: Scene, node: Node, dates: readonly ReadDate[]): ReadInstrument | null {
  const { context } = scene
  const head = captureOf(node, 'head')
  const kind = head ? oneOf(INSTRUMENT_KINDS, context.valueOf(head.edge)) : null
  if (!head || !kind || !context.isReport(node.start) || isVerb(context, node) || isItself(scene, node)) return null
  const to = titleEndOf(context, node)
  if (isDeictic(context, node, to)) return null
  // "ban hành Kế hoạch như sau:" is the report itself.
  if (scene.paper.title !== null && context.isMark(to, ':')) return null
  const told = governorOf(context, node.start, to) ?? joinedGovernor(context, node)
  const governor = told === 'signed' && isTaskToSign(scene, node) ? 'to-sign' : told
  if (!isNamed(context, node, kind, to) && (isLoose(kind) ? strictly(governor) : governor) === null) return null
  return {
    node,
    kind,
    from: node.start,
    to,
    title: squeeze(context.textOf(node.start, to)),
    status: statusOf(context, { kind, node, to }, governor),
    alias: aliasBehind(context, to),
    parties: partiesOf(scene, node.start, to),
    which: whichOf(context, node, { to, signed: governor === 'signed' }, dates),
  }
}

/** "1. Ký thỏa thuận …": in a plan a task, and no deed. */
function isTaskToSign({ context, paper }: Scene, { start }: Node): boolean {
  const verb = context.edgeTo(start, 'SIGN')
  const at = verb === NONE ? NONE : context.lattice.start[verb]
  return paper.kind === 'plan' && at !== NONE && (context.tokens.shape[at] & CAPITAL) !== 0
}

/** The report's own title, where it is an instrument: that is told with its signatures. */
const isItself = ({ context, paper }: Scene, { start, end }: Node): boolean =>
  paper.articles !== null &&
  paper.title !== null &&
  start >= context.lines[paper.title].from &&
  end <= context.lines[paper.title].to

/** "đã ký Hiệp định A, Hiệp định B và Thỏa thuận C": what the verb makes of the paper before the comma or the "và". */
function joinedGovernor(context: ReadContext, node: Node): Governor | null {
  const { from } = context.sentences[context.sentenceAt(node.start)]
  const papers = context.nodesBetween('PAPER', from, node.start)
  let governor: Governor | null = null
  let next = node
  for (const paper of papers.toReversed()) {
    const joined = context.isMark(next.start - 1, ',') || context.has(next.start - 1, 'AND')
    if (!joined || next.start - paper.end > JOINED_WITHIN) return null
    governor = governorOf(context, paper.start, titleEndOf(context, paper))
    if (governor) return governor
    next = paper
  }
  return governor
}

/** How many tokens a paper of a list may have. */
const JOINED_WITHIN = 30

/** Kinds whose words are often no papers: an initiative or a plan that is only spoken of. */
const isLoose = (kind: InstrumentKind): boolean =>
  kind === 'initiative' || kind === 'plan' || kind === 'programme' || kind === 'other'

const strictly = (governor: Governor | null): Governor | null => (governor === 'to-sign' ? null : governor)

/** "đã thỏa thuận", "hai bên thỏa thuận", "đạt được thỏa thuận tăng cường …": the verb. */
function isVerb(context: ReadContext, { start, end }: Node): boolean {
  if (context.endsAny(start, ['DID', 'JOINT', 'WILL'])) return true
  const said = context.edgeTo(end, 'SAY')
  return said !== NONE && context.lattice.start[said] < start && context.has(end, 'ACT')
}

/** The day in or behind the title, or the number of the session whose minutes they are; else the day of its signing. */
function whichOf(
  context: ReadContext,
  node: Node,
  { to, signed }: { to: number; signed: boolean },
  dates: readonly ReadDate[],
): string | null {
  const own = datesIn(dates, { from: node.end, to: to + LONGEST_DATE }).find(
    d => d.start !== null && d.node.start <= to,
  )
  if (own) return dayOrMonth(own)
  for (let at = node.end; at < to; at++)
    if (context.has(at, 'SESSIONWORD')) return String(ordinalAt(context, context.after(at, 'SESSIONWORD')))
  const sentence = context.sentences[context.sentenceAt(node.start)]
  const before = signed ? datesIn(dates, sentence).findLast(d => d.kind === 'day' && d.node.end <= node.start) : null
  return before ? dayOrMonth(before) : null
}

/** Tokens of the longest date. */
const LONGEST_DATE = 16

const dayOrMonth = ({ kind, start }: ReadDate): string | null =>
  kind === 'year' ? (start?.slice(0, 4) ?? null) : kind === 'month' ? (start?.slice(0, 7) ?? null) : start

/** The places that the title names; where it names none, both sides. */
function partiesOf(scene: Scene, from: number, to: number): string[] {
  const { context } = scene
  const named: string[] = []
  for (let at = from; at < to; at++) {
    const place = context.hasAny(at, ['LOC', 'PLACE'])
      ? scene.places.between(at, Math.max(context.after(at, 'LOC'), at + 1))
      : null
    if (place && !named.includes(place.name)) named.push(place.name)
  }
  return named.length > 1 ? named : scene.sides.joint.map(side => side.name)
}

export const instrumentDrafts = (scene: Scene, dates: readonly ReadDate[]): Draft[] =>
  readInstruments(scene, dates).map(({ node, from, to, kind, title, parties, status }) => ({
    type: 'instrument',
    span: scene.context.spanOf(from, to),
    rule: node.rule.name,
    kind,
    title,
    parties,
    status,
  }))
