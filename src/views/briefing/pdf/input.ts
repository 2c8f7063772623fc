import type { Briefing } from '../../api/briefing.ts'

/** A run of letters that is longer than this may be wider than a line. */
const LONGEST_RUN = 32
const LONG_RUNS = new RegExp(`[^\\s\\p{Script=Han}]{${LONGEST_RUN + 1},}`, 'gu')

/** A break that shows nothing: the typesetter breaks no word by itself. */
const BREAK = '\u200B'

const breakable = (text: string): string =>
  text.replaceAll(LONG_RUNS, run => [...run].map((letter, i) => (i % 8 === 7 ? letter + BREAK : letter)).join(''))

/** All words of a briefing, with what the template needs besides. */
export const paperInput = (briefing: Briefing) => ({
  ...(mapStrings(briefing, breakable) as Briefing),
  day: briefing.at.split('-').map(Number),
})

/** Every text in some data, changed; drawings keep theirs. */
function mapStrings(data: unknown, change: (text: string) => string): unknown {
  if (typeof data === 'string') return change(data)
  if (Array.isArray(data)) return data.map(each => mapStrings(each, change))
  if (data === null || typeof data !== 'object') return data
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, key === 'svg' ? value : mapStrings(value, change)]),
  )
}
