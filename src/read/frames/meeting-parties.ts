import { NONE } from '../../grammar/none.ts'
import { skeleton } from '../../text/fold.ts'
import { captureOf, type Node } from '../../grammar/node.ts'
import type { ReadContext, Sentence } from '../context.ts'
import type { Scene } from '../statements/subject.ts'
import { subjectBefore } from '../statements/subject.ts'
import type { ReadMechanism } from './mechanisms.ts'
import type { ReadPerson } from './people.ts'
import type { ReadPlace } from './places.ts'

/** What tells who met. */
export interface Occasion {
  readonly node: Node
  readonly visitor: ReadPerson | null
  readonly mechanism: ReadMechanism | null
}

/** How far behind a mention those who meet are named, in tokens. */
const NAMED_WITHIN = 32
/** Tokens that may stand between two parties of a list: offices, words of kind. */
const GAP = 8
/** As many before the countries of a list of those who attend. */
const FAR = 40

/** Those who met: "giữa A, B và C", "với B" behind the mention; the parties of its mechanism; else the sides of the report. */
export function partiesOf(scene: Scene, { node, visitor, mechanism }: Occasion): string[] {
  const { sides } = scene
  const named = namedParties(scene, node)
  const members = mechanism ? membersOf(scene, mechanism) : []
  if (named && (named.length > 2 || members.length < 3)) return named
  if (members.length > 2) return members
  return visitor ? hostAndGuest(scene, node, visitor) : sides.joint.map(side => side.name)
}

function namedParties(scene: Scene, node: Node): string[] | null {
  const { context } = scene
  const sentence = context.sentences[context.sentenceAt(node.start)]
  for (let at = node.start; at < Math.min(sentence.to, node.end + NAMED_WITHIN); at++) {
    if (context.isMark(at, '.;:') || context.hasAny(at, ['SAY', 'WILL'])) break
    const edge = longestEdge(context, at)
    if (edge === NONE) continue
    const joins = context.valueOf(edge)
    const named = partiesFrom(scene, context.lattice.end[edge], sentence, joins === 'attended' ? FAR : GAP)
    if (joins !== 'with' && named.length > 1) return named
    if (joins === 'with' && named.length > 0) return withOwn(scene, node, sentence, named)
  }
  return actingParties(scene, node, sentence)
}

/** "với" and "với sự tham dự của" begin at the same token. */
function longestEdge(context: ReadContext, at: number): number {
  const { lattice } = context
  let longest = context.edge(at, 'PARTIES')
  for (let edge = longest; edge !== NONE; edge = lattice.nextEdge(edge))
    if (lattice.end[edge] > lattice.end[longest]) longest = edge
  return longest
}

/** "Lào Cai và Vân Nam công bố …", "thành phố Bách Sắc hội đàm …": sides that are not those of the whole report. */
function actingParties(scene: Scene, node: Node, { from }: Sentence): string[] | null {
  const { context, sides } = scene
  const acts = context.value(node.start, 'MEET') === 'talks' || node.classId === context.idOf('OPENED')
  const subject = acts ? subjectBefore(scene, node.start, from) : null
  if (subject?.kind === 'joint' && subject.sides.length > 1) return subject.sides.map(side => side.name)
  const [acting] = subject?.kind === 'place' ? subject.sides : []
  if (!acting?.country || !sides.home || acting.country === sides.home.country) return null
  return [sides.home.name, acting.name]
}

/** "A hội đàm với B": B, and whoever the sentence has meet with it. */
function withOwn(scene: Scene, node: Node, sentence: Sentence, named: readonly string[]): string[] | null {
  const subject = subjectBefore(scene, node.start, sentence.from)
  const own = subject?.sides[0] ?? scene.sides.home
  return own && !named.includes(own.name) ? [own.name, ...named] : null
}

/** The sides of a list: "tỉnh Cao Bằng, Lạng Sơn và Khu tự trị …", "Bí thư … A và Bí thư … B". */
function partiesFrom(scene: Scene, from: number, { to }: Sentence, gap: number): string[] {
  const { context } = scene
  const names: string[] = []
  let last = from
  for (let at = from; at < to && at - last < gap && !endsList(context, at); at++) {
    const party = partyAt(scene, at)
    if (!party) continue
    if (!names.includes(party.name) && !isParentOfLast(scene, names, party.name)) names.push(party.name)
    at = party.end - 1
    last = party.end
  }
  return names
}

const endsList = (context: ReadContext, at: number): boolean =>
  context.hasAny(at, ['AT', 'SAY', 'DID', 'WILL', 'PURPOSE', 'SUBORD']) || context.isMark(at, ';')

interface Party {
  readonly name: string
  readonly end: number
}

function partyAt(scene: Scene, at: number): Party | null {
  const { context, places } = scene
  const person = context.edge(at, 'PERSON')
  if (person !== NONE) return sideParty(scene, at, context.lattice.end[person])
  const body = context.edge(at, 'BODY')
  if (body !== NONE) return bodyParty(scene, body)
  const loc = context.edge(at, 'LOC')
  const end = loc === NONE ? at + 1 : context.lattice.end[loc]
  const place = places.between(at, end)
  return place ? { name: place.name, end } : null
}

function sideParty({ people, places, sides }: Scene, at: number, end: number): Party | null {
  const person = people.at(at)
  const side = person ? sides.ofPerson(person) : null
  if (!person || !side) return null
  const local = person.offices.find(
    ({ place }) => place && place.kind !== 'country' && place.known?.country === side.country,
  )
  const isCountry = placeNamed(places.all, side.name)?.kind === 'country'
  return { name: isCountry && local?.place ? local.place.name : side.name, end }
}

/** A committee of the Party or the state stands for its place; any other body for itself. */
function bodyParty(scene: Scene, edge: number): Party | null {
  const { context, places } = scene
  const node = context.lattice.node(edge)
  const end = context.lattice.end[edge]
  if (!node) return null
  const captured = captureOf(node, 'place')
  const place = captured ? places.at(captured) : null
  if (place && node.rule.constants['kind'] === 'state') return { name: place.name, end }
  return node.rule.constants['kind'] === 'state' ? null : { name: context.textOf(node.start, end), end }
}

/** "tỉnh Quảng Tây, Trung Quốc": the country that the party before it lies in is no party. */
function isParentOfLast({ places }: Scene, names: readonly string[], name: string): boolean {
  const last = placeNamed(places.all, names.at(-1))
  const next = placeNamed(places.all, name)
  return Boolean(
    last && next?.kind === 'country' && last.kind !== 'country' && last.known?.country === next.known?.country,
  )
}

const placeNamed = (places: readonly ReadPlace[], name: string | undefined): ReadPlace | undefined =>
  places.find(place => place.name === name)

/** The parties of a known mechanism that the report names. */
function membersOf({ context, places }: Scene, { known }: ReadMechanism): string[] {
  const { gazetteer } = context.pack
  const keys = new Set((known?.parties ?? []).flatMap(id => gazetteer.places.get(id)?.names.map(skeleton) ?? []))
  return [...new Set(places.all.filter(place => keys.has(skeleton(place.name))).map(place => place.name))]
}

/** "chuyến thăm Trung Quốc của Tổng Bí thư …": whose visit, and to whom. */
function hostAndGuest({ context, places, sides }: Scene, node: Node, visitor: ReadPerson): string[] {
  const guest = sides.ofPerson(visitor)
  const all = sides.joint.map(side => side.name)
  const sentence = context.sentences[context.sentenceAt(node.start)]
  const host = places.all.find(
    place =>
      place.known?.country !== guest?.country &&
      place.kind === 'country' &&
      places.between(node.start, Math.min(sentence.to, node.end + 6)) === place,
  )
  return guest && host ? [guest.name, host.name] : all
}
