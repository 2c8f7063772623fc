import { findEntities } from '../../ledger/query/entities.ts'
import { rowsAt } from '../../ledger/query/ledger-list.ts'
import type { UndertakingRow } from '../../ledger/query/undertakings.ts'
import type { Session } from '../../ledger/store.ts'

/** The latest undertakings with a tag (`object:gate:tra-linh`, `side:vn-cao-bang`) as they stood at a day, the latest first. */
export async function rowsTagged(session: Session, tag: string, at: string, limit: number): Promise<UndertakingRow[]> {
  const entities = await findEntities(session, { kind: 'undertaking', tags: [tag], from: null, to: null, limit })
  return await rowsOf(session, entities, at)
}

/** Undertakings as they stood at a day, in the order given; those not heard of by then are left out. */
export async function rowsOf(
  session: Session,
  entities: readonly { readonly id: string }[],
  at: string,
): Promise<UndertakingRow[]> {
  return [...(await rowsAt(session, entities, at)).values()]
}
