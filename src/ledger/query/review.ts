import { reviewOf, type ReviewItem } from '../../resolve/undertakings/review.ts'
import type { Session } from '../store.ts'
import { copiesOf, originalsOf } from './copies.ts'
import { evidenceOn, type Said } from './evidence.ts'
import type { Found } from './find-id.ts'
import { latestMentions } from './latest.ts'

/** What came of each item of a meeting, with all that was said of it. */
export interface Review {
  readonly id: string
  readonly label: string
  readonly day: string | null
  readonly at: string
  readonly docs: readonly string[]
  readonly items: readonly ReviewItem[]
  readonly said: ReadonlyMap<string, readonly Said[]>
}

/** Reports of a meeting that are read, at most. */
const MOST_REPORTS = 300

/** Takes stock of a meeting, or of the meeting that one report tells, at a day. */
export async function reviewMeeting(session: Session, found: Found, at: string): Promise<Review | null> {
  const meeting = await meetingOf(session, found)
  if (!meeting) return null
  const rows = await session.db
    .selectFrom('mention')
    .innerJoin('profile', 'profile.id', 'mention.profile')
    .select('profile.entity')
    .distinct()
    .where(session.among('mention.doc', meeting.docs))
    .where('mention.kind', '=', 'undertaking')
    .execute()
  const said = await evidenceOn(
    session,
    rows.map(({ entity }) => entity),
    at,
    meeting.docs,
  )
  return { ...meeting, at, items: reviewOf(meeting, said, at), said }
}

async function meetingOf(session: Session, found: Found) {
  if (found.what === 'report') {
    const { doc, title, day } = found.report
    return { id: doc, label: title ?? doc, day, docs: await withCopies(session, [doc]) }
  }
  const entity = found.what === 'entity' ? found.entity : found.entities.find(({ kind }) => kind === 'meeting')
  if (entity?.kind !== 'meeting') return null
  const mentions = await latestMentions(session, entity, MOST_REPORTS)
  // Reports that only mention it beside their own occasion do not tell what was agreed there.
  const telling = mentions.filter(({ facts }) => facts.includes('told:occasion'))
  const docs = [...new Set(telling.map(({ doc }) => doc))]
  const { start } = JSON.parse(entity.data) as { start: string | null }
  return { id: entity.id, label: entity.label, day: start ?? entity.first, docs: await withCopies(session, docs) }
}

/** Reports and all that repeat their text: what was added to a copy was said there too. */
async function withCopies(session: Session, docs: readonly string[]): Promise<string[]> {
  const originals = await originalsOf(session, docs)
  const tellers = new Set(docs.map(doc => originals.get(doc) ?? doc))
  const copies = [...(await copiesOf(session, [...tellers])).values()].flat()
  return [...new Set([...tellers, ...docs, ...copies.map(({ doc }) => doc)])]
}
