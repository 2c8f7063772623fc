import type { EntityTable } from '../../ledger/tables.ts'
import { findEntities, thingOf } from '../../ledger/query/entities.ts'
import { entitiesIn } from '../../ledger/query/things.ts'
import { historyOf } from '../../ledger/query/undertaking.ts'
import type { Session } from '../../ledger/store.ts'
import { byCodeUnit } from '../../text/order.ts'
import { loggedDecision } from '../../views/answers/decisions.ts'
import { namedOf } from '../../views/answers/named.ts'
import { told } from '../../views/answers/told.ts'
import type { UndertakingDetail, UndertakingRow } from '../../views/api/undertakings.ts'
import { entityAt } from './entity-at.ts'
import { pastOf } from './past.ts'
import { rowsOf } from './rows-of.ts'

/** Reports, related undertakings, meetings and decisions of which a page tells, the latest. */
const MOST_TELLINGS = 200
const MOST_RELATED = 8
const MOST_MEETINGS = 12
const MOST_DECISIONS = 40

/** An undertaking with its whole life up to a day; null where there is none with that id, or nothing was said of it by then. */
export async function undertakingDetail(session: Session, id: string, at: string): Promise<UndertakingDetail | null> {
  const entity = await entityAt(session, id, 'undertaking')
  if (!entity) return null
  const history = await historyOf(session, entity, at, MOST_TELLINGS)
  if (!history) return null
  const { decisions } = await pastOf(session, entity.id, MOST_DECISIONS)
  const { contradictions, ...rest } = history
  return {
    ...told(rest),
    contradictions: contradictions.map(({ kind, tellings }) => ({
      kind: kind === 'undone' ? 'undone' : 'differ',
      tellings: told(tellings),
    })),
    meetings: await meetingsIn(session, [...new Set(history.tellings.map(({ doc }) => doc))], at),
    related: told(await relatedTo(session, entity, history.row.objects, at)),
    decisions: decisions.map(decision => loggedDecision(decision, decision.holds)),
  }
}

/** Meetings of which some reports tell, the latest first. */
async function meetingsIn(
  session: Session,
  docs: readonly string[],
  at: string,
): Promise<UndertakingDetail['meetings']> {
  const entities = await session.selectIn('entity', 'id', await entitiesIn(session, docs, 'meeting'))
  return entities
    .map(entity => ({ ...namedOf(thingOf(entity)), day: startOf(entity) }))
    .filter(({ day }) => day === null || day <= at)
    .toSorted((a, b) => byCodeUnit(b.day ?? '', a.day ?? ''))
    .slice(0, MOST_MEETINGS)
}

const startOf = ({ data, first }: EntityTable): string | null =>
  (JSON.parse(data) as { start?: string | null }).start ?? first

/** Undertakings about one of the same objects, the latest first. */
async function relatedTo(
  session: Session,
  { id }: EntityTable,
  objects: readonly string[],
  at: string,
): Promise<UndertakingRow[]> {
  const related = new Map<string, EntityTable>()
  for (const object of objects) {
    const filter = { tags: [`object:${object}`], from: null, to: null, limit: MOST_RELATED + 1 }
    for (const entity of await findEntities(session, { kind: 'undertaking', ...filter })) related.set(entity.id, entity)
  }
  related.delete(id)
  const latest = [...related.values()].toSorted((a, b) => byCodeUnit(b.last ?? '', a.last ?? ''))
  return told(await rowsOf(session, latest.slice(0, MOST_RELATED), at))
}
