import { dayNumber } from '../../model/calendar.ts'
import type { Feature } from '../judgement.ts'
import { alike } from './signature.ts'
import type { Told } from './told.ts'

/**
 * What two texts have in common, by part: its weight is `steep · ln((cosine + FLOOR) / even)`, so that at `even` the part speaks
 * neither way. Fitted by logistic regression on pairs of general news (`bienban eval events`).
 */
const PARTS = [
  { part: 'words', steep: 2.4, even: 0.13 },
  { part: 'lead', steep: 0.35, even: 0.12 },
  { part: 'title', steep: 0.5, even: 0.25 },
  { part: 'names', steep: 0.5, even: 0.35 },
] as const
const FLOOR = 0.02

/**
 * A day between two reports, and the most that they come to: reports on cooperation use the same words for years, news does not.
 * Unknown days count like two.
 */
const PER_DAY = -0.3
const MOST_DAYS = 10
const MOST_DAYS_OF_COOPERATION = 30
const UNKNOWN_DAYS = 2
/** Weight of `published` from which two reports were published at quite other times. */
export const LONG_AFTER = PER_DAY * MOST_DAYS

/** An occasion as one report tells it: the day is that of publication, else that of the meeting. */
export interface Telling {
  readonly told: Told
  readonly day: string | null
}

/** How two reports tell their occasions: of one meeting, or of two? */
export const tellingFeatures = (one: Telling, other: Telling): Feature[] => [
  publishedFeature(one, other),
  ...wordFeatures(one.told, other.told),
  ...otherFeatures(one.told, other.told),
]

const wordFeatures = (a: Told, b: Told): Feature[] =>
  PARTS.map(({ part, steep, even }) => {
    const cosine = alike(a[part], b[part])
    const weight = steep * Math.log((cosine + FLOOR) / even)
    return { name: part, weight, note: `${Math.round(100 * cosine)} % alike` }
  })

const otherFeatures = (a: Told, b: Told): Feature[] =>
  [
    daysFeature(a, b),
    sessionsFeature(a, b),
    gatesFeature(a, b),
    sidesFeature(a, b),
    peopleFeature(a, b),
    undatedFeature(a, b),
  ].filter(feature => feature !== null)

function publishedFeature(a: Telling, b: Telling): Feature {
  const note = [a.day ?? '?', b.day ?? '?'].toSorted().join(' / ')
  if (a.day === null || b.day === null) return { name: 'published', weight: PER_DAY * UNKNOWN_DAYS, note }
  const most = a.told.relevant && b.told.relevant ? MOST_DAYS_OF_COOPERATION : MOST_DAYS
  const days = Math.min(most, Math.abs(dayNumber(a.day) - dayNumber(b.day)))
  return { name: 'published', weight: PER_DAY * days, note }
}

const sharedOf = (a: readonly string[], b: readonly string[]): string[] => a.filter(each => b.includes(each))

function daysFeature(a: Told, b: Told): Feature | null {
  if (a.days.length === 0 || b.days.length === 0) return null
  const shared = sharedOf(a.days, b.days)
  if (shared.length > 0) return { name: 'days', weight: 1.2, note: shared.join(', ') }
  const near = a.days.some(day => b.days.some(other => isNear(day, other)))
  if (near || !a.relevant || !b.relevant) return null
  return { name: 'days', weight: -1, note: [a.days.join(', '), b.days.join(', ')].toSorted().join(' / ') }
}

/** One day apart, as the days of one meeting may be; the year that is reckoned with is a leap year. */
const isNear = (day: string, other: string): boolean =>
  Math.abs(dayNumber(`2024-${day}`) - dayNumber(`2024-${other}`)) <= 1

function sessionsFeature(a: Told, b: Told): Feature | null {
  const shared = sharedOf(a.sessions, b.sessions)
  if (shared.length > 0) return { name: 'sessions', weight: 2, note: shared.join(', ') }
  const mechanisms = (sessions: readonly string[]): string[] => sessions.map(session => session.split('#')[0])
  const other = sharedOf(mechanisms(a.sessions), mechanisms(b.sessions))
  return other.length > 0 ? { name: 'sessions', weight: -3, note: other.join(', ') } : null
}

function gatesFeature(a: Told, b: Told): Feature | null {
  if (a.gates.length === 0 || b.gates.length === 0) return null
  const shared = sharedOf(a.gates, b.gates)
  if (shared.length > 0) return { name: 'gates', weight: 0.5, note: shared.join(', ') }
  return { name: 'gates', weight: -1, note: [a.gates.join(', '), b.gates.join(', ')].toSorted().join(' / ') }
}

function sidesFeature(a: Told, b: Told): Feature | null {
  if (!a.relevant || !b.relevant || a.sides.length === 0 || b.sides.length === 0) return null
  if (sharedOf(a.sides, b.sides).length > 0) return null
  return { name: 'sides', weight: -1, note: [a.sides.join(', '), b.sides.join(', ')].toSorted().join(' / ') }
}

/** How many people make a circle, and what it adds that both reports name the same one. */
const CIRCLE = 4
const SAME_CIRCLE = 1
const PER_PERSON = 0.15

/** One or two people speak on many occasions; half of those whom a report names, four or more, rarely meet twice. */
function peopleFeature(a: Told, b: Told): Feature | null {
  const shared = sharedOf(a.people, b.people)
  if (shared.length === 0) return null
  const circle = shared.length >= CIRCLE && 2 * shared.length >= Math.min(a.people.length, b.people.length)
  return { name: 'people', weight: PER_PERSON * shared.length + (circle ? SAME_CIRCLE : 0), note: shared.join(', ') }
}

/** Reports on cooperation are alike: where one has no day, more must speak for one occasion. */
function undatedFeature(a: Told, b: Told): Feature | null {
  if (!a.relevant || !b.relevant || (a.published !== null && b.published !== null)) return null
  if (sharedOf(a.days, b.days).length > 0 || sharedOf(a.sessions, b.sessions).length > 0) return null
  return { name: 'undated', weight: -1, note: 'no day in common' }
}
