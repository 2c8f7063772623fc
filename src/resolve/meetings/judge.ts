import { dayNumber } from '../../model/calendar.ts'
import type { MeetingKind } from '../../model/kinds.ts'
import type { Atlas } from '../atlas.ts'
import { type Feature, type Judgement, judged, type Thresholds } from '../judgement.ts'
import { heraldDays, isLocal, type MeetingProfile } from './profile.ts'
import { LONG_AFTER, type Telling, tellingFeatures } from './telling.ts'

/** Scores are counted from where two profiles are the same. */
const THRESHOLDS: Thresholds = { same: 0, unsure: -1 }

/** What speaks against two meetings being the same where only their claims are known. */
const BARE: Feature = { name: 'caution', weight: -2.8, note: 'only the claims are compared' }

const tellingOf = ({ told, start }: MeetingProfile): Telling | null => told && { told, day: told.published ?? start }

/** Whether two profiles are of one meeting. What one report tells apart is not. */
export const judgeMeetings = (a: MeetingProfile, b: MeetingProfile, atlas: Atlas): Judgement =>
  judgedBy(a, b, [...occasionFeatures(a, b, atlas), ...meetingFeatures(a, b, atlas)])

/** Whether two reports are of one occasion, which may be several meetings side by side. */
export const judgeOccasions = (a: MeetingProfile, b: MeetingProfile, atlas: Atlas): Judgement =>
  judgedBy(a, b, occasionFeatures(a, b, atlas))

function occasionFeatures(a: MeetingProfile, b: MeetingProfile, atlas: Atlas): Feature[] {
  const [one, other] = [tellingOf(a), tellingOf(b)]
  const start = one && other ? tellingFeatures(one, other) : [BARE]
  return [...start, ...claimFeatures(a, b, atlas)]
}

function judgedBy(a: MeetingProfile, b: MeetingProfile, features: readonly Feature[]): Judgement {
  const oneReport = a.report !== null && a.report === b.report
  return judged(features, THRESHOLDS, oneReport || mustStayApart(features))
}

/** Other partners; another session of the same mechanism; or another day, long after, at another place or told at another time. */
function mustStayApart(features: readonly Feature[]): boolean {
  const weightOf = (name: string): number => features.find(feature => feature.name === name)?.weight ?? 0
  return (
    weightOf('partners') < 0 ||
    weightOf('day') <= LONG_AFTER_DAY ||
    weightOf('session') < 0 ||
    (weightOf('day') < 0 && (weightOf('place') < 0 || weightOf('published') <= LONG_AFTER))
  )
}

const claimFeatures = (a: MeetingProfile, b: MeetingProfile, atlas: Atlas): Feature[] =>
  [
    mechanismFeature(a, b, atlas),
    editionFeature(a, b),
    dayFeature(a, b),
    daySidesFeature(a, b, atlas),
    placeFeature(a, b, atlas),
    partiesFeature(a, b, atlas),
    kindFeature(a, b),
    nameFeature(a, b),
    peopleFeature(a, b),
  ].filter(feature => feature !== null)

/** What tells meetings of one occasion apart. */
const meetingFeatures = (a: MeetingProfile, b: MeetingProfile, atlas: Atlas): Feature[] =>
  [numberFeature(a, b, atlas), besideSessionFeature(a, b)].filter(feature => feature !== null)

const pairNote = (a: string, b: string): string => (a === b ? a : [a, b].toSorted().join(' / '))

function mechanismFeature(a: MeetingProfile, b: MeetingProfile, { gazetteer }: Atlas): Feature | null {
  if (a.mechanism === null || b.mechanism === null) return null
  const known = gazetteer.mechanisms.has(a.mechanism) && gazetteer.mechanisms.has(b.mechanism)
  const note = pairNote(`${a.mechanism} ${a.session ?? ''}`.trim(), `${b.mechanism} ${b.session ?? ''}`.trim())
  if (a.mechanism !== b.mechanism) return known ? { name: 'mechanism', weight: -1.5, note } : null
  if (a.session === null || b.session === null) return { name: 'mechanism', weight: 0.5, note }
  if (a.session === b.session) return { name: 'session', weight: known ? 3 : 1.5, note }
  return { name: known ? 'session' : 'mechanism', weight: known ? -5 : -1.5, note }
}

/** Sessions that are counted, where the mechanism of one is not known: two sides that meet count their meetings of one kind. */
function numberFeature(a: MeetingProfile, b: MeetingProfile, atlas: Atlas): Feature | null {
  if (a.session === null || b.session === null || (a.mechanism !== null && b.mechanism !== null)) return null
  const note = pairNote(String(a.session), String(b.session))
  if (a.session !== b.session) return { name: 'number', weight: -4, note }
  const partners = a.parties.filter(id => isLocal(id, atlas) && b.parties.includes(id)).length > 1
  const counted = partners && a.kind === b.kind && a.mechanism === null && b.mechanism === null
  return { name: 'number', weight: counted ? 3 : 1, note }
}

/** A mechanism that does not count its meetings calls them by their year. */
function editionFeature(a: MeetingProfile, b: MeetingProfile): Feature | null {
  if (a.edition === null || b.edition === null || a.mechanism === null || a.mechanism !== b.mechanism) return null
  const note = pairNote(a.edition, b.edition)
  return a.edition === b.edition ? { name: 'edition', weight: 2, note } : { name: 'session', weight: -5, note }
}

/** That both tell of a session says that they are of its days: two meetings that are something else are not one by that. */
function besideSessionFeature(a: MeetingProfile, b: MeetingProfile): Feature | null {
  if (!a.told || !b.told || a.kind === null || b.kind === null || a.kind === b.kind) return null
  const own = new Set([a, b].map(({ mechanism, session }) => `${mechanism}#${session}`))
  const both = a.told.sessions.filter(session => b.told!.sessions.includes(session))
  if (both.length === 0 || both.some(session => own.has(session))) return null
  return { name: 'beside', weight: -2, note: both.join(', ') }
}

/** Days beyond which two meetings are not taken for the parts of one. */
const NEAR = 1
/** Beyond these, neither a longer stay nor a slip of the pen explains two days. */
const LONG = 5
const LONG_AFTER_DAY = -6

/** Whether a claim without a day is the occasion of a report that came out on the other's last day, or on the day after. */
const justBefore = (a: MeetingProfile, b: MeetingProfile): boolean =>
  a.start === null && b.start !== null && b.told === null && heraldDays(a).includes(b.end ?? b.start)

function dayFeature(a: MeetingProfile, b: MeetingProfile): Feature | null {
  if (justBefore(a, b) || justBefore(b, a))
    return { name: 'day', weight: 1.2, note: pairNote(a.start ?? a.told!.published!, b.start ?? b.told!.published!) }
  if (a.start === null || b.start === null) return null
  const note = pairNote(a.start, b.start)
  const gap = Math.max(
    dayNumber(a.start) - dayNumber(b.end ?? b.start),
    dayNumber(b.start) - dayNumber(a.end ?? a.start),
  )
  if (gap <= 0) return { name: 'day', weight: 1.5, note }
  // A year may be inferred wrongly, or misprinted.
  if (a.start.slice(5) === b.start.slice(5)) return { name: 'year', weight: -0.5, note }
  if (gap <= NEAR) return { name: 'near day', weight: 0, note }
  return { name: 'day', weight: gap > LONG ? LONG_AFTER_DAY : -3, note }
}

/** Two sides rarely meet twice on one day, but for ceremonies. */
function daySidesFeature(a: MeetingProfile, b: MeetingProfile, atlas: Atlas): Feature | null {
  if (a.told && b.told) return null
  const oneDay = justBefore(a, b) || justBefore(b, a) || (a.start !== null && a.start === b.start)
  const local = a.parties.filter(id => isLocal(id, atlas))
  if (!oneDay || a.name !== null || b.name !== null || local.length < 2) return null
  const same = a.parties.join() === b.parties.join()
  return same ? { name: 'day and sides', weight: 0.5, note: local.join('+') } : null
}

function placeFeature(a: MeetingProfile, b: MeetingProfile, atlas: Atlas): Feature | null {
  if (a.place === null || b.place === null) return null
  const note = pairNote(a.place, b.place)
  if (a.place === b.place) return { name: 'place', weight: 0.7, note }
  const [one, other] = [a.place, b.place].map(id => atlas.gazetteer.places.get(id))
  const within = one && other && (atlas.sideOf(one).id === other.id || atlas.sideOf(other).id === one.id)
  return within ? { name: 'place', weight: 0.3, note } : { name: 'place', weight: -0.7, note }
}

/** By what share of the sides of both are of both; a country that stands for its province counts half. */
function partiesFeature(a: MeetingProfile, b: MeetingProfile, atlas: Atlas): Feature | null {
  if (a.parties.length === 0 || b.parties.length === 0) return null
  const shared = a.parties.filter(id => b.parties.includes(id))
  const note = pairNote(a.parties.join('+'), b.parties.join('+'))
  const [one, other] = [a, b].map(({ parties }) => parties.filter(id => isLocal(id, atlas)))
  if (one.length > 1 && other.length > 1 && shared.length === 0) return { name: 'partners', weight: -4, note }
  // Two sides that met, and one of them with a third: reports of a meeting of three name all of them.
  if (one.length === 2 && other.length === 2 && shared.length === 1) return { name: 'parties', weight: -2, note }
  const [restA, restB] = [a, b].map(({ parties }) => parties.filter(id => !shared.includes(id)))
  const within = Math.min(countWithin(restA, restB, atlas), countWithin(restB, restA, atlas))
  const share = (shared.length + within / 2) / (shared.length + restA.length + restB.length - within)
  const known = share > 0.5 && !shared.some(id => isLocal(id, atlas)) ? 0.5 : 1
  return { name: 'parties', weight: (2 * share - 1) * known, note }
}

/** How many of the sides lie in one of the others, or hold one. */
const countWithin = (sides: readonly string[], others: readonly string[], { gazetteer }: Atlas): number =>
  sides.filter(id => {
    const one = gazetteer.places.get(id)
    return others.some(each => {
      const other = gazetteer.places.get(each)
      return one && other && one.country === other.country && (one.kind === 'country' || other.kind === 'country')
    })
  }).length

/** Kinds that reports use for one another. */
const TALKS: ReadonlySet<MeetingKind> = new Set(['talks', 'working-session'])

function kindFeature(a: MeetingProfile, b: MeetingProfile): Feature | null {
  if (a.kind === null || b.kind === null) return null
  if (a.kind !== b.kind && TALKS.has(a.kind) && TALKS.has(b.kind) && !(a.told && b.told))
    return { name: 'kind', weight: 0.3, note: pairNote(a.kind, b.kind) }
  return { name: 'kind', weight: a.kind === b.kind ? 0.5 : -0.3, note: pairNote(a.kind, b.kind) }
}

/** By what share of the words of both are in both names. */
function nameFeature(a: MeetingProfile, b: MeetingProfile): Feature | null {
  if (a.name === null || b.name === null) return null
  const [one, other] = [a.name, b.name].map(name => new Set(name.split(' ')))
  const shared = [...one].filter(word => other.has(word)).length
  return { name: 'name', weight: (3 * shared) / (one.size + other.size - shared) - 2, note: pairNote(a.name, b.name) }
}

/** So many people who met are those of one meeting: another one has others. */
const A_CIRCLE = 2

function peopleFeature(a: MeetingProfile, b: MeetingProfile): Feature | null {
  const shared = a.people.filter(name => b.people.includes(name))
  if (shared.length > 0) return { name: 'people', weight: Math.min(2, shared.length), note: shared.join(', ') }
  if (a.people.length < A_CIRCLE || b.people.length < A_CIRCLE) return null
  return { name: 'other people', weight: -1.5, note: pairNote(a.people.join('+'), b.people.join('+')) }
}
