import { type Feature, judged, type Judgement, type Thresholds } from '../judgement.ts'
import type { PersonProfile } from './profile.ts'

/** A full name of three syllables and nothing against it is enough; one of two needs a side or an office. */
const THRESHOLDS: Thresholds = { same: 4, unsure: 2 }

/** Whether two mentions of people are of one person. Of two countries is never one. */
export function judgePeople(a: PersonProfile, b: PersonProfile): Judgement {
  const features = [nameFeature(a, b), ...sideFeatures(a, b), ...officeFeatures(a, b)]
  return judged(features, THRESHOLDS, a.country !== null && b.country !== null && a.country !== b.country)
}

function nameFeature(a: PersonProfile, b: PersonProfile): Feature {
  const note = a.name === b.name ? a.name : `${a.name} ~ ${b.name}`
  if (a.name === b.name) return { name: 'name', weight: a.name.split(' ').length > 2 ? 4 : 3, note }
  return a.sound === b.sound ? { name: 'name-sounds-alike', weight: 1.5, note } : { name: 'name-near', weight: 0, note }
}

function sideFeatures(a: PersonProfile, b: PersonProfile): Feature[] {
  if (a.side === null || b.side === null) return []
  if (a.side === b.side) return [{ name: 'side', weight: 1, note: a.side }]
  // Officials of the centre come from provinces and go there; those of two provinces are seldom one person.
  const weight = a.central || b.central ? 0 : -2
  return [{ name: 'other-side', weight, note: `${a.side} / ${b.side}` }]
}

function officeFeatures(a: PersonProfile, b: PersonProfile): Feature[] {
  const shared = a.offices.filter(office => b.offices.includes(office))
  if (shared.length > 0) return [{ name: 'office', weight: 1.5, note: shared.join('; ') }]
  const near = a.offices.find(office => b.offices.some(other => office.startsWith(other) || other.startsWith(office)))
  return near === undefined ? [] : [{ name: 'office-near', weight: 1, note: near }]
}
