import { skeleton } from '../../text/fold.ts'
import type { Session } from '../store.ts'
import { isNameOf } from './evidence.ts'

/** A claim that a person makes, and the undertaking that it is about. */
export interface SpokenClaim {
  readonly claim: string
  readonly entity: string
  readonly day: string | null
}

/** Reports of a person that are looked through, the latest first. */
const REPORTS_OF_PERSON = 250

/** What a person says in reports that name the person, the latest first. */
export async function spokenBy(session: Session, person: string): Promise<SpokenClaim[]> {
  const own = await session.db
    .selectFrom('mention')
    .innerJoin('profile', 'profile.id', 'mention.profile')
    .select(['mention.doc', 'mention.label'])
    .where('profile.entity', '=', person)
    .orderBy('mention.day', 'desc')
    .limit(REPORTS_OF_PERSON)
    .execute()
  const names = [...new Set(own.map(({ label }) => skeleton(label)))]
  const rows = await session.db
    .selectFrom('mention')
    .innerJoin('profile', 'profile.id', 'mention.profile')
    .select(['mention.claim', 'mention.day', 'profile.entity', 'mention.said'])
    .where(
      session.among(
        'mention.doc',
        own.map(({ doc }) => doc),
      ),
    )
    .where('mention.kind', '=', 'undertaking')
    .where('mention.said', 'is not', null)
    .execute()
  return rows
    .filter(({ said }) => {
      const { speaker = '' } = JSON.parse(said!) as { speaker?: string }
      return names.some(name => isNameOf(skeleton(speaker), name))
    })
    .map(({ claim, entity, day }) => ({ claim, entity, day }))
    .toSorted((a, b) =>
      (b.day ?? '') < (a.day ?? '') ? -1 : (b.day ?? '') > (a.day ?? '') ? 1 : a.claim < b.claim ? -1 : 1,
    )
}
