import type { CoverageTable, ReportTable } from '../tables.ts'
import type { Session } from '../store.ts'

/** Counts the relevant reports of each side and month anew where reports come, go or change. */
export async function countCoverage(session: Session, reports: readonly ReportTable[]): Promise<void> {
  const before = await session.selectIn(
    'report',
    'doc',
    reports.map(({ doc }) => doc),
  )
  const change = new Map<string, number>()
  for (const report of before) count(change, report, -1)
  for (const report of reports) count(change, report, 1)
  const moved = [...change].filter(([, n]) => n !== 0)
  const ids = moved.map(([id]) => id)
  const known = new Map((await session.selectIn('coverage', 'id', ids)).map(row => [row.id, row]))
  const rows = moved.map(([id, n]): CoverageTable => ({ id, ...partsOf(id), n: (known.get(id)?.n ?? 0) + n }))
  await session.bulkUpsert(
    'coverage',
    ['id'],
    rows.filter(({ n }) => n > 0),
  )
  await session.deleteWhereIn(
    'coverage',
    'id',
    rows.filter(({ n }) => n <= 0).map(({ id }) => id),
  )
}

function count(change: Map<string, number>, report: ReportTable, by: number): void {
  if (!report.relevant || report.day === null || report.replaced_by !== null) return
  if (report.copy_of !== null) return
  for (const side of JSON.parse(report.sides) as string[]) {
    const id = `${side} ${report.day.slice(0, 7)}`
    change.set(id, (change.get(id) ?? 0) + by)
  }
}

function partsOf(id: string): { side: string; month: string } {
  const gap = id.lastIndexOf(' ')
  return { side: id.slice(0, gap), month: id.slice(gap + 1) }
}
