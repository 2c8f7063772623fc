import type { Session } from './store.ts'
import type { SourceTable, VisitedTable } from './tables.ts'

/** What is remembered of a source; null for one that was never read. */
export const sourceState = async ({ db }: Session, name: string): Promise<SourceTable | null> =>
  (await db.selectFrom('source').selectAll().where('name', '=', name).executeTakeFirst()) ?? null

export const saveSource = (session: Session, row: SourceTable): Promise<void> =>
  session.bulkUpsert('source', ['name'], [row])

export const saveVisit = (session: Session, row: VisitedTable): Promise<void> =>
  session.bulkUpsert('visited', ['url'], [row])

/** Of some addresses those that were asked for before, by address. */
export const visitsTo = async (session: Session, urls: readonly string[]): Promise<ReadonlyMap<string, VisitedTable>> =>
  new Map((await session.selectIn('visited', 'url', urls)).map(row => [row.url, row]))

/** A source with how many of its pages could not be read. */
export interface WatchedSource extends SourceTable {
  readonly failed: number
}

/** All sources that were ever watched, in the order of their names. */
export async function watchedSources({ db }: Session): Promise<WatchedSource[]> {
  const sources = await db.selectFrom('source').selectAll().orderBy('name').execute()
  const failed = await db
    .selectFrom('visited')
    .select(({ fn }) => ['source', fn.countAll<string | number>().as('n')])
    .where('outcome', '=', 'failed')
    .groupBy('source')
    .execute()
  const counts = new Map(failed.map(({ source, n }) => [source, Number(n)]))
  return sources.map(source => ({ ...source, failed: counts.get(source.name) ?? 0 }))
}
