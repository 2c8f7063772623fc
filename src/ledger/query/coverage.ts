import type { Session } from '../store.ts'

/**
 * How many relevant reports on some sides are of a day after `after`, up to `until`: of the side that was read of least, because a
 * report on all of them counts for each.
 */
export async function reportsRead(
  session: Session,
  sides: readonly string[],
  after: string,
  until: string,
): Promise<number> {
  if (sides.length === 0) return 0
  const [first, last] = [after.slice(0, 7), until.slice(0, 7)]
  const between = await monthsBetween(session, sides, first, last)
  const edges = [await reportsOfDays(session, after, first === last ? until : `${first}-31`)]
  if (first !== last) edges.push(await reportsOfDays(session, `${last}-00`, until))
  const counts = sides.map(side => (between.get(side) ?? 0) + edges.flat().filter(about => about.includes(side)).length)
  return Math.min(...counts)
}

/** Reports of whole months, the first and the last left out. */
async function monthsBetween(
  session: Session,
  sides: readonly string[],
  first: string,
  last: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await session.db
    .selectFrom('coverage')
    .select(({ fn }) => ['side', fn.sum<string | number>('n').as('n')])
    .where(session.among('side', sides))
    .where('month', '>', first)
    .where('month', '<', last)
    .groupBy('side')
    .execute()
  return new Map(rows.map(({ side, n }) => [side, Number(n)]))
}

/** The sides of each report of some days. */
async function reportsOfDays({ db }: Session, after: string, until: string): Promise<readonly string[][]> {
  const rows = await db
    .selectFrom('report')
    .select('sides')
    .where('day', '>', after)
    .where('day', '<=', until)
    .where('relevant', '=', 1)
    .where('replaced_by', 'is', null)
    .where('copy_of', 'is', null)
    .execute()
  return rows.map(({ sides }) => JSON.parse(sides) as string[])
}
