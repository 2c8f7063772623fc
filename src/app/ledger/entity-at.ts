import { findId } from '../../ledger/query/find-id.ts'
import type { Session } from '../../ledger/store.ts'
import type { EntityTable } from '../../ledger/tables.ts'
import type { EntityKind } from '../../model/entity.ts'

/** The entity of a kind that an id leads to, also a former one of its ids; null where there is none. */
export async function entityAt(session: Session, id: string, kind: EntityKind): Promise<EntityTable | null> {
  const found = await findId(session, id)
  return found?.what === 'entity' && found.entity.kind === kind ? found.entity : null
}
