import type { Level, Names } from '../../lang/names.ts'
import type { Atlas } from '../atlas.ts'
import { placeNamedIn } from '../named-place.ts'

/** An office as it is compared. */
export interface Office {
  /** Abbreviations written out, without diacritics and without the place: "pho chu tich uy ban nhan dan". */
  readonly key: string
  readonly level: Level | null
  /** Id of the place that the office names, such as a district; null for none, or a country. */
  readonly seat: string | null
  /** Id of the side that the place belongs to, or null. */
  readonly side: string | null
}

export type OfficeReader = (office: string, day: string | null) => Office

/** Reads offices; each different one once a year, as names of places change their meaning. */
export function createOfficeReader(atlas: Atlas, names: Names): OfficeReader {
  const known = new Map<string, Office>()
  return (office, day) => {
    const key = `${office} ${day?.slice(0, 7) ?? ''}`
    const old = known.get(key)
    if (old) return old
    const read = officeOf(office, day, atlas, names)
    known.set(key, read)
    return read
  }
}

function officeOf(office: string, day: string | null, atlas: Atlas, names: Names): Office {
  const { place, rest } = placeNamedIn(office, day, atlas)
  const local = place !== null && place.kind !== 'country' ? place : null
  return {
    key: names.titleKey(rest === '' ? office : rest),
    level: names.levelOf(office),
    seat: local && atlas.heir(local).id,
    side: local && atlas.heir(atlas.sideOf(local)).id,
  }
}
