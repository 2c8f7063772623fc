import type { Session } from './store.ts'
import type { ReportTable } from './tables.ts'

/** Which reports are older versions of which. */
export interface Versions {
  /** The rows of the reports that come, and of those whose place one of them takes: as they are to stand. */
  readonly rows: ReadonlyMap<string, ReportTable>
  /** By `doc` of the newer version. */
  readonly replaced: ReadonlyMap<string, readonly string[]>
}

/**
 * Finds the reports whose place others take: those with the same address, or the same id at the same outlet, and another text. The
 * one that came later counts. `coming` are in the order of the log.
 */
export async function findVersions(session: Session, coming: readonly ReportTable[]): Promise<Versions> {
  const rows = new Map<string, ReportTable>()
  const holders = new Map<string, string>()
  for (const row of await earlier(session, coming)) {
    rows.set(row.doc, row)
    if (row.replaced_by === null) for (const name of identities(row)) holders.set(name, row.doc)
  }
  const replaced = new Map<string, string[]>()
  for (const report of coming) {
    const former = rows.get(report.doc)?.replaced_by ?? null
    rows.set(report.doc, { ...report, replaced_by: former })
    if (former === null) takePlace(report, { rows, holders, replaced })
  }
  const wanted = new Set([...coming.map(({ doc }) => doc), ...[...replaced.values()].flat()])
  return { rows: new Map([...rows].filter(([doc]) => wanted.has(doc))), replaced }
}

interface Places {
  readonly rows: Map<string, ReportTable>
  readonly holders: Map<string, string>
  readonly replaced: Map<string, string[]>
}

function takePlace(report: ReportTable, { rows, holders, replaced }: Places): void {
  for (const name of identities(report)) {
    const holder = holders.get(name)
    holders.set(name, report.doc)
    if (holder === undefined || holder === report.doc || rows.get(holder)!.replaced_by !== null) continue
    rows.set(holder, { ...rows.get(holder)!, replaced_by: report.doc })
    replaced.set(report.doc, [...(replaced.get(report.doc) ?? []), holder])
  }
}

/** What says that two texts are versions of one report. */
function identities({ url, key, outlet }: ReportTable): string[] {
  const names: string[] = []
  if (url !== null) names.push(`url ${url}`)
  if (key !== null) names.push(`key ${outlet ?? ''} ${key}`)
  return names
}

async function earlier(session: Session, coming: readonly ReportTable[]): Promise<ReportTable[]> {
  const urls = coming.flatMap(({ url }) => (url === null ? [] : [url]))
  const keys = coming.flatMap(({ key }) => (key === null ? [] : [key]))
  const docs = coming.map(({ doc }) => doc)
  return [
    ...(await session.selectIn('report', 'doc', docs)),
    ...(await session.selectIn('report', 'url', urls)),
    ...(await session.selectIn('report', 'key', keys)),
  ]
}
