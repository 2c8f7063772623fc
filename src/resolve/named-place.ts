import type { Place } from '../lang/gazetteer.ts'
import { fold } from '../text/fold.ts'
import type { Atlas } from './atlas.ts'

/** The place that the name of an office or body ends with ("Sở Ngoại vụ tỉnh Cao Bằng"), and the name without it. */
export interface NamedPlace {
  readonly place: Place | null
  readonly rest: string
}

/** Words of the longest name of a place, words of kind included. */
const LONGEST_NAME = 9

/** The last place that a name names: of places that end at one word the longest; a country only where no other stands before it. */
export function placeNamedIn(name: string, day: string | null, atlas: Atlas): NamedPlace {
  const words = name.split(/[\s,()]+/).filter(Boolean)
  let country: NamedPlace | null = null
  for (let end = words.length; end > 0; end--)
    for (let start = Math.max(0, end - LONGEST_NAME); start < end; start++) {
      if (!/^\p{Lu}/u.test(words[end - 1])) continue
      const place = placeOf(words.slice(start, end).join(' '), day, atlas)
      if (!place) continue
      const atEnd = end === words.length
      const rest = atEnd ? words.slice(0, start).join(' ') : name
      if (place.kind !== 'country') return { place, rest }
      country ??= { place, rest }
      if (atEnd) return beforeCountry(words.slice(0, start), country, day, atlas)
    }
  return country ?? { place: null, rest: name }
}

/** "… thành phố Bách Sắc (Trung Quốc)" is of Bách Sắc. */
function beforeCountry(words: readonly string[], country: NamedPlace, day: string | null, atlas: Atlas): NamedPlace {
  const before = placeNamedIn(words.join(' '), day, atlas)
  return before.place !== null && before.place.kind !== 'country' ? before : country
}

/** Kinds of places that have offices and bodies: the European Union is not of Europe. */
const GOVERNED: ReadonlySet<string> = new Set([
  'country',
  'province',
  'prefecture',
  'city',
  'district',
  'county',
  'town',
])

/** With its diacritics: "Y tế" is not Ý, and a viện is not Viên. */
function placeOf(name: string, day: string | null, atlas: Atlas): Place | null {
  const place = atlas.place(name, day)
  if (!place || !GOVERNED.has(place.kind)) return null
  const { folded } = fold(name)
  return place.names.some(each => fold(each).folded === folded) ? place : null
}
