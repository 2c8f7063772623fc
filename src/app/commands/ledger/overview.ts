import { countAll, findEntities, thingOf } from '../../../ledger/query/entities.ts'
import { findUndertakings, type UndertakingFilter } from '../../../ledger/query/undertakings.ts'
import { entitiesIn, newsOf } from '../../../ledger/query/things.ts'
import type { Session } from '../../../ledger/store.ts'
import { type Overview, newsPage, overviewPage } from '../../../views/ledger/overview.ts'
import { print, todayFor, viewCommand } from '../../ledger/show.ts'
import type { LedgerFlags } from '../../ledger/with-ledger.ts'
import { gateRows } from '../../ledger/gate-rows.ts'

interface OverviewFlags extends LedgerFlags {
  readonly limit: number
}

/** `bienban overview`: the state of the ledger on one screen. */
export const overviewCommand = (flags: OverviewFlags): Promise<number> =>
  viewCommand(flags, session => overviewOf(session, todayFor(flags), flags.limit), overviewPage)

async function overviewOf(session: Session, at: string, limit: number): Promise<Overview> {
  const all: UndertakingFilter = { ...EVERYTHING, at, limit }
  const few = (filter: Partial<UndertakingFilter>) => findUndertakings(session, { ...all, ...filter })
  const gates = await findEntities(session, { kind: 'gate', tags: [], from: null, to: null, limit })
  const meetings = await findEntities(session, { kind: 'meeting', tags: [], from: null, to: at, limit })
  return {
    at,
    counts: await countAll(session),
    agreed: await few({ stage: 'agreed' }),
    underway: await few({ stage: 'underway' }),
    silent: await few({ silent: 1, verifiable: true, oldestFirst: true }),
    done: await few({ stage: 'done' }),
    meetings: meetings.map(thingOf),
    gates: await gateRows(session, gates, at),
  }
}

const EVERYTHING: Omit<UndertakingFilter, 'at' | 'limit'> = {
  tags: [],
  stage: null,
  since: null,
  until: null,
  silent: null,
  verifiable: false,
  words: null,
  person: null,
  past: false,
  oldestFirst: false,
}

/** Meetings that are named among the news. */
const MEETINGS = 8

/** Prints what reports that were just added bring. */
export async function printNews(session: Session, docs: readonly string[], flags: LedgerFlags): Promise<void> {
  const news = await newsOf(session, docs, todayFor(flags))
  const meetings = await session.selectIn('entity', 'id', await entitiesIn(session, docs, 'meeting', MEETINGS))
  const latest = meetings.map(thingOf).toSorted((a, b) => ((b.last ?? '') < (a.last ?? '') ? -1 : 1))
  if (news.length + meetings.length > 0) await print(flags, news, tongue => newsPage(news, latest, tongue))
}
