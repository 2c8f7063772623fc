import type { RulingTable } from '../tables.ts'
import type { Session } from '../store.ts'
import type { Hand } from './hand.ts'
import { grouped } from '../../text/order.ts'

/** A decision on identity, as it bears on the claims that the ledger holds now. */
export interface Ruling {
  /** Key of the decision in the log. */
  readonly decision: string
  readonly seq: number
  readonly verdict: 'same' | 'apart'
  /** Ids of claims. Empty on both sides where the decision was undone. */
  readonly on: readonly string[]
  readonly against: readonly string[]
}

/** Writes what decisions say of pairs of profiles in place of what stood there for them. Gives the components that they bear on. */
export async function applyRulings(
  session: Session,
  hand: Hand,
  rulings: readonly Ruling[],
): Promise<readonly string[]> {
  if (rulings.length === 0) return []
  const keys = rulings.map(({ decision }) => decision)
  const before = await session.selectIn('ruling', 'decision', keys)
  await session.deleteWhereIn('ruling', 'decision', keys)
  const claims = [...new Set(rulings.flatMap(({ on, against }) => [...on, ...against]))]
  const profiles = grouped(await session.selectIn('mention', 'claim', claims), ({ claim }) => claim)
  const idsOf = (named: readonly string[]): string[] => [
    ...new Set(named.flatMap(claim => (profiles.get(claim) ?? []).map(({ profile }) => profile))),
  ]
  const rows = rulings.flatMap(({ decision, seq, verdict, on, against }) =>
    pairs(idsOf(on), idsOf(against)).map(([a, b]): RulingTable => ({ a, b, verdict, decision, seq })),
  )
  await session.bulkInsert('ruling', rows)
  const bearing = [...before, ...rows].flatMap(({ a, b }) => [a, b])
  const profilesOf = await hand.take(bearing)
  return [...new Set([...profilesOf.values()].map(({ component }) => component))]
}

function pairs(on: readonly string[], against: readonly string[]): [string, string][] {
  return on.flatMap(one =>
    against
      .filter(other => other !== one)
      .map((other): [string, string] => (one < other ? [one, other] : [other, one])),
  )
}
