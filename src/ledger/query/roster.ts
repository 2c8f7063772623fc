import type { Stage } from '../../model/stage.ts'
import type { Session } from '../store.ts'

/** An undertaking by all that was read, without its words: enough to filter, sort and count by. */
export interface Enrolled {
  readonly id: string
  /** ISO days; `''` where none is known. */
  readonly first: string
  readonly last: string
  readonly stage: Stage
  readonly stalled: boolean
  /** ISO day, or null. */
  readonly due: string | null
  readonly verifiable: boolean
  readonly mentions: number
  /** Numbers of its tags in `Roster.tags`. */
  readonly tags: Int32Array
}

/** All undertakings of a ledger as it stands at a row of its log, the latest spoken of first. */
export interface Roster {
  /** The last row of the log when it was made. */
  readonly seq: number
  readonly entries: readonly Enrolled[]
  /** `side:vn-cao-bang`, `field:trade`, `object:gate:tra-linh`. */
  readonly tags: readonly string[]
  readonly tagNumber: ReadonlyMap<string, number>
}

/** The last row of the log; 0 for an empty one. */
export async function lastSeq({ db }: Session): Promise<number> {
  const row = await db.selectFrom('log').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row?.seq ?? 0
}

/** Reads all undertakings: some 20 µs each, so that it is kept until the log grows. */
export async function readRoster(session: Session): Promise<Roster> {
  const seq = await lastSeq(session)
  const { tags, tagNumber, byEntity } = await readTags(session)
  const rows = await session.db
    .selectFrom('entity')
    .select(['id', 'first', 'last', 'mentions', 'data'])
    .where('kind', '=', 'undertaking')
    .orderBy('last', 'desc')
    .orderBy('id')
    .execute()
  const entries = rows.map(({ id, first, last, mentions, data }): Enrolled => {
    const { stage, stalled, due, verifiable } = JSON.parse(data) as Pick<
      Enrolled,
      'stage' | 'stalled' | 'due' | 'verifiable'
    >
    const own = Int32Array.from(byEntity.get(id) ?? [])
    return { id, first: first ?? '', last: last ?? '', stage, stalled, due, verifiable, mentions, tags: own }
  })
  return { seq, entries, tags, tagNumber }
}

async function readTags({ db }: Session) {
  const rows = await db.selectFrom('tag').select(['tag', 'entity']).where('kind', '=', 'undertaking').execute()
  const tagNumber = new Map<string, number>()
  const byEntity = new Map<string, number[]>()
  for (const { tag, entity } of rows) {
    const number = tagNumber.get(tag) ?? tagNumber.size
    tagNumber.set(tag, number)
    const own = byEntity.get(entity)
    if (own) own.push(number)
    else byEntity.set(entity, [number])
  }
  return { tags: [...tagNumber.keys()], tagNumber, byEntity }
}
