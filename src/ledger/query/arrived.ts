import { docOf } from '../doc.ts'
import { parseDocument } from '../entry.ts'
import type { Session } from '../store.ts'

/** What came into a ledger since a row of its log. */
export interface Arrived {
  readonly reports: number
  readonly decisions: number
  /** `doc` of the latest reports that are about cooperation. */
  readonly docs: readonly string[]
}

/** Reports whose news are worked out, the latest: who was away for longer reads the ledger. */
const MOST_DOCS = 60

export async function arrivedSince(session: Session, seq: number): Promise<Arrived> {
  const counts = await session.db
    .selectFrom('log')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('n')])
    .where('seq', '>', seq)
    .where('kind', 'in', ['document', 'decision'])
    .groupBy('kind')
    .execute()
  const rows = await session.db
    .selectFrom('log')
    .select('body')
    .where('seq', '>', seq)
    .where('kind', '=', 'document')
    .orderBy('seq', 'desc')
    .limit(MOST_DOCS)
    .execute()
  const docs = rows.map(({ body }) => docOf(parseDocument(body).id))
  const reports = await session.selectIn('report', 'doc', docs)
  const countOf = (kind: string): number => counts.find(row => row.kind === kind)?.n ?? 0
  return {
    reports: countOf('document'),
    decisions: countOf('decision'),
    docs: reports.filter(({ relevant }) => relevant === 1).map(({ doc }) => doc),
  }
}

/** Decisions that lost their place: on claims that are no longer made, and on reports that have a newer version. */
export async function lostCounts({ db }: Session): Promise<{ readonly orphans: number; readonly changed: number }> {
  const rows = await db
    .selectFrom('decided')
    .innerJoin('report', 'report.doc', 'decided.doc')
    .select(['decided.orphan', 'report.replaced_by'])
    .where(where => where.or([where('decided.orphan', '=', 1), where('report.replaced_by', 'is not', null)]))
    .execute()
  const changed = rows.filter(row => row.replaced_by !== null).length
  return { orphans: rows.length - changed, changed }
}
