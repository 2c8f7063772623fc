import { NONE } from '../grammar/none.ts'
import { skeleton } from '../text/fold.ts'
import type { ReadContext } from './context.ts'
import { gateNameTest } from './frames/gates.ts'
import { mechanismsOf } from './frames/mechanisms.ts'
import type { ReadPeople, ReadPerson } from './frames/people.ts'
import type { ReadPlace, ReadPlaces } from './frames/places.ts'

/** A side of the cooperation: a locality, a country or a body that speaks and acts. */
export interface Side {
  readonly name: string
  readonly country: string | null
}

/** Who cooperates with whom in the report. */
export interface Sides {
  /** The two sides, ours first, or more where more meet; empty where the report does not show them. */
  readonly joint: readonly Side[]
  /** All who meet, where a mechanism of more than two brings them together; else both sides. */
  readonly many: readonly Side[]
  /** The locality or country that the report speaks from. */
  readonly home: Side | null
  ofPerson(person: ReadPerson): Side | null
  ofPlace(place: ReadPlace): Side
}

/** Kinds of places that act in their own name. */
const ACTING = new Set(['country', 'province', 'city', 'prefecture', 'county', 'district', 'town', 'region'])

export function findSides(context: ReadContext, places: ReadPlaces, people: ReadPeople): Sides {
  const weights = placeWeights(context, places)
  const atHome = (place: ReadPlace): boolean => place.known?.country === context.pack.home
  const homeLocality = heaviest(weights, place => isLocality(place) && atHome(place))
  const ofPerson = (person: ReadPerson): Side | null => sideOfPerson(context, places, person, homeLocality)
  const spoken = people.all.toSorted((a, b) => b.mentions.length - a.mentions.length)
  const sides = spoken.map(ofPerson).filter(side => side !== null)
  const home = sides.find(s => s.country === context.pack.home) ?? fallbackSide(weights, atHome)
  const abroad = (place: ReadPlace): boolean => Boolean(place.known?.country) && !atHome(place)
  const named = sides.find(s => s.country && s.country !== context.pack.home) ?? fallbackSide(weights, abroad)
  const locality = heaviest(weights, place => isLocality(place) && abroad(place))
  const other = unionSide(context, weights, named) ?? counterpartOf(home, named, locality, places, weights)
  const joint = [home, other].filter(side => side !== null)
  return { joint, many: manySides(context, places) ?? joint, home, ofPerson, ofPlace: sideOfPlace }
}

/** How often a union of countries is named against the country that else would be the other side. */
const UNION_TIMES = 3

/** A union of countries, where it is named far more often than any country abroad: "quan hệ Việt Nam - EU". */
function unionSide(context: ReadContext, weights: ReadonlyMap<ReadPlace, number>, named: Side | null): Side | null {
  const mentions = context.tokensWith('UNION').filter(at => context.value(at, 'UNION') === '')
  if (mentions.length < OFTEN) return null
  const rival = [...weights].find(([place]) => place.name === named?.name)?.[1] ?? 0
  if (named && mentions.length < rival * UNION_TIMES) return null
  const at = mentions[0]
  return { name: context.textOf(at, context.after(at, 'UNION')), country: null }
}

/** From how many parties a mechanism brings together more than two sides. */
const MANY = 3

/** The parties of a mechanism that the report names. */
function manySides(context: ReadContext, places: ReadPlaces): Side[] | null {
  for (const { known } of mechanismsOf(context)) {
    const parties = places.all.filter(place => known?.parties.some(id => isUnit(context, place, id)))
    if (parties.length >= MANY) return uniqueSides(parties.map(sideOfPlace))
  }
  return null
}

/** Whether a place is the unit of this id, or the one before or after a merger. */
function isUnit({ pack }: ReadContext, { known }: ReadPlace, id: string): boolean {
  return (
    Boolean(known) &&
    (known?.id === id || known?.successor === id || pack.gazetteer.places.get(id)?.successor === known?.id)
  )
}

/** A province's counterpart is a province where the report names one often enough, though it also names their country. */
function counterpartOf(
  home: Side | null,
  other: Side | null,
  locality: ReadPlace | null,
  places: ReadPlaces,
  weights: ReadonlyMap<ReadPlace, number>,
): Side | null {
  const isLocal = (side: Side | null): boolean =>
    places.all.some(place => place.name === side?.name && isLocality(place))
  if (!locality || !isLocal(home) || isLocal(other)) return other
  return (weights.get(locality) ?? 0) >= OFTEN ? sideOfPlace(locality) : other
}

/** Weight from which a place is more than mentioned. */
const OFTEN = 4

const isLocality = (place: ReadPlace): boolean =>
  place.kind !== 'country' && place.kind !== 'region' && ACTING.has(place.kind)

const sideOfPlace = (place: ReadPlace): Side => ({ name: place.name, country: place.known?.country ?? null })

/**
 * How often each place is named, what stands in the title and the first sentences three times as much. The names of gates
 * do not count; a town or district counts for its province.
 */
function placeWeights(context: ReadContext, places: ReadPlaces): Map<ReadPlace, number> {
  const body = context.sentences.findIndex(s => s.zone === 'body')
  const head = context.sentences[Math.min(body + 1, context.sentences.length - 1)]
  const headEnd = head ? context.tokens.end[head.to - 1] : 0
  const isGate = gateNameTest(context)
  const weights = new Map<ReadPlace, number>()
  for (const place of places.all) {
    if (!ACTING.has(place.kind)) continue
    const named = place.mentions.filter(mention => !isGate(mention, place))
    const weight = named.reduce((sum, { start }) => sum + (start < headEnd ? 3 : 1), 0)
    const acting = LOCAL.has(place.kind) ? (provinceOf(places, place) ?? place) : place
    if (weight > 0) weights.set(acting, (weights.get(acting) ?? 0) + weight)
  }
  return weights
}

/** Kinds of places that rarely act for themselves across a border. */
const LOCAL: ReadonlySet<string> = new Set(['district', 'town', 'county'])

/** The province that a district belongs to, where the report names it. */
const provinceOf = (places: ReadPlaces, place: ReadPlace): ReadPlace | null =>
  places.all.find(other => place.known?.parent && other.known?.id === place.known.parent) ?? null

function heaviest(weights: ReadonlyMap<ReadPlace, number>, fits: (place: ReadPlace) => boolean): ReadPlace | null {
  let best: ReadPlace | null = null
  for (const [place, weight] of weights) if (fits(place) && weight > (best ? (weights.get(best) ?? 0) : 0)) best = place
  return best
}

/** The side of a country's part where no person shows it: the country, or the locality that is named more often. */
function fallbackSide(weights: ReadonlyMap<ReadPlace, number>, fits: (place: ReadPlace) => boolean): Side | null {
  const place = heaviest(weights, fits)
  return place ? sideOfPlace(place) : null
}

/** A person speaks for the place of a local office, else for the country. */
function sideOfPerson(
  context: ReadContext,
  places: ReadPlaces,
  person: ReadPerson,
  homeLocality: ReadPlace | null,
): Side | null {
  for (const office of person.offices) if (office.place && isLocality(office.place)) return sideOfPlace(office.place)
  const local = person.offices.some(office => office.local)
  const ours = person.country === null || person.country === context.pack.home
  if (local && ours && homeLocality) return sideOfPlace(homeLocality)
  const country = person.country ?? namedCountry(context, places, person)
  return country ? countrySide(context, places, country) : null
}

/** The country of a place that the words of a person's mention name, or those before its dash: "Bộ trưởng Lào - bà A". */
function namedCountry(context: ReadContext, places: ReadPlaces, person: ReadPerson): string | null {
  for (const { node } of person.mentions) {
    const before = context.isMark(node.start - 1, '-') ? context.edgeTo(node.start - 1, 'LOC') : NONE
    const place =
      places.between(node.start, node.end) ??
      (before === NONE ? null : places.between(context.lattice.start[before], node.start))
    if (place?.known) return place.known.country
  }
  return null
}

/** A country under the name that the text gives it. */
export function countrySide(context: ReadContext, places: ReadPlaces, country: string): Side {
  const named = places.all.find(p => p.kind === 'country' && p.known?.country === country)
  if (named) return sideOfPlace(named)
  const known = [...context.pack.gazetteer.places.values()].find(p => p.kind === 'country' && p.country === country)
  return { name: known?.names[0] ?? country, country }
}

/** Sides without doubles, in their order. */
export const uniqueSides = (sides: readonly Side[]): Side[] => [
  ...new Map(sides.map(side => [skeleton(side.name), side])).values(),
]
