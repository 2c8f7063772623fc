import { NONE } from '../../grammar/none.ts'
import { captureOf } from '../../grammar/node.ts'
import type { ClassName } from '../../lang/classes.ts'
import type { ReadContext } from '../context.ts'
import type { ReadPeople, ReadPerson } from '../frames/people.ts'
import type { ReadPlaces } from '../frames/places.ts'
import type { Paper } from '../papers/paper.ts'
import { CAPITAL, UPPER } from '../../text/tokens.ts'
import { UNKNOWN } from '../../text/syllables.ts'
import { countedSidesTo } from './counted.ts'
import { type Side, type Sides, uniqueSides } from '../sides.ts'

/** Who says or does something: a person, both sides, a place, a body; or a paper or a meeting, which speaks for both. */
export interface Subject {
  readonly kind: 'person' | 'joint' | 'place' | 'body' | 'paper'
  readonly sides: readonly Side[]
  readonly person: ReadPerson | null
  /** The first token of its words. */
  readonly start: number
}

/** What the search for a subject needs to know of the report. */
export interface Scene {
  readonly context: ReadContext
  readonly places: ReadPlaces
  readonly people: ReadPeople
  readonly sides: Sides
  readonly paper: Paper
}

/** Words that may stand between a subject and its verb. */
const BETWEEN: readonly ClassName[] = ['DID', 'DOING', 'WILL', 'ADVERB', 'PASSIVE', 'RELDAY', 'DATE']
/** How many of them. */
const GAP = 6

/**
 * The subject whose words end just before a verb, "đồng chí Lê Tiến Châu cũng | bày tỏ": looks back over adverbs for the
 * nearest name that ends there. Null where the verb has no subject of its own.
 */
export function subjectBefore(scene: Scene, verb: number, from: number): Subject | null {
  let at = verb
  for (let steps = 0; steps <= GAP && at > from; steps++) {
    const found = subjectEnding(scene, at, from) ?? unknownSubject(scene, at, from)
    if (found) return found
    const before = stepBack(scene.context, at, from)
    if (before === at) break
    at = before
  }
  return apposedPerson(scene, verb, from)
}

/** How far before its verb a person with titles behind the name is looked for, in tokens. */
const APPOSED = 40

/** "ông A, Bí thư Khu ủy, Chủ nhiệm …, | đề nghị": the person whose titles stand between two commas before the verb. */
function apposedPerson(scene: Scene, verb: number, from: number): Subject | null {
  const { context } = scene
  if (!context.isMark(verb - 1, ',')) return null
  for (let at = verb - 2; at >= Math.max(from, verb - APPOSED); at--) {
    if (context.hasAny(at, ['SAY', 'DID', 'WILL', 'ACT', 'JOINT', 'NEED']) && !context.isInsideName(at)) return null
    const person = context.edge(at, 'PERSON')
    if (person === NONE) continue
    const end = context.lattice.end[person]
    const titled = context.isMark(end, ',-') && context.hasAny(end + 1, ['TITLE', 'OFFICE'])
    return titled || end === verb - 1 ? personSubject(scene, at) : null
  }
  return null
}

/** Steps back over one adverb or bracket; the token itself where none stands there. */
function stepBack(context: ReadContext, at: number, from: number): number {
  for (const name of BETWEEN) {
    const edge = context.edgeTo(at, name)
    if (edge !== NONE && context.lattice.start[edge] >= from) return context.lattice.start[edge]
  }
  return context.isMark(at - 1, ')') ? openingBracket(context, at - 1, from) : at
}

function openingBracket(context: ReadContext, close: number, from: number): number {
  for (let at = close; at >= Math.max(from, close - 12); at--) if (context.isMark(at, '(')) return at
  return close + 1
}

/** Makes the subject of an edge that ends where a subject is looked for. */
type Maker = (scene: Scene, start: number, end: number, from: number) => Subject | null

const MAKERS: readonly (readonly [ClassName, Maker])[] = [
  ['PERSON', personSubject],
  ['JOINT', jointSubject],
  ['OFFICE', officeSubject],
  ['BODY', namedSubject],
  ['LOC', namedSubject],
  ['PAIR', pairSubject],
  ['HONOR', pronounSubject],
  ['PRONOUN', pronounSubject],
  ['SIDEKIND', countedSubject],
  ['KIND', localitySubject],
  ['INSTR', paperSubject],
  ['MEET', paperSubject],
  ['MECHANISM', mechanismSubject],
]

function subjectEnding(scene: Scene, end: number, from: number): Subject | null {
  for (const [name, make] of MAKERS) {
    const edge = scene.context.edgeTo(end, name)
    const start = edge === NONE ? NONE : scene.context.lattice.start[edge]
    if (start >= from) {
      const subject = make(scene, start, end, from)
      if (subject) return subject
    }
  }
  return null
}

/** The person or body that begins at a token, as a subject. */
export function subjectAt(scene: Scene, start: number): Subject | null {
  const { context } = scene
  const person = context.edge(start, 'PERSON')
  if (person !== NONE) return personSubject(scene, start)
  const body = context.edge(start, 'BODY')
  if (body === NONE) return null
  return { kind: 'body', sides: [bodySide(scene, start, context.lattice.end[body])], person: null, start }
}

const personSide = (scene: Scene, person: ReadPerson): Side[] => {
  const side = scene.sides.ofPerson(person)
  return side ? [side] : []
}

function personSubject(scene: Scene, start: number): Subject {
  const person = scene.people.at(start)
  const joined = joinedPerson(scene, start)
  const sides = uniqueSides([joined, person].flatMap(p => (p ? personSide(scene, p) : [])))
  // Of two who speak as one, one side may not be known: they speak for both.
  if (joined) return { kind: 'joint', sides: sides.length > 1 ? sides : scene.sides.joint, person, start }
  return { kind: 'person', sides, person, start }
}

/** "Thủ tướng A và Thủ tướng B nhất trí": the person before the "và". */
function joinedPerson(scene: Scene, start: number): ReadPerson | null {
  const edge = scene.context.has(start - 1, 'AND') ? scene.context.edgeTo(start - 1, 'PERSON') : NONE
  return edge === NONE ? null : scene.people.at(scene.context.lattice.start[edge])
}

/** "Phó Thủ tướng gợi mở", "đồng chí Bí thư Thành ủy đề xuất": the person of the report who holds that office. */
function officeSubject(scene: Scene, start: number, end: number): Subject {
  const person = scene.people.holding(scene.context.textOf(start, end))
  return { kind: 'person', sides: person ? personSide(scene, person) : [], person, start }
}

function jointSubject({ context, sides }: Scene, start: number, _end: number, from: number): Subject | null {
  // "hai nước" is a subject only at the head of a clause: in "quan hệ hai nước" it is none.
  if (
    context.value(start, 'JOINT') === 'weak' &&
    !beginsClause(context, start, from) &&
    !context.endsAny(start, OWNERS)
  )
    return null
  return {
    kind: 'joint',
    sides: context.value(start, 'JOINT') === 'many' ? sides.many : sides.joint,
    person: null,
    start,
  }
}

/** "Bộ Quốc phòng hai nước": whose both countries have one. */
const OWNERS: readonly ClassName[] = ['BODY', 'OFFICE', 'TITLE', 'ORG', 'DEPARTMENT', 'LOCALBODY']

/** "VinFa và DKSH sẽ …": names at the head of a clause that no rule knows, a person's or else a body's. */
function unknownSubject(scene: Scene, end: number, from: number): Subject | null {
  const { context, people } = scene
  const sides: Side[] = []
  let start = end
  for (let to = end; to > from; to = start - 1) {
    const first = nameStart(context, to, from)
    if (first === to) break
    start = first
    const name = context.textOf(first, to)
    const person = people.all.find(p => p.name.endsWith(name))
    if (person) return sides.length > 0 ? null : { kind: 'person', sides: personSide(scene, person), person, start }
    sides.unshift({ name, country: null })
    if (!context.has(start - 1, 'AND')) break
  }
  if (sides.length === 0 || !beginsClause(context, start, from)) return null
  return { kind: sides.length > 1 ? 'joint' : 'body', sides: uniqueSides(sides), person: null, start }
}

/** Longest name that no rule knows, in tokens. */
const NAME = 4

/** Where words with capitals begin that end before a token, one of which is no Vietnamese word. */
function nameStart({ tokens }: ReadContext, end: number, from: number): number {
  let start = end
  let foreign = false
  while (start > from && end - start < NAME && (tokens.shape[start - 1] & CAPITAL) !== 0) {
    start--
    if (tokens.sid[start] === UNKNOWN || (tokens.shape[start] & UPPER) !== 0) foreign = true
  }
  return foreign ? start : end
}

/** "Việt - Trung nhất trí": both sides of the pair. */
function pairSubject(scene: Scene, start: number, _end: number, from: number): Subject | null {
  return beginsClause(scene.context, start, from)
    ? { kind: 'joint', sides: scene.sides.joint, person: null, start }
    : null
}

/** A place or a body, with those that are joined to it: "tỉnh Cao Bằng và Khu tự trị dân tộc Choang Quảng Tây". */
function namedSubject(scene: Scene, start: number, end: number, from: number): Subject | null {
  const { context } = scene
  const isBody = context.edgeTo(end, 'BODY') !== NONE
  const own = isBody ? bodySide(scene, start, end) : placeSide(scene, start, end)
  if (!own) return null
  const joined = joinedBefore(scene, start, false)
  const alone = !joined || joined.start < from || !context.endsAt(start, 'AND')
  let sides = alone && beginsClause(context, start, from) ? [own] : []
  const chain = [own]
  let first = start
  for (let before = joined; before && before.start >= from;) {
    chain.unshift(before.side)
    const among = context.value(before.start - 1, 'PARTIES') === 'among'
    if (among || context.endsAt(before.start, 'OF') || beginsClause(context, before.start, from))
      [sides, first] = [[...chain], before.start]
    before = joinedBefore(scene, before.start, true)
  }
  const unique = uniqueSides(sides)
  if (unique.length === 0) return null
  return { kind: unique.length > 1 ? 'joint' : isBody ? 'body' : 'place', sides: unique, person: null, start: first }
}

/** The name before "và", "cùng", or in a longer list before a comma. */
function joinedBefore(scene: Scene, first: number, listed: boolean): { start: number; side: Side } | null {
  const { context } = scene
  const joiner = firstEdgeTo(context, first, ['AND', 'TOGETHER'])
  if (joiner === NONE && !(listed && context.isMark(first - 1, ','))) return null
  const end = joiner === NONE ? first - 1 : context.lattice.start[joiner]
  for (const [name, sideOf] of JOINED) {
    const edge = context.edgeTo(end, name)
    const side = edge === NONE ? null : sideOf(scene, context.lattice.start[edge], end)
    if (side) return { start: context.lattice.start[edge], side }
  }
  const unknown = nameStart(context, end, Math.max(0, end - NAME))
  return unknown < end ? { start: unknown, side: { name: context.textOf(unknown, end), country: null } } : null
}

const JOINED: readonly (readonly [ClassName, (scene: Scene, start: number, end: number) => Side | null])[] = [
  ['BODY', bodySide],
  ['LOC', placeSide],
  ['KIND', ({ sides }) => sides.home],
]

/** The first edge of the classes that ends at a token; NONE without one. */
export function firstEdgeTo(context: ReadContext, end: number, names: readonly ClassName[]): number {
  for (const name of names) {
    const edge = context.edgeTo(end, name)
    if (edge !== NONE) return edge
  }
  return NONE
}

function bodySide({ context, places, sides }: Scene, start: number, end: number): Side {
  const node = context.lattice.node(context.edgeTo(end, 'BODY'))
  const place = node ? captureOf(node, 'place') : undefined
  const known = place ? places.at(place) : null
  // "Sở Công Thương" with no place behind it is of the report's own locality.
  if (!known && sides.home && context.has(start, 'DEPARTMENT')) return sides.home
  return known ? sides.ofPlace(known) : { name: context.textOf(start, end), country: null }
}

function placeSide({ places, sides }: Scene, start: number, end: number): Side | null {
  const place = places.between(start, end)
  return place ? sides.ofPlace(place) : null
}

/** "bốn tỉnh nhất trí": all who meet. */
function countedSubject({ context, sides }: Scene, _start: number, end: number, from: number): Subject | null {
  const start = countedSidesTo(context, end, from)
  return start === NONE ? null : { kind: 'joint', sides: sides.many, person: null, start }
}

/** "Biên bản giao Cao Bằng …", "Hội nghị nhất trí …": a paper speaks for both sides, a meeting for all who meet. */
function paperSubject({ context, sides }: Scene, start: number, _end: number, from: number): Subject | null {
  if (!beginsClause(context, start, from)) return null
  return {
    kind: 'paper',
    sides: context.value(start, 'MEET') === 'conference' ? sides.many : sides.joint,
    person: null,
    start,
  }
}

/** "Ủy ban liên hợp đã …": both sides, whose committee it is. */
function mechanismSubject({ context, sides }: Scene, start: number, end: number, from: number): Subject | null {
  const kind = context.lattice.node(context.edgeTo(end, 'MECHANISM'))?.rule.constants.kind
  return kind === 'committee' && beginsClause(context, start, from)
    ? { kind: 'joint', sides: sides.joint, person: null, start }
    : null
}

/** Whether a name stands at the head of its clause, so that it can be the subject and no part of a longer phrase. */
function beginsClause(context: ReadContext, start: number, from: number): boolean {
  if (start <= from || context.isMark(start - 1, ',;:"')) return true
  return HEADS.some(name => context.endsAt(start, name))
}

const HEADS: readonly ClassName[] = [
  'SAY',
  'THAT',
  'ALSO',
  'SIDEWORD',
  'AND',
  'OFFICE',
  'NEED',
  'SUBORD',
  'RELMONTH',
  'RELYEAR',
  'DATE',
]

/** "Ông", "đồng chí" alone: whoever spoke last; "phía bạn": the other side. */
function pronounSubject({ context, sides }: Scene, start: number): Subject {
  if (context.value(start, 'PRONOUN') !== 'counterpart') return { kind: 'person', sides: [], person: null, start }
  return { kind: 'place', sides: counterpart(sides), person: null, start }
}

const counterpart = ({ joint, home }: Sides): readonly Side[] => joint.filter(side => side.name !== home?.name)

/** "Tỉnh mong muốn", "đoàn công tác của tỉnh đề nghị": the report's own locality; in "cán bộ cấp xã" it is none. */
function localitySubject({ context, sides }: Scene, start: number, _end: number, from: number): Subject | null {
  const own = beginsClause(context, start, from) || context.endsAny(start, ['OF', 'LOCALBODY'])
  return sides.home && own ? { kind: 'place', sides: [sides.home], person: null, start } : null
}
