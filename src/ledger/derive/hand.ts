import type { Session } from '../store.ts'
import type { ProfileTable } from '../tables.ts'
import { type Profile, profileOf, profileRow } from './state.ts'

/** Where a profile stands among the others. */
export type Standing = Pick<ProfileTable, 'id' | 'kind' | 'component' | 'entity'>

/**
 * The profiles that an addition has in hand: each is read once, changed here, and written once, at the end. What the ledger
 * still has of them meanwhile is out of date, so that all who ask for profiles ask here.
 */
export interface Hand {
  /** Those with these ids; one that there is not is left out. They are in hand from then on. */
  take(ids: Iterable<string>): Promise<ReadonlyMap<string, Profile>>
  /** New ones, or ones that have changed. */
  put(profiles: readonly Profile[]): void
  drop(ids: readonly string[]): Promise<void>
  inComponents(names: readonly string[]): Promise<readonly Standing[]>
  ofEntities(ids: readonly string[]): Promise<readonly Profile[]>
  write(): Promise<void>
}

export function createHand(session: Session): Hand {
  const held = new Map<string, Profile>()
  const changed = new Set<string>()
  /** Where they stood when they were read. */
  const stood = new Map<string, string>()
  const take: Hand['take'] = async ids => {
    const asked = [...new Set(ids)]
    const missing = asked.filter(id => !held.has(id))
    for (const row of await session.selectIn('profile', 'id', missing)) {
      held.set(row.id, profileOf(row))
      stood.set(row.id, standOf(row))
    }
    return new Map(asked.flatMap(id => (held.has(id) ? [[id, held.get(id)!]] : [])))
  }
  /** Those in hand for which it is so, and of the ledger's the ones that are not in hand. */
  const withHeld = <T extends Standing>(stored: readonly T[], isSo: (profile: Profile) => boolean): (T | Profile)[] => [
    ...stored.filter(({ id }) => !held.has(id)),
    ...[...held.values()].filter(isSo),
  ]
  return {
    take,
    put(profiles) {
      for (const profile of profiles) {
        held.set(profile.id, profile)
        changed.add(profile.id)
      }
    },
    async drop(ids) {
      for (const id of ids) {
        held.delete(id)
        changed.delete(id)
      }
      await session.deleteWhereIn('profile', 'id', ids)
    },
    async inComponents(names) {
      const wanted = new Set(names)
      const stored = names.length === 0 ? [] : await standingsIn(session, names)
      return withHeld(stored, ({ component }) => wanted.has(component))
    },
    async ofEntities(ids) {
      const wanted = new Set(ids)
      const stored = (await session.selectIn('profile', 'entity', ids)).filter(({ id }) => !held.has(id))
      return withHeld(stored.map(profileOf), ({ entity }) => wanted.has(entity))
    },
    async write() {
      const rows = [...changed].map(id => profileRow(held.get(id)!))
      const [summed, moved] = parted(rows, row => stood.get(row.id) === standOf(row))
      await session.bulkUpsert('profile', ['id'], moved)
      // Most only count more: the indexes of where they stand are left alone.
      await session.bulkUpsert('profile', ['id'], summed, ['tallies', 'labels'])
    },
  }
}

const standOf = ({ component, entity }: Pick<Standing, 'component' | 'entity'>): string => `${component} ${entity}`

const parted = <T>(list: readonly T[], isSo: (each: T) => boolean): [T[], T[]] => [
  list.filter(isSo),
  list.filter(each => !isSo(each)),
]

/** Without what the profiles say: a component may have many. */
const standingsIn = (session: Session, names: readonly string[]): Promise<Standing[]> =>
  session.db
    .selectFrom('profile')
    .select(['id', 'kind', 'component', 'entity'])
    .where(session.among('component', names))
    .execute()
