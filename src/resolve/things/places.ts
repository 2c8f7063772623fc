import { skeleton } from '../../text/fold.ts'
import type { Atlas } from '../atlas.ts'
import { keyedResolver, valuesOf } from './keyed.ts'

/** Places by their gazetteer id; a place that has none by its name. A place that was merged away stays itself, and names its heir. */
export const createPlaceResolver = (atlas: Atlas) =>
  keyedResolver({
    type: 'place',
    kind: 'place',
    profile: ({ ref, name }) => ({ place: ref ?? `~${skeleton(name)}` }),
    label: ({ name }) => name,
    facts: ({ kind }) => [`kind:${kind}`],
    portrait({ place: id }, tallies, labels) {
      const known = atlas.gazetteer.places.get(id)
      const heir = known && atlas.heir(known)
      const side = known && atlas.heir(atlas.sideOf(known))
      return {
        label: known?.names[0] ?? labels[0],
        tags: [...(known ? [`place:${id}`, `country:${known.country}`] : []), ...(side ? [`side:${side.id}`] : [])],
        data: {
          ref: known ? id : null,
          kind: known?.kind ?? valuesOf(tallies, 'kind')[0],
          validFrom: known?.validFrom ?? null,
          validTo: known?.validTo ?? null,
          successor: heir && heir !== known ? heir.id : null,
        },
      }
    },
  })
