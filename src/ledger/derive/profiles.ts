import { entityId } from '../../resolve/assemble.ts'
import { sumLabels, sumTallies } from '../../resolve/tallies.ts'
import { type Profile, profileOf, profileRow, summand, sumOf } from './state.ts'
import type { Told } from './mentions.ts'
import type { Session } from '../store.ts'
import { grouped } from '../../text/order.ts'

/** What was taken out with the mentions of some reports. */
export interface Withdrawn {
  /** Profiles that lost mentions; they must be summed again. */
  readonly profiles: readonly string[]
  readonly components: readonly string[]
  readonly entities: readonly string[]
}

const NOTHING: Withdrawn = { profiles: [], components: [], entities: [] }

/** Takes out the mentions of reports, so that they can be read again. */
export async function withdraw(session: Session, docs: readonly string[]): Promise<Withdrawn> {
  const mentions = await session.selectIn('mention', 'doc', docs)
  if (mentions.length === 0) return NOTHING
  await session.deleteWhereIn('mention', 'doc', docs)
  const profiles = [...new Set(mentions.map(({ profile }) => profile))]
  const rows = await session.selectIn('profile', 'id', profiles)
  return {
    profiles,
    components: [...new Set(rows.map(({ component }) => component))],
    entities: [...new Set(rows.map(({ entity }) => entity))],
  }
}

/**
 * Writes mentions, and adds them to their profiles. Those of `again` lost mentions before and are summed from what is left; a profile
 * that nobody mentions any more goes, with its blocks and edges. Gives the new profiles (each an entity of its own so far), and the
 * entities whose sums have changed.
 */
export async function addMentions(
  session: Session,
  told: readonly Told[],
  again: readonly string[],
): Promise<{ fresh: readonly Profile[]; touched: readonly string[] }> {
  await session.bulkInsert(
    'mention',
    told.map(({ row }) => row),
  )
  const byProfile = grouped(told, ({ row }) => row.profile)
  const known = new Map(
    (await session.selectIn('profile', 'id', [...new Set([...byProfile.keys(), ...again])])).map(row => [
      row.id,
      profileOf(row),
    ]),
  )
  const resummed = again.length > 0 ? await sumAgain(session, again, known) : new Map<string, Profile>()
  const changed: Profile[] = [...resummed.values()]
  const fresh: Profile[] = []
  for (const [id, same] of byProfile) {
    if (resummed.has(id)) continue
    const sum = sumOf(same.map(({ mention }) => mention))
    const old = known.get(id)
    if (old) {
      changed.push({
        ...old,
        tallies: sumTallies([old.tallies, sum.tallies]),
        labels: sumLabels([old.labels, sum.labels]),
      })
    } else
      fresh.push({
        id,
        kind: same[0].row.kind,
        data: same[0].mention.profile,
        ...sum,
        component: id,
        entity: entityId(same[0].row.kind, id),
      })
  }
  await session.bulkUpsert('profile', ['id'], changed.map(profileRow))
  return { fresh, touched: [...changed, ...fresh].map(({ entity }) => entity) }
}

/** Sums profiles from the mentions that are left; drops those that have none. */
async function sumAgain(
  session: Session,
  ids: readonly string[],
  known: ReadonlyMap<string, Profile>,
): Promise<Map<string, Profile>> {
  const mentions = grouped(await session.selectIn('mention', 'profile', ids), ({ profile }) => profile)
  const gone = ids.filter(id => !mentions.has(id))
  await session.deleteWhereIn('profile', 'id', gone)
  await session.deleteWhereIn('block', 'profile', gone)
  await session.deleteWhereIn('edge', 'a', gone)
  await session.deleteWhereIn('edge', 'b', gone)
  return new Map([...mentions].map(([id, rows]) => [id, { ...known.get(id)!, ...sumOf(rows.map(summand)) }]))
}
