import type { EntityKind } from '../../model/entity.ts'
import type { Session } from '../store.ts'
import type { EntityTable } from '../tables.ts'

/** Entities that are in memory at once. */
const WALKED = 150

/** All entities, or those of one kind, in the order of their ids, some at a time. */
export async function* walkEntities({ db }: Session, kind: EntityKind | null): AsyncGenerator<readonly EntityTable[]> {
  let last = kind === null ? '' : `${kind}-`
  const end = kind === null ? '~' : `${kind}-g`
  for (;;) {
    const rows = await db
      .selectFrom('entity')
      .selectAll()
      .where('id', '>', last)
      .where('id', '<', end)
      .orderBy('id')
      .limit(WALKED)
      .execute()
    if (rows.length > 0) yield rows
    if (rows.length < WALKED) return
    last = rows[rows.length - 1].id
  }
}
