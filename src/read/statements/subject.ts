import { NONE } from '../../grammar/none.ts'
import { captureOf } from '../../grammar/node.ts'
import type { ClassName } from '../../lang/classes.ts'
import type { ReadContext } from '../context.ts'
import type { ReadPeople, ReadPerson } from '../frames/people.ts'
import type { ReadPlaces } from '../frames/places.ts'
import { type Side, type Sides, uniqueSides } from '../sides.ts'

/** Who says or does something: a person, both sides, a place, a body. */
export interface Subject {
  readonly kind: 'person' | 'joint' | 'place' | 'body'
  readonly sides: readonly Side[]
  readonly person: ReadPerson | null
}

/** What the search for a subject needs to know of the report. */
export interface Scene {
  readonly context: ReadContext
  readonly places: ReadPlaces
  readonly people: ReadPeople
  readonly sides: Sides
}

/** Words that may stand between a subject and its verb. */
const BETWEEN: readonly ClassName[] = ['DID', 'DOING', 'WILL', 'ADVERB', 'PASSIVE', 'RELDAY']
/** How many of them. */
const GAP = 6

/**
 * The subject whose words end just before a verb, "đồng chí Lê Tiến Châu cũng | bày tỏ": looks back over adverbs for the
 * nearest name that ends there. Null where the verb has no subject of its own.
 */
export function subjectBefore(scene: Scene, verb: number, from: number): Subject | null {
  let at = verb
  for (let steps = 0; steps <= GAP && at > from; steps++) {
    const found = subjectEnding(scene, at, from)
    if (found) return found
    const before = stepBack(scene.context, at, from)
    if (before === at) return null
    at = before
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
  ['BODY', bodySubject],
  ['LOC', placeSubject],
  ['PAIR', pairSubject],
  ['HONOR', pronounSubject],
  ['PRONOUN', pronounSubject],
  ['KIND', localitySubject],
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
  return body === NONE ? null : bodySubject(scene, start, context.lattice.end[body], start)
}

const personSide = (scene: Scene, person: ReadPerson): Side[] => {
  const side = scene.sides.ofPerson(person)
  return side ? [side] : []
}

function personSubject(scene: Scene, start: number): Subject {
  const person = scene.people.at(start)
  const joined = joinedPerson(scene, start)
  const sides = [joined, person].flatMap(p => (p ? personSide(scene, p) : []))
  return { kind: joined ? 'joint' : 'person', sides: uniqueSides(sides), person }
}

/** "Thủ tướng A và Thủ tướng B nhất trí": the person before the "và". */
function joinedPerson(scene: Scene, start: number): ReadPerson | null {
  const edge = scene.context.has(start - 1, 'AND') ? scene.context.edgeTo(start - 1, 'PERSON') : NONE
  return edge === NONE ? null : scene.people.at(scene.context.lattice.start[edge])
}

/** "Phó Thủ tướng gợi mở", "đồng chí Bí thư Thành ủy đề xuất": the person of the report who holds that office. */
function officeSubject(scene: Scene, start: number, end: number): Subject {
  const person = scene.people.holding(scene.context.textOf(start, end))
  return { kind: 'person', sides: person ? personSide(scene, person) : [], person }
}

function jointSubject({ context, sides }: Scene, start: number, _end: number, from: number): Subject | null {
  // "hai nước" is a subject only at the head of a clause: in "quan hệ hai nước" it is none.
  if (context.value(start, 'JOINT') === 'weak' && !beginsClause(context, start, from)) return null
  return { kind: 'joint', sides: sides.joint, person: null }
}

/** "Việt - Trung nhất trí": both sides of the pair. */
function pairSubject(scene: Scene, start: number, _end: number, from: number): Subject | null {
  return beginsClause(scene.context, start, from) ? { kind: 'joint', sides: scene.sides.joint, person: null } : null
}

function bodySubject(scene: Scene, start: number, end: number, from: number): Subject | null {
  const { context, places, sides } = scene
  if (!beginsClause(context, start, from)) return null
  const node = context.lattice.node(context.edgeTo(end, 'BODY'))
  const place = node ? captureOf(node, 'place') : undefined
  const known = place ? places.at(place) : null
  return {
    kind: 'body',
    sides: [known ? sides.ofPlace(known) : { name: context.textOf(start, end), country: null }],
    person: null,
  }
}

/** A place, with the one that is joined to it: "tỉnh Cao Bằng và Khu tự trị dân tộc Choang Quảng Tây". */
function placeSubject(scene: Scene, start: number, end: number, from: number): Subject | null {
  const { context, sides } = scene
  const place = scene.places.between(start, end)
  const before = context.has(start - 1, 'AND') ? context.edgeTo(start - 1, 'LOC') : NONE
  const first = before === NONE ? start : context.lattice.start[before]
  if (!place || !beginsClause(context, first, from)) return null
  const joined = before === NONE ? null : scene.places.between(first, start - 1)
  if (joined) return { kind: 'joint', sides: uniqueSides([sides.ofPlace(joined), sides.ofPlace(place)]), person: null }
  return { kind: 'place', sides: [sides.ofPlace(place)], person: null }
}

/** Whether a name stands at the head of its clause, so that it can be the subject and no part of a longer phrase. */
function beginsClause(context: ReadContext, start: number, from: number): boolean {
  if (start <= from || context.isMark(start - 1, ',;:"')) return true
  return HEADS.some(name => context.endsAt(start, name))
}

const HEADS: readonly ClassName[] = ['SAY', 'THAT', 'ALSO', 'SIDEWORD', 'AND', 'OFFICE', 'NEED']

/** "Ông", "đồng chí" alone: whoever spoke last. */
function pronounSubject(): Subject {
  return { kind: 'person', sides: [], person: null }
}

/** "Tỉnh mong muốn": the report's own locality. */
function localitySubject({ sides }: Scene): Subject | null {
  return sides.home ? { kind: 'place', sides: [sides.home], person: null } : null
}
