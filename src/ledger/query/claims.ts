import type { Claim } from '../../model/claim.ts'
import type { Anchor } from '../../model/decision.ts'
import { withDecisions } from '../../resolve/decisions.ts'
import { decidedOf } from '../arrivals.ts'
import { loadSources } from '../sources.ts'
import type { Session } from '../store.ts'
import type { DecidedTable, ReportTable } from '../tables.ts'

/** A claim with its report: as the reader made it, and as people corrected it (null where it was rejected). */
export interface FoundClaim {
  readonly report: ReportTable
  /** Id of the document. */
  readonly document: string
  readonly text: string
  readonly read: Claim
  readonly claim: Claim | null
}

/** Claims of a report by their ids; those that it no longer makes are left out. */
export async function claimsIn(session: Session, doc: string, ids: readonly string[] | null): Promise<FoundClaim[]> {
  const [report] = await session.selectIn('report', 'doc', [doc])
  const source = report && (await loadSources(session, [report])).get(doc)
  if (!source) return []
  const decided = await session.selectIn('decided', 'doc', [doc])
  const decisions = decided.toSorted((a, b) => a.seq - b.seq).map(decidedOf)
  const now = new Map(withDecisions(source, decisions).claims.map(claim => [claim.id, claim]))
  const wanted = source.claims.filter(({ id }) => ids === null || ids.includes(id))
  const { id: document, text } = source.document
  return wanted.map(read => ({ report, document, text, read, claim: now.get(read.id) ?? null }))
}

/** A claim by its id, in whatever report it stands: also one that people rejected; null where none has the id. */
export async function claimAt(session: Session, id: string): Promise<FoundClaim | null> {
  const [mention] = await session.selectIn('mention', 'claim', [id])
  const docs = mention ? [mention.doc] : (await decidedOn(session, id)).map(({ doc }) => doc)
  for (const doc of docs.length > 0 ? docs : await docsOfReadings(session, id)) {
    const [found] = await claimsIn(session, doc, [id])
    if (found) return found
  }
  return null
}

const CLAIM = /^[0-9a-f]{16}$/

/** Claims that speak of nothing the ledger keeps, such as dates, stand in their readings alone: the latest reports are looked at first. */
async function docsOfReadings({ db }: Session, claim: string): Promise<string[]> {
  if (!CLAIM.test(claim)) return []
  const rows = await db
    .selectFrom('report')
    .innerJoin('log', 'log.seq', 'report.reading_seq')
    .select('report.doc')
    .where('report.relevant', '=', 1)
    .where('log.body', 'like', `%"id":"${claim}"%`)
    .orderBy('report.day', 'desc')
    .limit(1)
    .execute()
  return rows.map(({ doc }) => doc)
}

/** Decisions that hold on a claim. */
export async function decidedOn({ db }: Session, claim: string): Promise<DecidedTable[]> {
  const rows = await db.selectFrom('decided').selectAll().where('body', 'like', `%"${claim}"%`).execute()
  return rows.toSorted((a, b) => a.seq - b.seq)
}

/** Where a decision on a claim hangs. */
export const anchorOf = ({ document, read: { id, type, quote } }: FoundClaim): Anchor => ({
  document,
  claim: id,
  type,
  start: quote.start,
  end: quote.end,
  exact: quote.exact,
})
