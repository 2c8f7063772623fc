import { type Feature, judged, type Judgement, type Thresholds } from '../judgement.ts'
import type { PersonProfile } from './profile.ts'

/** A full name that is not common, and nothing against it, is enough; a common or short one needs a side or an office. */
export const PERSON_THRESHOLDS: Thresholds = { same: 4, unsure: 2 }

/** What each feature adds; docs/ledger.md says why. */
export const PERSON_WEIGHTS = {
  name: 4,
  'name-common': 3,
  'name-short': 3,
  'name-single': 1.5,
  'name-reading': 3,
  'name-unmarked': 2.5,
  'name-sounds-alike': 0.5,
  'name-near': 0,
  side: 1,
  'other-side': -2,
  'other-seat': -1,
  central: 1,
  'other-country': -2,
  office: 1.5,
  'office-near': 1,
  'long-apart': -1,
} as const
type FeatureName = keyof typeof PERSON_WEIGHTS

const feature = (name: FeatureName, note: string): Feature => ({ name, weight: PERSON_WEIGHTS[name], note })

/** Whether two mentions of people are of one person. Of two countries or provinces none is with a common or short name. */
export function judgePeople(a: PersonProfile, b: PersonProfile): Judgement {
  const name = nameFeature(a, b)
  const features = [
    name,
    ...countryFeatures(a, b),
    ...sideFeatures(a, b),
    ...officeFeatures(a, b),
    ...timeFeatures(a, b),
  ]
  return judged(features, PERSON_THRESHOLDS, mustStayApart(a, b, name))
}

/** A third mention, without a side or country, must not join two people of one name that many have. */
const mustStayApart = (a: PersonProfile, b: PersonProfile, name: Feature): boolean =>
  name.weight < PERSON_WEIGHTS.name && (isOtherCountry(a, b) || (isOtherSide(a, b) && !a.central && !b.central))

/** Where a side is shared, a country was misread. */
const isOtherCountry = (a: PersonProfile, b: PersonProfile): boolean =>
  a.country !== null && b.country !== null && a.country !== b.country && (a.side === null || a.side !== b.side)

const isOtherSide = (a: PersonProfile, b: PersonProfile): boolean =>
  a.side !== null && b.side !== null && a.side !== b.side

/** So that a note is the same whichever comes first. */
const inOrder = (one: string, other: string): string[] => [one, other].toSorted()

function nameFeature(a: PersonProfile, b: PersonProfile): Feature {
  const note = a.name === b.name ? a.name : inOrder(a.name, b.name).join(' ~ ')
  if (a.name === b.name) return feature(sureOf(a), note)
  if (a.reading === b.reading) return feature('name-reading', note)
  if (a.sound !== b.sound) return feature('name-near', note)
  return feature(a.name === a.sound || b.name === b.sound ? 'name-unmarked' : 'name-sounds-alike', note)
}

function sureOf({ name, common }: PersonProfile): FeatureName {
  const syllables = name.split(' ').length
  if (syllables < 3) return syllables < 2 ? 'name-single' : 'name-short'
  return common ? 'name-common' : 'name'
}

/** Those who speak for one state are few: of them a short or common name is enough. */
function countryFeatures(a: PersonProfile, b: PersonProfile): Feature[] {
  if (a.country === null || b.country === null) return []
  if (isOtherCountry(a, b)) return [feature('other-country', inOrder(a.country, b.country).join(' / '))]
  return a.central && b.central && a.country === b.country ? [feature('central', a.country)] : []
}

function sideFeatures(a: PersonProfile, b: PersonProfile): Feature[] {
  if (a.side === null || b.side === null) return []
  // Officials of the centre come from provinces and go there; those of two provinces are seldom one person.
  if (isOtherSide(a, b))
    return a.central || b.central ? [] : [feature('other-side', inOrder(a.side, b.side).join(' / '))]
  return [feature('side', a.side), ...seatFeatures(a, b)]
}

/** Officials of two districts of one province may be two people of one name. */
function seatFeatures(a: PersonProfile, b: PersonProfile): Feature[] {
  const [ours, theirs] = [a, b].map(({ seats, side }) => seats.filter(seat => seat !== side))
  if (ours.length === 0 || theirs.length === 0 || ours.some(seat => theirs.includes(seat))) return []
  return [feature('other-seat', inOrder(ours[0], theirs[0]).join(' / '))]
}

function officeFeatures(a: PersonProfile, b: PersonProfile): Feature[] {
  const shared = a.offices.filter(office => b.offices.includes(office))
  if (shared.length > 0) return [feature('office', shared.join('; '))]
  const near = [...a.offices, ...b.offices]
    .filter(office => [a, b].every(({ offices }) => offices.some(other => isNear(office, other))))
    .toSorted()
  return near.length === 0 ? [] : [feature('office-near', near[0])]
}

/** "Phó Chủ tịch" is near "Phó Chủ tịch Thường trực". */
const isNear = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a)

const LONG_YEARS = 20

function timeFeatures(a: PersonProfile, b: PersonProfile): Feature[] {
  if (a.decade === null || b.decade === null || Math.abs(a.decade - b.decade) < LONG_YEARS) return []
  return [feature('long-apart', [a.decade, b.decade].toSorted((x, y) => x - y).join(' / '))]
}
