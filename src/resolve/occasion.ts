import { addDays } from '../model/calendar.ts'
import type { MeetingClaim } from '../model/claim.ts'
import type { Source } from './mention.ts'

/** How many days a report of an occasion comes after it, at most; an older meeting is history to it. */
const FRESH_DAYS = 10

/** The ISO day on which what a report tells was said: of its occasion, else of publication; null where neither is known. */
export function occasionDay({ claims, document: { published } }: Source): string | null {
  const days = claims.flatMap(claim => (claim.type === 'meeting' && claim.start !== null ? [claim.start] : []))
  if (published === null) return days[0] ?? null
  return days.find(day => day <= published && day >= addDays(published, -FRESH_DAYS)) ?? published
}

export const meetingsOf = ({ claims }: Source): MeetingClaim[] => claims.filter(claim => claim.type === 'meeting')
