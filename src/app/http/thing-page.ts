import type { Session } from '../../ledger/store.ts'
import type { EntityTable } from '../../ledger/tables.ts'
import type { EntityKind } from '../../model/entity.ts'
import type { ThingQuery } from '../../views/api/meetings.ts'
import { sideTag } from '../ledger/finding.ts'
import { listed } from '../ledger/listing.ts'

/** A page of a list of entities by the filters of its address; `more`: there are others behind it. */
export async function pageOf(
  session: Session,
  kind: EntityKind,
  query: ThingQuery,
): Promise<{ readonly rows: readonly EntityTable[]; readonly more: boolean }> {
  const { q, side, mechanism, since = null, until = null, at = null, offset, limit } = query
  const tags = [...side.map(sideTag), ...(mechanism === undefined ? [] : [`mechanism:${mechanism}`])]
  const words = q === undefined || q.trim() === '' ? null : q
  const found = await listed(session, { kind, tags, since, until, at, words, offset, limit: limit + 1 })
  return { rows: found.slice(0, limit), more: found.length > limit }
}
