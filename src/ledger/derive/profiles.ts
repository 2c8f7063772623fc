import { entityId } from '../../resolve/assemble.ts'
import { sumLabels, sumTallies } from '../../resolve/tallies.ts'
import { grouped } from '../../text/order.ts'
import type { Resolvers } from '../../resolve/resolvers.ts'
import type { Session } from '../store.ts'
import { blocksOf } from './compare.ts'
import type { Hand } from './hand.ts'
import type { Told } from './mentions.ts'
import { type Comparable, comparableOf, type Profile, summand, sumOf } from './state.ts'

/** What was taken out with the mentions of some reports. */
export interface Withdrawn {
  /** Profiles that lost mentions; they must be summed again. */
  readonly profiles: readonly string[]
  readonly components: readonly string[]
  readonly entities: readonly string[]
}

const NOTHING: Withdrawn = { profiles: [], components: [], entities: [] }

/** Takes out the mentions of reports, so that they can be read again. */
export async function withdraw(session: Session, hand: Hand, docs: readonly string[]): Promise<Withdrawn> {
  const mentions = await session.selectIn('mention', 'doc', docs)
  if (mentions.length === 0) return NOTHING
  await session.deleteWhereIn('mention', 'doc', docs)
  const profiles = [...new Set(mentions.map(({ profile }) => profile))]
  const rows = [...(await hand.take(profiles)).values()]
  return {
    profiles,
    components: [...new Set(rows.map(({ component }) => component))],
    entities: [...new Set(rows.map(({ entity }) => entity))],
  }
}

/** What the mentions of an addition did to the profiles. */
export interface Added {
  /** Profiles that are new, each an entity of its own so far. */
  readonly fresh: readonly Comparable[]
  /** Entities whose sums have changed, those of new profiles among them. */
  readonly touched: readonly string[]
}

/**
 * Writes mentions, and adds them to their profiles. Those of `again` lost mentions before and are summed from what is left; a profile
 * that nobody mentions any more goes, with its blocks and edges.
 */
export async function addMentions(
  session: Session,
  hand: Hand,
  resolvers: Resolvers,
  told: readonly Told[],
  again: readonly string[],
): Promise<Added> {
  await session.bulkInsert(
    'mention',
    told.map(({ row }) => row),
  )
  const byProfile = grouped(told, ({ row }) => row.profile)
  const known = await hand.take([...byProfile.keys(), ...again])
  const resummed =
    again.length > 0 ? await sumAgain(session, hand, resolvers, again, known) : new Map<string, Profile>()
  const changed: Profile[] = [...resummed.values()]
  const fresh: Comparable[] = []
  for (const [id, same] of byProfile) {
    if (resummed.has(id)) continue
    const old = known.get(id)
    if (!old) fresh.push({ id, kind: same[0].row.kind, data: same[0].mention.profile })
    changed.push(old ? withMentions(old, same) : profileFrom(id, same))
  }
  hand.put(changed)
  return { fresh, touched: changed.map(({ entity }) => entity) }
}

const mentionsIn = (told: readonly Told[]) => sumOf(told.map(({ mention }) => mention))

function withMentions(profile: Profile, told: readonly Told[]): Profile {
  const { tallies, labels } = mentionsIn(told)
  return {
    ...profile,
    tallies: sumTallies([profile.tallies, tallies]),
    labels: sumLabels([profile.labels, labels]),
  }
}

const profileFrom = (id: string, told: readonly Told[]): Profile => ({
  id,
  kind: told[0].row.kind,
  data: JSON.stringify(told[0].mention.profile),
  ...mentionsIn(told),
  component: id,
  entity: entityId(told[0].row.kind, id),
})

/** Sums profiles from the mentions that are left; drops those that have none. */
async function sumAgain(
  session: Session,
  hand: Hand,
  resolvers: Resolvers,
  ids: readonly string[],
  known: ReadonlyMap<string, Profile>,
): Promise<Map<string, Profile>> {
  const mentions = grouped(await session.selectIn('mention', 'profile', ids), ({ profile }) => profile)
  const gone = ids.filter(id => !mentions.has(id))
  await hand.drop(gone)
  await leaveBlocks(
    session,
    resolvers,
    gone.map(id => comparableOf(known.get(id)!)),
  )
  await session.deleteWhereIn('edge', 'a', gone)
  await session.deleteWhereIn('edge', 'b', gone)
  return new Map([...mentions].map(([id, rows]) => [id, { ...known.get(id)!, ...sumOf(rows.map(summand)) }]))
}

/** Blocks are found by their names, not by whose they are: an index of both would be as large as they are themselves. */
async function leaveBlocks(session: Session, resolvers: Resolvers, gone: readonly Comparable[]): Promise<void> {
  const names = gone.flatMap(profile => blocksOf(resolvers, profile))
  await session.db
    .deleteFrom('block')
    .where(session.among('block', [...new Set(names)]))
    .where(
      session.among(
        'profile',
        gone.map(({ id }) => id),
      ),
    )
    .execute()
}
