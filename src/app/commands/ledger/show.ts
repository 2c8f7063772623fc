import { decidedOf } from '../../../ledger/arrivals.ts'
import { claimAt, claimsIn, decidedOn } from '../../../ledger/query/claims.ts'
import { copiesOf } from '../../../ledger/query/copies.ts'
import { thingOf } from '../../../ledger/query/entities.ts'
import { findId, type Found } from '../../../ledger/query/find-id.ts'
import { aroundOf } from '../../../ledger/query/quotes.ts'
import { meetingHistory, thingHistory } from '../../../ledger/query/things.ts'
import { historyOf } from '../../../ledger/query/undertaking.ts'
import type { Session } from '../../../ledger/store.ts'
import type { EntityTable, ReportTable } from '../../../ledger/tables.ts'
import { type ClaimHistory, claimPage, type ReportHistory, reportPage } from '../../../views/ledger/claims.ts'
import { card, type Page, section } from '../../../views/ledger/page.ts'
import { meetingPage, thingPage } from '../../../views/ledger/things.ts'
import { undertakingPage } from '../../../views/ledger/undertaking.ts'
import type { Tongue } from '../../../views/ledger/wording.ts'
import { unknownId } from '../../ledger/finding.ts'
import { todayFor, viewCommand } from '../../ledger/show.ts'
import type { LedgerFlags } from '../../ledger/with-ledger.ts'

export interface ShowFlags extends LedgerFlags {
  readonly at?: string
  readonly limit: number
}

/** What is shown: data for programs, and how people see it. */
interface Shown {
  readonly data: unknown
  readonly page: (tongue: Tongue) => Page
}

/** `bienban show ID`: anything by its id. */
export const showCommand = (id: string, flags: ShowFlags): Promise<number> =>
  viewCommand(
    flags,
    session => shownBy(session, id, flags),
    ({ page }, tongue) => page(tongue),
    ({ data }) => data,
  )

async function shownBy(session: Session, id: string, flags: ShowFlags): Promise<Shown> {
  const found = await findId(session, id)
  if (found?.what === 'entity') return await entityShown(session, found.entity, flags)
  if (found?.what === 'report') return await reportShown(session, found.report)
  const claim = await claimShown(session, id, found)
  if (claim) return claim
  throw unknownId(id)
}

async function entityShown(session: Session, entity: EntityTable, flags: ShowFlags): Promise<Shown> {
  const at = flags.at ?? todayFor(flags)
  if (entity.kind === 'undertaking') {
    const data = await historyOf(session, entity, at, flags.limit)
    return { data, page: tongue => (data ? undertakingPage(data, tongue) : nothingBy(entity, at, tongue)) }
  }
  if (entity.kind === 'meeting') {
    const data = await meetingHistory(session, entity, flags.limit, at)
    return { data: { ...data, review: undefined }, page: tongue => meetingPage(data, tongue) }
  }
  const data = await thingHistory(session, entity, flags.limit, at)
  return { data, page: tongue => thingPage(data, tongue) }
}

const nothingBy = ({ label, id }: EntityTable, at: string, { words }: Tongue): Page => ({
  title: label,
  lines: [`${id} · ${words.atDay(at)}`],
  sections: [section(null, [card({ title: words.nothing })])],
})

async function claimShown(session: Session, id: string, found: Found | null): Promise<Shown | null> {
  const claim = await claimAt(session, id)
  if (!claim) return null
  const rows = await decidedOn(session, id)
  const entities = found?.what === 'claim' ? found.entities : []
  const { start, end } = (claim.claim ?? claim.read).quote
  const logged = rows.map(row => ({
    key: row.decision,
    seq: row.seq,
    at: decidedOf(row).made,
    decision: decidedOf(row),
  }))
  const data: ClaimHistory = {
    report: claim.report,
    read: claim.read,
    claim: claim.claim,
    words: aroundOf(claim.text, start, end),
    entities: entities.map(thingOf),
    decisions: logged,
  }
  return { data, page: tongue => claimPage(data, tongue) }
}

async function reportShown(session: Session, report: ReportTable): Promise<Shown> {
  const rows = await session.db
    .selectFrom('mention')
    .innerJoin('profile', 'profile.id', 'mention.profile')
    .select(['mention.claim', 'profile.entity'])
    .where('mention.doc', '=', report.doc)
    .execute()
  const claims = (await claimsIn(session, report.doc, null)).flatMap(({ claim }) => (claim ? [claim] : []))
  const data: ReportHistory = {
    report,
    copies: (await copiesOf(session, [report.doc])).get(report.doc) ?? [],
    claims: claims.map(claim => ({
      ...claim,
      entities: [...new Set(rows.filter(row => row.claim === claim.id).map(({ entity }) => entity))],
    })),
  }
  return { data, page: tongue => reportPage(data, tongue) }
}
