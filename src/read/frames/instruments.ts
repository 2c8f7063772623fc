import { captureOf, type Node } from '../../grammar/node.ts'
import type { ClassName } from '../../lang/classes.ts'
import { INSTRUMENT_KINDS, type InstrumentKind, type InstrumentStatus, oneOf } from '../../model/kinds.ts'
import type { Draft } from '../../model/claim.ts'
import { skeleton, squeeze } from '../../text/fold.ts'
import type { TokenRange } from '../../text/segment.ts'
import { CAPITAL, LINE_START, PUNCT, UPPER } from '../../text/tokens.ts'
import type { ReadContext } from '../context.ts'
import type { Scene } from '../statements/subject.ts'

/** A paper between sides. `range` is its title with the word of kind. */
interface ReadInstrument extends TokenRange {
  readonly node: Node
  readonly kind: InstrumentKind
  readonly title: string
  readonly status: InstrumentStatus
  /** A name in brackets behind the title: EVFTA. */
  readonly alias: string | null
  readonly parties: readonly string[]
}

/** Longest title, in tokens. */
const LONGEST_TITLE = 40
/** With how many of the papers before one is compared: it bounds the time that a list of thousands takes. */
const MOST_COMPARED = 48
/** How far before a paper its verb may stand, in tokens. */
const REACH = 14

/** The papers of a report, each once, in its fullest title and with the furthest status that is told of it. */
export function readInstruments(scene: Scene): ReadInstrument[] {
  const named = scene.context.nodes('PAPER').map(node => instrumentOf(scene, node))
  const counted = scene.context.nodes('QUANTITY').map(node => countedPapers(scene, node))
  const found = outermost([...named, ...counted].filter(paper => paper !== null))
  const kept: ReadInstrument[] = []
  for (const paper of found) {
    const same = kept.findLastIndex((other, i) => i >= kept.length - MOST_COMPARED && isSame(other, paper))
    if (same < 0) kept.push(paper)
    else kept[same] = fuller(kept[same], paper)
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
  }
}

/** "14 dự án giữa các nước A, B và C đã được ký kết": the passive at the end of the sentence. */
function signedLater(context: ReadContext, from: number): Governor | null {
  const sentence = context.sentences[context.sentenceAt(from)]
  for (let at = from; at < sentence.to && !context.isMark(at, ';'); at++)
    if (context.has(at, 'SIGN') && context.endsAt(at, 'PASSIVE')) return 'signed'
  return null
}

const COUNTED: Readonly<Record<string, InstrumentKind>> = { projects: 'contract', document: 'other' }

function isSame(a: ReadInstrument, b: ReadInstrument): boolean {
  if (a.alias && (a.alias === b.alias || skeleton(b.title) === a.alias)) return true
  if (b.alias && skeleton(a.title) === b.alias) return true
  if (a.kind !== b.kind) return false
  const [x, y] = [skeleton(a.title), skeleton(b.title)]
  if (a.status === b.status && (isGeneric(a) || isGeneric(b))) return true
  return x.startsWith(y) || y.startsWith(x) || (a.kind === 'minutes' && a.status === b.status)
}

/** "ghi nhớ hợp tác": a kind with nothing that tells which. */
const isGeneric = ({ node, to, title }: ReadInstrument): boolean => to - node.end < 2 && title === title.toLowerCase()

const RANK: Readonly<Record<InstrumentStatus, number>> = { signed: 3, issued: 2, 'to-sign': 1, 'in-force': 0 }

function fuller(a: ReadInstrument, b: ReadInstrument): ReadInstrument {
  const status = RANK[a.status] >= RANK[b.status] ? a.status : b.status
  const longer = b.to - b.from > a.to - a.from ? b : a
  return { ...longer, status, alias: a.alias ?? b.alias, parties: a.parties.length > 0 ? a.parties : b.parties }
}

function instrumentOf(scene: Scene, node: Node): ReadInstrument | null {
  const { context } = scene
  const head = captureOf(node, 'head')
  const kind = head ? oneOf(INSTRUMENT_KINDS, context.valueOf(head.edge)) : null
  if (!head || !kind || !context.isReport(node.start) || isVerb(context, node)) return null
  const quoted = isQuote(context, node.start - 1)
  const acronym = (context.tokens.shape[node.end - 1] & UPPER) !== 0
  const to = quoted ? closingQuote(context, node.end) : acronym ? node.end : titleEnd(context, node.end)
  if (context.has(to, 'DEICTIC') || context.has(to - 1, 'DEICTIC')) return null
  const governor = isLoose(kind) ? strictly(governorOf(context, node.start, to)) : governorOf(context, node.start, to)
  if (!isNamed(context, node, to, quoted) && governor === null) return null
  return {
    node,
    kind,
    from: node.start,
    to,
    title: squeeze(context.textOf(node.start, to)),
    status: statusOf(context, kind, node, governor),
    alias: aliasBehind(context, to),
    parties: partiesOf(scene, node.start, to),
  }
}

/** Kinds whose words are often no papers: an initiative or a plan that is only spoken of. */
const isLoose = (kind: InstrumentKind): boolean =>
  kind === 'initiative' || kind === 'plan' || kind === 'programme' || kind === 'other'

const strictly = (governor: Governor | null): Governor | null => (governor === 'to-sign' ? null : governor)

const isQuote = (context: ReadContext, at: number): boolean => at >= 0 && context.isMark(at, '"\'')

/** "đã thỏa thuận", "hai bên thỏa thuận": the verb. */
const isVerb = (context: ReadContext, node: Node): boolean =>
  context.endsAt(node.start, 'DID') || context.endsAt(node.start, 'JOINT') || context.endsAt(node.start, 'WILL')

function closingQuote(context: ReadContext, from: number): number {
  let at = from
  while (at < Math.min(context.tokens.count, from + LONGEST_TITLE) && !isQuote(context, at) && !context.isMark(at, ';'))
    at++
  return at
}

/** Words that end a title which runs on without quotes. */
const ENDS: readonly ClassName[] = [
  'DID',
  'WILL',
  'DOING',
  'SAY',
  'NEED',
  'SIGN',
  'PASSIVE',
  'RELATIVE',
  'SUBORD',
  'PERSON',
  'WITHIN',
  'PURPOSE',
  'COPULA',
]

function titleEnd(context: ReadContext, from: number): number {
  let at = from
  while (at < Math.min(context.tokens.count, from + LONGEST_TITLE) && !endsTitle(context, at)) at++
  while (at > from && (context.tokens.shape[at - 1] & PUNCT) !== 0) at--
  return at
}

function endsTitle(context: ReadContext, at: number): boolean {
  if (context.tokens.shape[at] & LINE_START) return true
  if ((context.tokens.shape[at] & PUNCT) !== 0 && !context.isMark(at, '-/&')) return true
  return context.hasAny(at, ENDS) && !context.hasAny(at, ['MEET'])
}

/** Whether the words name one paper: in quotes, with a capital, or with what it is about behind its kind. */
function isNamed(context: ReadContext, node: Node, to: number, quoted: boolean): boolean {
  if (quoted) return true
  const tail = to - node.end
  if (context.endsAt(node.start, 'NOUNMARK') && !isCapital(context, node.start))
    return tail >= 3 && context.hasAny(node.end, ['OPENER', 'FIELD', 'OF'])
  if (context.tokens.shape[node.start] & UPPER) return true
  return isCapital(context, node.start)
    ? tail >= 1 || node.end - node.start > 2
    : tail >= 4 && context.hasAny(node.end, ['OPENER', 'LOC', 'ACT'])
}

const isCapital = (context: ReadContext, at: number): boolean => (context.tokens.shape[at] & CAPITAL) !== 0

type Governor = 'signed' | 'to-sign' | 'issued'

/** What the verb before a paper, or the passive behind it, makes of it; null where none speaks of it. */
function governorOf(context: ReadContext, from: number, to: number): Governor | null {
  const ahead = context.after(to, 'WILL')
  const behind = Math.max(context.after(to, 'DID'), ahead)
  if (context.has(behind, 'SIGN') && ahead > to) return 'to-sign'
  if (context.has(behind, 'PASSIVE') && context.has(context.after(behind, 'PASSIVE'), 'SIGN'))
    return ahead > to ? 'to-sign' : 'signed'
  if (context.has(behind, 'SIGN') && context.endsAt(behind, 'PASSIVE')) return 'signed'
  for (let at = from - 1; at >= Math.max(0, from - REACH) && !context.isMark(at, '.;:'); at--) {
    if (context.has(at, 'SIGN') && context.after(at, 'SIGN') <= from) return isAhead(context, at) ? 'to-sign' : 'signed'
    if (context.has(at, 'ISSUE') && context.after(at, 'ISSUE') === from) return 'issued'
    if (context.hasAny(at, ['HASTE', 'NEGOTIATE'])) return 'to-sign'
  }
  return null
}

/** "sẽ ký", "sớm ký kết", "việc ký", "đàm phán, ký": not yet. */
const AHEAD: readonly ClassName[] = ['WILL', 'HASTE', 'THAT', 'NEED', 'NEGOTIATE', 'ACT', 'SAY', 'PURPOSE']

function isAhead(context: ReadContext, sign: number): boolean {
  for (let at = sign; at >= Math.max(0, sign - 4); at--) {
    const verb = AHEAD.some(name => context.endsAt(at, name))
    if (verb) return true
    if (context.endsAt(at, 'DID')) return false
  }
  return false
}

function statusOf(context: ReadContext, kind: InstrumentKind, node: Node, governor: Governor | null): InstrumentStatus {
  if (governor === 'issued' || (governor === null && (kind === 'statement' || kind === 'initiative'))) return 'issued'
  if (governor === 'signed' && isPast(context, node)) return 'in-force'
  return governor ?? 'in-force'
}

/** Signed in a year that the same sentence names: an older paper. */
function isPast(context: ReadContext, node: Node): boolean {
  const sentence = context.sentences[context.sentenceAt(node.start)]
  return context
    .nodesBetween('DATE', node.start, sentence.to)
    .some(d => d.rule.constants['kind'] === 'year' && captureOf(d, 'year'))
}

function aliasBehind(context: ReadContext, at: number): string | null {
  if (!context.isMark(at, '(') || (context.tokens.shape[at + 1] & UPPER) === 0) return null
  return skeleton(context.textOf(at + 1, at + 2))
}

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

export const instrumentDrafts = (scene: Scene): Draft[] =>
  readInstruments(scene).map(({ node, from, to, kind, title, parties, status }) => ({
    type: 'instrument',
    span: scene.context.spanOf(from, to),
    rule: node.rule.name,
    kind,
    title,
    parties,
    status,
  }))
