import { byCodeUnit } from '../../text/order.ts'
import type { Session } from '../store.ts'
import { mentionsBy, mentionsOf, type StoredMention } from './mentions.ts'

/** Entities with more mentions are read from the latest back, not all. */
const FEW = 300

/** The latest mentions of an entity, up to a day (null: all), in order of when it was said. */
export async function latestMentions(
  session: Session,
  entity: { readonly id: string; readonly mentions: number },
  limit: number,
  until: string | null = null,
): Promise<StoredMention[]> {
  if (entity.mentions <= FEW) {
    const all = await mentionsOf(session, [entity.id])
    return all.filter(({ day }) => until === null || day === null || day <= until).slice(-limit)
  }
  const claims: { claim: string; day: string | null }[] = []
  for (const { id } of await session.selectIn('profile', 'entity', [entity.id])) {
    let query = session.db.selectFrom('mention').select(['claim', 'day']).where('profile', '=', id)
    if (until !== null) query = query.where('day', '<=', until)
    claims.push(...(await query.orderBy('day', 'desc').orderBy('claim').limit(limit).execute()))
  }
  const latest = claims
    .toSorted((a, b) => byCodeUnit(b.day ?? '', a.day ?? '') || byCodeUnit(a.claim, b.claim))
    .slice(0, limit)
  const mentions = await mentionsBy(
    session,
    latest.map(({ claim }) => claim),
  )
  return mentions.filter(mention => mention.entity === entity.id)
}

/** Mentions of an entity on one day that say one thing, such as `class:international`. */
export async function mentionsOn(
  session: Session,
  entity: string,
  day: string | null,
  fact: string,
): Promise<StoredMention[]> {
  const rows = await session.db
    .selectFrom('mention')
    .innerJoin('profile', 'profile.id', 'mention.profile')
    .select(['mention.claim', 'mention.facts'])
    .where('profile.entity', '=', entity)
    .where('mention.day', day === null ? 'is' : '=', day)
    .execute()
  const claims = rows.filter(({ facts }) => (JSON.parse(facts) as string[]).includes(fact)).map(({ claim }) => claim)
  return (await mentionsBy(session, claims)).filter(mention => mention.entity === entity)
}
