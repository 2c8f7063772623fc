import type { Level, Names } from '../../lang/names.ts'
import { skeleton } from '../../text/fold.ts'
import type { Atlas } from '../atlas.ts'

/** An office as it is compared: abbreviations written out, without diacritics; its level; and the side that it belongs to. */
export interface Office {
  readonly key: string
  readonly level: Level | null
  /** Id of the side whose name stands in the office ("Bí thư Tỉnh ủy Cao Bằng"), or null. */
  readonly side: string | null
}

export type OfficeReader = (office: string, day: string | null) => Office

/** Reads offices; each different one once. */
export function createOfficeReader(atlas: Atlas, names: Names): OfficeReader {
  const known = new Map<string, Office>()
  return (office, day) => {
    const key = `${office} ${day?.slice(0, 4) ?? ''}`
    const old = known.get(key)
    if (old) return old
    const read: Office = {
      key: skeleton(names.spelled(office)),
      level: names.levelOf(office),
      side: sideNamedIn(office, day, atlas),
    }
    known.set(key, read)
    return read
  }
}

const LONGEST_NAME = 5

/** The side of the last place that an office names; of places that end at one word the longest. */
function sideNamedIn(office: string, day: string | null, atlas: Atlas): string | null {
  const words = office.split(/[\s,()]+/).filter(Boolean)
  for (let end = words.length; end > 0; end--)
    for (let start = Math.max(0, end - LONGEST_NAME); start < end; start++) {
      if (!/^\p{Lu}/u.test(words[start])) continue
      const place = atlas.place(words.slice(start, end).join(' '), day)
      if (place && place.kind !== 'country') return atlas.heir(atlas.sideOf(place)).id
    }
  return null
}
