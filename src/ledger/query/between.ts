import { parseDocument } from '../entry.ts'
import type { Session } from '../store.ts'
import type { ReportTable } from '../tables.ts'

/** A report on some sides, with its language. */
export interface ReportBetween {
  readonly report: ReportTable
  readonly sides: readonly string[]
  readonly lang: string
}

/** Relevant reports that are about all of some sides, up to a day, the latest first; those of no known day come last. */
export async function reportsBetween(
  session: Session,
  sides: readonly string[],
  until: string,
  limit: number,
): Promise<ReportBetween[]> {
  let query = session.db
    .selectFrom('report')
    .selectAll()
    .where('relevant', '=', 1)
    .where('replaced_by', 'is', null)
    .where(where => where.or([where('day', 'is', null), where('day', '<=', until)]))
  for (const side of sides) query = query.where('sides', 'like', `%"${side.replaceAll(/[%_]/g, '')}"%`)
  const rows = await query
    .orderBy(query => query.fn.coalesce('day', query.val('')), 'desc')
    .orderBy('doc')
    .limit(limit)
    .execute()
  const logged = await session.selectIn(
    'log',
    'seq',
    rows.map(row => row.document_seq),
  )
  const bodies = new Map(logged.map(({ seq, body }) => [seq, body]))
  return rows.map(report => {
    const body = bodies.get(report.document_seq)
    const lang = body === undefined ? '' : parseDocument(body).lang
    return { report, sides: JSON.parse(report.sides) as string[], lang }
  })
}

/** How many relevant reports were read of a side, by month (`2025-05`), up to a month. */
export async function monthsOf(session: Session, side: string, until: string): Promise<ReadonlyMap<string, number>> {
  const rows = await session.selectIn('coverage', 'side', [side])
  const months = rows.filter(({ month }) => month <= until).map(({ month, n }) => [month, n] as const)
  return new Map(months.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
