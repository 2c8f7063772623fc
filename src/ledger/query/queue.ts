import type { Claim } from '../../model/claim.ts'
import type { ClaimType } from '../../model/kinds.ts'
import type { Session } from '../store.ts'
import type { ReportTable } from '../tables.ts'
import { loadSources } from '../sources.ts'
import { type OpposedClaim, opposedClaims } from './opposed.ts'
import { aroundOf } from './quotes.ts'
import { standingClaims } from './report.ts'

/** Why a claim is worth a look: it stands against another, a value was inferred, or nobody has looked at it. */
export type QueueReason = 'contradiction' | 'inferred' | 'new'

/** A claim that nobody has looked at. */
export interface QueuedClaim {
  readonly report: ReportTable
  readonly claim: Claim
  readonly around: string
  readonly reason: QueueReason
  /** Of a commitment: id of its undertaking. */
  readonly undertaking: string | null
  readonly against: OpposedClaim | null
}

/** What is looked at where nothing else speaks for it: what a dossier or a briefing would tell. */
const TOLD: ReadonlySet<ClaimType> = new Set(['commitment', 'instrument', 'meeting', 'figure', 'gate', 'link'])

/** Reports that are read in one go, and at most: what is older waits until the later ones were looked at. */
const BATCH = 20
const MOST_REPORTS = 200

/** What nobody has looked at: contradictions first, then what was inferred, then the rest of the latest reports; `limit` of each. */
export async function queuedClaims(session: Session, at: string, limit: number): Promise<QueuedClaim[]> {
  const opposed = await contradicted(session, at, limit)
  const seen = new Set(opposed.map(({ claim }) => claim.id))
  const fresh: QueuedClaim[] = []
  const countOf = (reason: QueueReason): number => fresh.filter(each => each.reason === reason).length
  for (let offset = 0; offset < MOST_REPORTS && countOf('new') < limit; offset += BATCH) {
    const reports = await latestReports(session, offset)
    fresh.push(...(await undecidedIn(session, reports)).filter(({ claim }) => !seen.has(claim.id)))
    if (reports.length < BATCH) break
  }
  const firstOf = (reason: QueueReason): QueuedClaim[] => fresh.filter(each => each.reason === reason).slice(0, limit)
  return [...opposed, ...(await withUndertakings(session, [...firstOf('inferred'), ...firstOf('new')]))]
}

const latestReports = ({ db }: Session, offset: number): Promise<ReportTable[]> =>
  db
    .selectFrom('report')
    .selectAll()
    .where('relevant', '=', 1)
    .where('replaced_by', 'is', null)
    .orderBy('day', 'desc')
    .orderBy('doc')
    .limit(BATCH)
    .offset(offset)
    .execute()

/** Claims of some reports on which nobody has decided. */
async function undecidedIn(session: Session, reports: readonly ReportTable[]): Promise<QueuedClaim[]> {
  const sources = await loadSources(session, reports)
  const decided = await session.selectIn('decided', 'doc', [...sources.keys()])
  return reports.flatMap(report => {
    const source = sources.get(report.doc)
    if (!source) return []
    const own = decided.filter(({ doc }) => doc === report.doc)
    return standingClaims(source, own).flatMap(({ claim, state }): QueuedClaim[] => {
      const reason = claim.why === undefined ? 'new' : 'inferred'
      if (state !== 'read' || (reason === 'new' && !TOLD.has(claim.type))) return []
      const around = aroundOf(source.document.text, claim.quote.start, claim.quote.end)
      return [{ report, claim, around, reason, undertaking: null, against: null }]
    })
  })
}

/** One claim of each contradiction on which nobody has decided: the later one, else the one that it stands against. */
async function contradicted(session: Session, at: string, limit: number): Promise<QueuedClaim[]> {
  const pairs = await opposedClaims(session, at, limit)
  const docs = [...new Set(pairs.flatMap(({ first, second }) => [first.mention.doc, second.mention.doc]))]
  const reports = new Map((await session.selectIn('report', 'doc', docs)).map(report => [report.doc, report]))
  const open = new Map((await undecidedIn(session, [...reports.values()])).map(each => [each.claim.id, each]))
  const queued = pairs.flatMap(({ undertaking, first, second }): QueuedClaim[] => {
    const [one, other] = open.has(second.claim) ? [second, first] : [first, second]
    const found = open.get(one.claim)
    return found ? [{ ...found, reason: 'contradiction', undertaking, against: other }] : []
  })
  return [...new Map(queued.map(each => [each.claim.id, each])).values()]
}

async function withUndertakings(session: Session, claims: readonly QueuedClaim[]): Promise<QueuedClaim[]> {
  const rows = await session.db
    .selectFrom('mention')
    .innerJoin('profile', 'profile.id', 'mention.profile')
    .select(['mention.claim', 'profile.entity'])
    .where(
      session.among(
        'mention.claim',
        claims.map(({ claim }) => claim.id),
      ),
    )
    .where('mention.kind', '=', 'undertaking')
    .execute()
  const undertakings = new Map(rows.map(({ claim, entity }) => [claim, entity]))
  return claims.map(each => ({ ...each, undertaking: undertakings.get(each.claim.id) ?? null }))
}
