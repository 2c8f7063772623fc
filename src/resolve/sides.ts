import type { Claim } from '../model/claim.ts'
import type { Atlas } from './atlas.ts'
import { dayOf } from './days.ts'
import type { Source } from './mention.ts'

/** Ids of the sides that a report is about, in order: who promised something, who met, who signed; else the provinces that it names. */
export function sidesOf(source: Source, atlas: Atlas): readonly string[] {
  const day = dayOf(source)
  const acting = source.claims.flatMap(partiesOf)
  const names =
    acting.length > 0 ? acting : source.claims.flatMap(claim => (claim.type === 'place' ? [claim.name] : []))
  const sides = new Set<string>()
  for (const name of names) if (atlas.place(name, day)) sides.add(atlas.side(name, day))
  return [...sides].toSorted()
}

function partiesOf(claim: Claim): readonly string[] {
  if (claim.type === 'commitment') return claim.by
  return claim.type === 'meeting' || claim.type === 'instrument' ? claim.parties : []
}
