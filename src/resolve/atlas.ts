import type { Gazetteer, Place } from '../lang/gazetteer.ts'
import { skeleton } from '../text/fold.ts'

/** The gazetteer by name, for those who compare what reports say. Names are compared without marks and case. */
export interface Atlas {
  readonly gazetteer: Gazetteer
  /** The place of that name on that day (null: now), the highest unit first; null where none is known. */
  place(name: string, day: string | null): Place | null
  /** The province (or unit of that rank) or country that speaks for a place. */
  sideOf(place: Place): Place
  /** What stands in a place's stead today: itself, or the last of its successors. */
  heir(place: Place): Place
  /** The country of an ISO 3166-1 code; null where it is not known. */
  country(code: string): Place | null
  /** Id of the side that a name means today, such as `vn-cao-bang`; a name that the gazetteer does not know is its own skeleton. */
  side(name: string, day: string | null): string
}

const RANKS = ['country', 'province', 'prefecture', 'city', 'district', 'county', 'town']

export function createAtlas(gazetteer: Gazetteer): Atlas {
  const byName = placesByName(gazetteer)
  const place = (name: string, day: string | null): Place | null => {
    const places = byName.get(skeleton(name)) ?? []
    return places.find(each => validOn(each, day)) ?? places[0] ?? null
  }
  const sideOf = (from: Place): Place => {
    let at = from
    while (at.parent !== null && gazetteer.places.get(at.parent)?.kind !== 'country') {
      const up = gazetteer.places.get(at.parent)
      if (!up) break
      at = up
    }
    return at
  }
  const heir = (from: Place): Place => {
    let at = from
    for (let steps = 0; at.successor !== null && steps < 5; steps++) at = gazetteer.places.get(at.successor) ?? at
    return at
  }
  const side = (name: string, day: string | null): string => {
    const found = place(name, day)
    return found ? heir(sideOf(found)).id : skeleton(name)
  }
  const countries = new Map(
    [...gazetteer.places.values()].filter(({ kind }) => kind === 'country').map(each => [each.country, each]),
  )
  const country = (code: string): Place | null => countries.get(code) ?? null
  return { gazetteer, country, place, sideOf, heir, side }
}

/** Whether a place was (or is) what its name says on that day; without a day, whether it is now. */
const validOn = (place: Place, day: string | null): boolean =>
  day === null
    ? place.validTo === null
    : (place.validFrom === null || place.validFrom <= day) && (place.validTo === null || day <= place.validTo)

function placesByName(gazetteer: Gazetteer): ReadonlyMap<string, Place[]> {
  const byName = new Map<string, Place[]>()
  for (const place of gazetteer.places.values())
    for (const key of new Set(place.names.map(skeleton))) {
      const same = byName.get(key)
      if (same) same.push(place)
      else byName.set(key, [place])
    }
  for (const places of byName.values()) places.sort((a, b) => rankOf(a) - rankOf(b))
  return byName
}

function rankOf(place: Place): number {
  const rank = RANKS.indexOf(place.kind)
  return rank < 0 ? RANKS.length : rank
}
