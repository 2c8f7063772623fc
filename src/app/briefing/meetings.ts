import { findEntities } from '../../ledger/query/entities.ts'
import { type Review, reviewMeeting } from '../../ledger/query/review.ts'
import { reviewedMeeting } from '../../ledger/query/reviewed.ts'
import type { Session } from '../../ledger/store.ts'
import type { EntityTable } from '../../ledger/tables.ts'
import type { BriefingOptions, MeetingReviewed } from '../../views/briefing/facts.ts'

/** Meetings of both sides that are looked at, the latest first, and those that are taken stock of. */
const LOOKED_AT = 40
const REVIEWED = 2

/** One item alone may be a paper signed at a ceremony: minutes hold several. */
const FEWEST_ITEMS = 2

/** The last meetings of two sides before a day whose reports tell of minutes, each item with what came of it. */
export async function lastMinutes(session: Session, options: BriefingOptions): Promise<MeetingReviewed[]> {
  const { ours, partner, since, at } = options
  const tags = [...new Set([`side:${ours}`, `side:${partner}`])]
  const meetings = await findEntities(session, { kind: 'meeting', tags, from: since, to: at, limit: LOOKED_AT })
  const reviewed: MeetingReviewed[] = []
  for (const entity of meetings.toSorted((a, b) => (dayOf(b) < dayOf(a) ? -1 : 1))) {
    const review = await reviewMeeting(session, { what: 'entity', entity }, at)
    if (review && review.items.length >= FEWEST_ITEMS && (review.day ?? '') <= at)
      reviewed.push(await reviewedOf(session, entity, review))
    if (reviewed.length >= REVIEWED) break
  }
  return reviewed
}

interface MeetingData {
  readonly kind?: string | null
  readonly start?: string | null
  readonly place?: string | null
  readonly parties?: readonly string[]
  readonly mechanism?: string | null
  readonly session?: number | null
}

const dataOf = ({ data }: EntityTable): MeetingData => JSON.parse(data) as MeetingData

const dayOf = (entity: EntityTable): string => dataOf(entity).start ?? entity.first ?? ''

async function reviewedOf(session: Session, entity: EntityTable, review: Review): Promise<MeetingReviewed> {
  const { kind = null, place = null, parties = [], mechanism = null, session: number = null } = dataOf(entity)
  const { id, day, items } = await reviewedMeeting(session, review)
  const told = items.map(({ agreed, later, ...item }) => ({
    ...item,
    agreed: agreed[0] ?? null,
    later: later.at(-1) ?? null,
  }))
  return { id, kind, mechanism, session: number, place, parties, day, items: told }
}
