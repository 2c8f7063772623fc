import { addDays, dayNumber } from '../../model/calendar.ts'
import type { Atlas } from '../atlas.ts'
import { heraldDays, isLocal, type MeetingProfile } from './profile.ts'
import { weightiest } from './signature.ts'
import type { Told } from './told.ts'

/** Length in days of the windows in which reports with a rare term in common are found; they are compared with those of the windows beside. */
const WINDOW = 3
/** How many of the weightiest terms are keys within a window, of the whole text and of each of its parts. */
const TERMS = 6
const PART_TERMS = 3
/** How many are keys, three by three, of a report of no day. */
const TRIPLED = 8
/** Days of a meeting that are keys: longer ones are met by their beginning. */
const MOST_DAYS = 3
/** How long before publication a day of the head is that of the occasion. */
const FRESH = 10
/** Gates that are keys: a report of known day is of a gate or two, or tells of many. */
const MOST_GATES = 6
const MOST_GATES_DATED = 3

/**
 * Where a meeting's profile meets others: by session; by day and side; and, for an occasion, by what its report is about in the
 * days when it was published. Reports of no day are met by what they have in common with others at any time: such keys are
 * rare ones, for what is met at any time grows with the ledger.
 */
export function blocksOf(profile: MeetingProfile, atlas: Atlas): string[] {
  const { mechanism, session, edition, told, start, kind } = profile
  const keys = mechanism !== null && session !== null ? [`session ${mechanism}#${session}`] : []
  if (mechanism !== null && edition !== null) keys.push(`edition ${mechanism}#${edition}`)
  const counting = mechanism === null && session !== null ? profile.parties.filter(id => isLocal(id, atlas)) : []
  keys.push(...counting.map(side => `counted ${kind} ${session} ${side}`))
  keys.push(...dayBlocks(profile, atlas), ...(told ? toldBlocks(told, told.published ?? start) : []))
  return [...new Set(keys)]
}

function toldBlocks(told: Told, day: string | null): string[] {
  const sessions = told.sessions.length === 1 ? [`session ${told.sessions[0]}`] : []
  const about = day === null ? aboutBlocks(told) : thenBlocks(told, day)
  return [...sessions, ...headDayBlocks(told, day), ...gateBlocks(told, day), ...about]
}

function dayBlocks(profile: MeetingProfile, atlas: Atlas): string[] {
  const { start, end, parties } = profile
  const local = parties.filter(id => isLocal(id, atlas))
  const sides = local.length > 0 ? local : [parties.join('+')]
  const days = start === null ? heraldDays(profile) : daysOf(start, end ?? start)
  return days.flatMap(day => sides.map(side => `day ${day} ${side}`))
}

const daysOf = (start: string, end: string): string[] =>
  Array.from({ length: Math.min(MOST_DAYS, dayNumber(end) - dayNumber(start) + 1) }, (_, i) => addDays(start, i))

function headDayBlocks({ days, sides }: Told, day: string | null): string[] {
  const fresh = day === null ? days : days.filter(each => isFresh(each, day))
  return fresh.flatMap(each => sides.map(side => `head ${each} ${side}`))
}

/** Whether a day without its year is one of the days before publication; 2023 and 2024 are any two years. */
function isFresh(monthDay: string, published: string): boolean {
  const before = (year: number): number => dayNumber(`2024-${published.slice(5)}`) - dayNumber(`${year}-${monthDay}`)
  return [2024, 2023].some(year => before(year) >= 0 && before(year) <= FRESH)
}

/** Gates by two: reports of one opening name the same ones. */
function gateBlocks({ gates }: Told, day: string | null): string[] {
  if (gates.length > (day === null ? MOST_GATES : MOST_GATES_DATED)) return []
  return gates.flatMap((gate, i) => gates.slice(i + 1).map(other => `gates ${gate} ${other}`))
}

const thenBlocks = (told: Told, day: string): string[] => windowBlocks(told, [windowOf(day)])

const windowOf = (day: string): number => Math.floor(dayNumber(day) / WINDOW)

function windowBlocks({ words, lead, title, names, sides }: Told, windows: readonly number[]): string[] {
  const parts = [lead, title, names].flatMap(part => weightiest(part, PART_TERMS))
  const terms = [...weightiest(words, TERMS), ...parts, ...sides]
  return windows.flatMap(window => terms.map(term => `then ${window} ${term}`))
}

/** The windows beside: reports of one occasion come out some days apart. */
export function besidesOf({ told, start }: MeetingProfile): string[] {
  const day = told?.published ?? start
  if (!told || day === null) return []
  return windowBlocks(told, [windowOf(day) - 1, windowOf(day) + 1])
}

function aboutBlocks({ words }: Told): string[] {
  const terms = weightiest(words, TRIPLED).toSorted((a, b) => a - b)
  return terms.flatMap((a, i) =>
    terms.slice(i + 1).flatMap((b, j) => terms.slice(i + j + 2).map(c => `about ${a} ${b} ${c}`)),
  )
}
