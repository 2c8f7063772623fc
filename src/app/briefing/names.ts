import type { Onomasticon } from '../../views/briefing/facts.ts'
import { theResolvers } from '../ledger/resolving.ts'
import { loadTitles, screenNames } from '../packs.ts'

/** The word for a unit's kind that an office may have before its name. */
const KIND = /^(?:tỉnh|thành phố|khu tự trị|huyện|thị xã|xã|châu|khu) /iu

let onomasticon: Onomasticon | undefined

/** What everything is called in all languages of briefings, read at its first use. */
export function theOnomasticon(): Onomasticon {
  if (onomasticon) return onomasticon
  const names = screenNames()
  const { atlas } = theResolvers()
  onomasticon = {
    name: (id, lang) => names[id]?.[lang] ?? names[id]?.vi ?? id.replace(/^~/u, '').replaceAll('~', ' - '),
    placeNamed: name => {
      const bare = name.replace(KIND, '')
      return bare === '' ? null : ((atlas.place(name, null) ?? atlas.place(bare, null))?.id ?? null)
    },
    isLocal: id => {
      const place = atlas.gazetteer.places.get(id)
      return place !== undefined && atlas.sideOf(place).id !== place.id
    },
    offices: loadTitles(),
  }
  return onomasticon
}
