import { addDays, dayNumber } from '../../model/calendar.ts'
import type { Atlas } from '../atlas.ts'
import { isLocal, type MeetingProfile } from './profile.ts'
import { weightiest } from './signature.ts'
import type { Told } from './told.ts'

/** Length in days of the windows in which reports with a rare term in common are compared. Windows overlap by half. */
const WINDOW = 6
/** How many of the weightiest terms are keys within a window, of the whole text and of each of its parts. */
const TERMS = 6
const PART_TERMS = 3
/** How many are keys at any time, three by three. */
const TRIPLED = 5
/** Days of a meeting that are keys: longer ones are met by their beginning. */
const MOST_DAYS = 3
/** Gates that are keys: who names more tells of none. */
const MOST_GATES = 6

/**
 * Where a meeting's profile meets others: by session; by day and side; and, for an occasion, by what its report is about in
 * the days when it was published, or at any time.
 */
export function blocksOf(profile: MeetingProfile, atlas: Atlas): string[] {
  const { mechanism, session, told } = profile
  const keys = mechanism !== null && session !== null ? [`session ${mechanism}#${session}`] : []
  keys.push(...dayBlocks(profile, atlas))
  if (told)
    keys.push(
      ...told.sessions.map(each => `session ${each}`),
      ...headDayBlocks(told),
      ...gateBlocks(told),
      ...termBlocks(told, profile.start),
    )
  return [...new Set(keys)]
}

function dayBlocks({ start, end, parties }: MeetingProfile, atlas: Atlas): string[] {
  if (start === null) return []
  const local = parties.filter(id => isLocal(id, atlas))
  const sides = local.length > 0 ? local : [parties.join('+')]
  const length = Math.min(MOST_DAYS, dayNumber(end ?? start) - dayNumber(start) + 1)
  const days = Array.from({ length }, (_, i) => addDays(start, i))
  return days.flatMap(day => sides.map(side => `day ${day} ${side}`))
}

const headDayBlocks = ({ days, sides }: Told): string[] => days.flatMap(day => sides.map(side => `head ${day} ${side}`))

function termBlocks({ words, lead, title, names, published, sides }: Told, start: string | null): string[] {
  const triples = triplesOf(weightiest(words, TRIPLED)).map(terms => `about ${terms.join(' ')}`)
  const day = published ?? start
  if (day === null) return triples
  const at = dayNumber(day)
  const windows = [`a${Math.floor(at / WINDOW)}`, `b${Math.floor((at + WINDOW / 2) / WINDOW)}`]
  const parts = [lead, title, names].flatMap(part => weightiest(part, PART_TERMS))
  const then = [...weightiest(words, TERMS), ...parts, ...sides]
  return [...triples, ...then.flatMap(term => windows.map(window => `then ${window} ${term}`))]
}

/** Gates by two: a report on one opening names the same ones. */
const gateBlocks = ({ gates }: Told): string[] =>
  gates.flatMap((gate, i) => gates.slice(i + 1, MOST_GATES).map(other => `gates ${gate} ${other}`))

function triplesOf(terms: readonly number[]): number[][] {
  const sorted = terms.toSorted((a, b) => a - b)
  return sorted.flatMap((a, i) => sorted.slice(i + 1).flatMap((b, j) => sorted.slice(i + j + 2).map(c => [a, b, c])))
}
