import type { CommitmentClaim, MeetingClaim } from '../../model/claim.ts'
import type { Atlas } from '../atlas.ts'
import type { Source } from '../mention.ts'

/** Who promises, and who has to act: ids of sides, in the order of code units. */
export interface PartnersOf {
  readonly by: readonly string[]
  readonly all: readonly string[]
}

/** The sides that a list of names speaks for: a country only where none of its provinces does. Names that the gazetteer does not know speak for none. */
export function sidesOf(atlas: Atlas, names: readonly string[], day: string | null): string[] {
  const known = names.filter(name => atlas.place(name, day) !== null)
  const sides = [...new Set(known.map(name => atlas.side(name, day)))]
  const hasProvince = (country: string): boolean => sides.some(side => side !== country && countryOf(side) === country)
  return sides.filter(side => !isCountry(side) || !hasProvince(side)).toSorted()
}

/** The two partners of a report: the sides of its first meeting that has sides of two countries. */
export function reportSides(atlas: Atlas, source: Source, day: string | null): string[] {
  const meetings = source.claims.filter((claim): claim is MeetingClaim => claim.type === 'meeting')
  const parties = meetings.map(meeting => sidesOf(atlas, meeting.parties, day))
  return parties.find(sides => new Set(sides.map(countryOf)).size > 1) ?? []
}

/** The sides of a commitment: whose words they are, with the partner of the report where they are of one side only. */
export function partnersOf(
  atlas: Atlas,
  { by }: CommitmentClaim,
  ofReport: readonly string[],
  day: string | null,
): PartnersOf {
  const own = sidesOf(atlas, by, day)
  const countries = new Set(own.map(countryOf))
  if (own.length > 0 && countries.size > 1) return { by: own, all: own }
  const belongs = own.length === 0 || own.some(side => ofReport.includes(side) || isCountry(side))
  const partner = belongs ? ofReport.filter(side => own.length === 0 || !countries.has(countryOf(side))) : []
  return { by: own, all: [...new Set([...own, ...partner])].toSorted() }
}

/** `vn` of `vn-cao-bang`. */
export const countryOf = (side: string): string => side.split('-')[0]

export const isCountry = (side: string): boolean => !side.includes('-')
