import { gateAt } from '../../ledger/query/gates.ts'
import { withQuotes } from '../../ledger/query/things.ts'
import type { Session } from '../../ledger/store.ts'
import type { EntityTable } from '../../ledger/tables.ts'
import type { GateRow } from '../../views/ledger/gates.ts'
import { theResolvers } from './resolving.ts'

/** Gates as they were at a day. */
export async function gateRows(session: Session, gates: readonly EntityTable[], at: string): Promise<GateRow[]> {
  const rows: GateRow[] = []
  for (const gate of gates) rows.push(await gateRow(session, gate, at))
  return rows
}

async function gateRow(session: Session, entity: EntityTable, at: string): Promise<GateRow> {
  const { now, by, others } = await gateAt(session, entity, at)
  const { ref } = JSON.parse(entity.data) as { ref: string | null }
  const known = ref === null ? undefined : theResolvers().atlas.gazetteer.gates.get(ref)
  const { id, label, first, last, mentions } = entity
  return {
    id,
    label,
    ref,
    first,
    last,
    mentions,
    class: now,
    by: await withQuotes(session, by),
    others,
    gazetteer: known
      ? {
          class: known.gateClass,
          since: known.since,
          source: known.source,
          held: known.since === null || known.since <= at,
        }
      : null,
  }
}
