import { skeleton } from '../text/fold.ts'
import type { Atlas } from './atlas.ts'
import type { Source } from './mention.ts'

const known = new WeakMap<Source, Atlas>()

/** The atlas as a report uses its names: where the reader saw which of two places a name means (Trùng Khánh, the city or the district), that one. */
export function atlasHere(atlas: Atlas, source: Source): Atlas {
  const old = known.get(source)
  if (old) return old
  const refs = new Map<string, string>()
  for (const claim of source.claims)
    if (claim.type === 'place' && claim.ref !== null) refs.set(skeleton(claim.name), claim.ref)
  const place: Atlas['place'] = (name, day) => {
    const ref = refs.get(skeleton(name))
    return (ref === undefined ? undefined : atlas.gazetteer.places.get(ref)) ?? atlas.place(name, day)
  }
  const side: Atlas['side'] = (name, day) => {
    const found = place(name, day)
    return found ? atlas.heir(atlas.sideOf(found)).id : atlas.side(name, day)
  }
  const here: Atlas = { ...atlas, place, side }
  known.set(source, here)
  return here
}
