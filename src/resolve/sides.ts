import type { Claim } from '../model/claim.ts'
import type { Atlas } from './atlas.ts'
import { atlasHere } from './atlas-here.ts'
import { dayOf } from './days.ts'
import type { Source } from './mention.ts'

/** Ids of the sides that a report is about, in order: who promised something, who met, who signed; else the provinces that it names. */
export function sidesOf(source: Source, atlas: Atlas): readonly string[] {
  const day = dayOf(source)
  const here = atlasHere(atlas, source)
  const acting = source.claims.flatMap(partiesOf)
  const names =
    acting.length > 0 ? acting : source.claims.flatMap(claim => (claim.type === 'place' ? [claim.name] : []))
  const sides = new Set<string>()
  for (const name of names) if (here.place(name, day)) sides.add(here.side(name, day))
  return [...sides].toSorted()
}

function partiesOf(claim: Claim): readonly string[] {
  if (claim.type === 'commitment') return claim.by
  return claim.type === 'meeting' || claim.type === 'instrument' ? claim.parties : []
}

/** The one province (or unit of that rank) of a country among sides; null where there is none, or more than one. */
export function onlySideOf(country: string | null, sides: readonly string[], atlas: Atlas): string | null {
  const own = sides.filter(side => {
    const place = atlas.gazetteer.places.get(side)
    return place !== undefined && place.country === country && place.kind !== 'country'
  })
  return own.length === 1 ? own[0] : null
}

/** How much of what a report says that provinces of a country do, one of them must do to be the one that it is of. */
const MAIN_SHARE = 0.75

/** The province of a country whose report it is: the only one, or the one that does nearly all; null where neither is clear. */
export function mainSideOf(country: string | null, source: Source, atlas: Atlas): string | null {
  const day = dayOf(source)
  const counts = new Map<string, number>()
  for (const name of source.claims.flatMap(partiesOf)) {
    const side = onlySideOf(country, [atlas.side(name, day)], atlas)
    if (side !== null) counts.set(side, (counts.get(side) ?? 0) + 1)
  }
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0)
  const main = [...counts].find(([, n]) => n >= MAIN_SHARE * all)
  return main?.[0] ?? onlySideOf(country, sidesOf(source, atlas), atlas)
}
