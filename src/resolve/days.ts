import type { MeetingClaim } from '../model/claim.ts'
import type { Source } from './mention.ts'

/** The day of a report: of the first meeting that it dates, which is its occasion, else of publication; null where neither is known. */
export function dayOf({ document, claims }: Source): string | null {
  const occasion = claims.find((claim): claim is MeetingClaim => claim.type === 'meeting')
  return occasion?.start ?? document.published
}
