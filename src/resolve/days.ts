import { addDays } from '../model/calendar.ts'
import type { MeetingClaim } from '../model/claim.ts'
import type { Source } from './mention.ts'

/** How many days a report of an occasion comes after it, at most: an older meeting is history to it. */
const FRESH_DAYS = 10

/**
 * The day on which what a report tells was said: of its occasion, which is the first meeting that it dates shortly before its
 * publication, else of publication; null where neither is known.
 */
export function dayOf({ document: { published }, claims }: Source): string | null {
  const meetings = claims.filter((claim): claim is MeetingClaim => claim.type === 'meeting')
  if (published === null) return meetings[0]?.start ?? null
  const since = addDays(published, -FRESH_DAYS)
  return meetings.find(({ start }) => start !== null && start <= published && start >= since)?.start ?? published
}
