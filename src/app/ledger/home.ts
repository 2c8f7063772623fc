import { arrivedSince, lostCounts } from '../../ledger/query/arrived.ts'
import { countAll, findEntities } from '../../ledger/query/entities.ts'
import { chosenFrom, EVERYTHING } from '../../ledger/query/roster-filter.ts'
import type { Roster } from '../../ledger/query/roster.ts'
import { entitiesIn, newsOf } from '../../ledger/query/things.ts'
import type { Session } from '../../ledger/store.ts'
import { rungOf } from '../../model/stage.ts'
import { byCodeUnit } from '../../text/order.ts'
import { meetingRow } from '../../views/answers/meetings.ts'
import { told } from '../../views/answers/told.ts'
import type { Home } from '../../views/api/home.ts'
import type { MechanismRow } from '../../views/api/meetings.ts'
import type { UndertakingRow } from '../../views/api/undertakings.ts'
import { corridorAt } from './corridor.ts'
import type { LedgerMemory } from './ledger-memory.ts'
import { mechanismRow } from './mechanisms.ts'

/** Entries of a section. */
const FEW = 6

/** News that are told. */
const MOST_NEWS = 12

/** From this many days on no word counts as silence. */
const SILENCE_DAYS = 180

/** Undertakings among which contradictions are looked for, the latest spoken of. */
const LOOKED_THROUGH = 300

/** Undertakings with a date that has passed, of which a later promise may have set another. */
const OVERDUE_LOOKED_AT = 40

/** Mechanisms among which the next sessions are looked for. */
const MECHANISMS = 30

/** Where everything stands at a day, and what came since a row of the log (null: the person was never here). */
export async function homeOf(session: Session, memory: LedgerMemory, at: string, since: number | null): Promise<Home> {
  const roster = await memory.roster(session)
  const rowsOf = async (ids: readonly string[]): Promise<UndertakingRow[]> => told(await memory.rows(session, ids, at))
  const contradicted = await contradictedIn(roster, rowsOf)
  const { gates, links } = await corridorAt(session, at)
  return {
    at,
    seq: roster.seq,
    counts: { ...(await countAll(session)) },
    changed: since === null ? NOTHING_NEW : await changedSince(session, since, at),
    silent: await rowsOf(goneSilent(roster, at)),
    overdue: (await rowsOf(overdueIn(roster, at))).filter(({ overdue }) => overdue).slice(0, FEW),
    contradicted: contradicted.slice(0, FEW),
    sessions: await nextSessions(session, at),
    waiting: {
      pairs: await memory.pairsWaiting(session),
      contradicted: contradicted.length,
      ...(await lostCounts(session)),
    },
    corridor: { gates, links },
  }
}

const NOTHING_NEW: Home['changed'] = { reports: 0, decisions: 0, news: [], meetings: [] }

async function changedSince(session: Session, since: number, at: string): Promise<Home['changed']> {
  const { reports, decisions, docs } = await arrivedSince(session, since)
  const news = (await newsOf(session, docs, at)).toSorted((a, b) => weight(b) - weight(a))
  const meetings = await session.selectIn('entity', 'id', await entitiesIn(session, docs, 'meeting', FEW))
  return { reports, decisions, news: told(news.slice(0, MOST_NEWS)), meetings: meetings.map(row => meetingRow(row)) }
}

/** What moved comes before what is new, and that before what was only heard of again. */
function weight({ row, before }: Awaited<ReturnType<typeof newsOf>>[number]): number {
  if (before === null) return 20 + rungOf(row.stage)
  const moved = row.stage !== before.stage || row.stalled !== before.stalled
  return (moved || row.contradictions > before.contradictions ? 40 : 0) + rungOf(row.stage)
}

/** Promised at least, and not heard of for half a year: those that fell silent last, since of them one can still ask. */
const goneSilent = (roster: Roster, at: string): string[] =>
  chosenFrom(roster, { ...EVERYTHING, at, silent: SILENCE_DAYS, verifiable: true }, 'latest')
    .filter(({ stage }) => rungOf(stage) >= rungOf('pledged'))
    .slice(0, FEW)
    .map(({ id }) => id)

const overdueIn = (roster: Roster, at: string): string[] =>
  roster.entries
    .filter(({ stage, due }) => stage !== 'done' && due !== null && due < at)
    .toSorted((a, b) => byCodeUnit(b.due!, a.due!))
    .slice(0, OVERDUE_LOOKED_AT)
    .map(({ id }) => id)

async function contradictedIn(
  roster: Roster,
  rowsOf: (ids: readonly string[]) => Promise<UndertakingRow[]>,
): Promise<UndertakingRow[]> {
  const rows = await rowsOf(roster.entries.slice(0, LOOKED_THROUGH).map(({ id }) => id))
  return rows.filter(({ contradictions }) => contradictions > 0)
}

/** Mechanisms whose next session is to be expected, the nearest first; those that should have met come before. */
async function nextSessions(session: Session, at: string): Promise<MechanismRow[]> {
  const filter = { kind: 'mechanism' as const, tags: [], from: null, to: null, limit: MECHANISMS }
  const rows: MechanismRow[] = []
  for (const entity of await findEntities(session, filter)) rows.push(await mechanismRow(session, entity, at))
  return rows
    .filter(({ next }) => next !== null)
    .toSorted((a, b) => byCodeUnit(a.next!, b.next!))
    .slice(0, FEW)
}
