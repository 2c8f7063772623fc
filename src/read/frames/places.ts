import { NONE } from '../../grammar/none.ts'
import { type Capture, captureOf, capturesOf, type Node } from '../../grammar/node.ts'
import type { Place } from '../../lang/gazetteer.ts'
import type { Draft } from '../../model/claim.ts'
import { skeleton, squeeze } from '../../text/fold.ts'
import type { Span } from '../../text/span.ts'
import { CAPITAL, LINE_START, UPPER } from '../../text/tokens.ts'
import type { ReadContext } from '../context.ts'

/** A place that the text names: the same name for all its mentions; of a country its usual name where the text has it. */
export interface ReadPlace {
  name: string
  readonly kind: string
  readonly known: Place | null
  readonly first: Node
  readonly rule: string
  readonly mentions: Span[]
}

/** The places of a report. */
export interface ReadPlaces {
  readonly all: readonly ReadPlace[]
  /** The first place that is named between two tokens. */
  between(from: number, to: number): ReadPlace | null
  /** The place that a capture names. */
  at(capture: Capture): ReadPlace | null
}

export function readPlaces(context: ReadContext, reportDay: string | null): ReadPlaces {
  const found = new Map<string, ReadPlace>()
  const byToken = new Map<number, ReadPlace>()
  const add = (node: Node, capture: Capture, kind: string | null): void => {
    if (!context.isReport(capture.start) || isPartOfName(context, capture)) return
    const written = squeeze(context.captureText(capture))
    const known = resolvePlace(context, capture, { kind, node, reportDay })
    const key = placeKey(known, written)
    let place = found.get(key)
    if (!place) {
      const name = node.classId === context.idOf('PAIR') && known ? known.names[0] : properName(written, known)
      place = { name, kind: known?.kind ?? kind ?? 'place', known, first: node, rule: node.rule.name, mentions: [] }
      found.set(key, place)
    } else if (known?.kind === 'country' && written === known.names[0]) place.name = written
    place.mentions.push(context.spanOf(capture.start, capture.end))
    byToken.set(capture.start, place)
  }
  for (const node of context.nodes('LOC')) {
    const kind = captureOf(node, 'kind')
    const name = captureOf(node, 'name')
    if (name) add(node, name, kind ? context.valueOf(kind.edge) : null)
    for (const parent of capturesOf(node, 'parent')) add(node, parent, null)
  }
  for (const node of context.nodes('PAIR')) for (const capture of node.captures) add(node, capture, 'country')
  const between = (from: number, to: number): ReadPlace | null => firstIn(byToken, from, to)
  return { all: [...found.values()], between, at: capture => between(capture.start, capture.end) }
}

/** Whether a word is a syllable of a longer name: of a person, or of something with capitals behind it ("Mỹ Lân"). */
function isPartOfName(context: ReadContext, { start, end }: Capture): boolean {
  if (context.isPersonName(start)) return true
  if (end - start > 1 || end >= context.tokens.count) return false
  const next = context.tokens.shape[end]
  if ((next & (CAPITAL | UPPER | LINE_START)) !== CAPITAL || context.isPersonName(end)) return false
  return !context.hasAny(end, [
    'PERSON',
    'TITLE',
    'LOC',
    'BODY',
    'ORG',
    'OFFICE',
    'MEETING',
    'PAPER',
    'HONOR',
    'SURNAME',
    'RANK',
  ])
}

function firstIn(byToken: ReadonlyMap<number, ReadPlace>, from: number, to: number): ReadPlace | null {
  for (let at = from; at < to; at++) {
    const place = byToken.get(at)
    if (place) return place
  }
  return null
}

const placeKey = (known: Place | null, name: string): string => (known ? known.id : skeleton(name))

/** The name without the word of kind that an alias may begin with: "tỉnh Cao Bằng" is Cao Bằng. */
function properName(written: string, known: Place | null): string {
  if (!known || known.names[0] === written) return written
  // "TỈNH CAO BẰNG" at the head of a paper.
  const plain = known.names.find(name => name !== written && name.toUpperCase() === written)
  if (plain !== undefined) return properName(plain, known)
  const key = skeleton(written)
  if (key === skeleton(known.names[0])) return written
  const inside = known.names.filter(name => key.endsWith(` ${skeleton(name)}`)).toSorted((a, b) => b.length - a.length)
  return inside.length > 0 ? written.slice(-inside[0].length) : written
}

interface PlaceHints {
  readonly kind: string | null
  readonly node: Node
  readonly reportDay: string | null
}

/** Which place of that name: by the word of kind before it, its parent in brackets, and the day. */
function resolvePlace(context: ReadContext, capture: Capture, hints: PlaceHints): Place | null {
  if (capture.edge === NONE) return null
  const candidates = candidatesOf(context, capture)
  if (candidates.length < 2) return candidates[0] ?? null
  const parents = capturesOf(hints.node, 'parent').flatMap(parent =>
    parent === capture ? [] : candidatesOf(context, parent),
  )
  const score = (place: Place): number => scoreOf(place, hints, parents)
  return candidates.reduce((best, place) => (score(place) > score(best) ? place : best))
}

function candidatesOf(context: ReadContext, capture: Capture): Place[] {
  const { lattice, pack } = context
  const found: Place[] = []
  for (const name of ['PLACE', 'SHORT'] as const)
    for (let edge = context.edge(capture.start, name); edge !== NONE; edge = lattice.nextEdge(edge)) {
      const place = pack.gazetteer.places.get(context.valueOf(edge))
      if (place && lattice.end[edge] === capture.end && !found.includes(place)) found.push(place)
    }
  return found
}

/** Larger units are meant before smaller ones, unless words say otherwise. */
const SIZE: Readonly<Record<string, number>> = {
  country: 5,
  province: 4,
  prefecture: 3,
  city: 2,
  county: 2,
  district: 2,
  town: 1,
}

function scoreOf(place: Place, { kind, reportDay }: PlaceHints, parents: readonly Place[]): number {
  let score = SIZE[place.kind] ?? 0
  if (kind && sameKind(kind, place.kind)) score += 20
  if (parents.some(p => p.id === place.parent || p.country === place.country)) score += 30
  if (reportDay) score += isValid(place, reportDay) ? 3 : -8
  else if (place.validTo !== null) score -= 1
  return score
}

const sameKind = (word: string, kind: string): boolean =>
  word === kind ||
  (word === 'city' && (kind === 'prefecture' || kind === 'county')) ||
  (word === 'district' && (kind === 'county' || kind === 'town'))

const isValid = (place: Place, day: string): boolean =>
  (place.validFrom === null || place.validFrom <= day) && (place.validTo === null || day <= place.validTo)

/** Claims for the places that stand outside the names of gates. */
export function placeDrafts(places: ReadPlaces, isGateName: (span: Span, place: ReadPlace) => boolean): Draft[] {
  return places.all.flatMap(place => {
    const mentions = place.mentions.filter(m => !isGateName(m, place))
    if (mentions.length === 0) return []
    return [
      {
        type: 'place' as const,
        span: mentions[0],
        rule: place.rule,
        name: place.name,
        kind: place.kind,
        ref: place.known?.id ?? null,
        mentions,
      },
    ]
  })
}
