import { decidedOf } from '../arrivals.ts'
import type { Session } from '../store.ts'
import type { DecidedTable } from '../tables.ts'
import type { LoggedDecision } from './history.ts'

/** Decisions that hold and hang on words of some reports, the latest first. */
export async function decisionsIn(session: Session, docs: readonly string[]): Promise<LoggedDecision[]> {
  const rows = await session.selectIn('decided', 'doc', docs)
  return standingOf(rows)
}

/** Decisions from their rows, each once, the latest first. */
export function standingOf(rows: readonly DecidedTable[]): LoggedDecision[] {
  const once = [...new Map(rows.map(row => [row.decision, row])).values()]
  return once
    .toSorted((a, b) => b.seq - a.seq)
    .map(row => {
      const { key, ...decision } = decidedOf(row)
      return { key, seq: row.seq, at: decision.made, decision }
    })
}

/** Decisions that bear on some claims. */
export const bearingOn = (decisions: readonly LoggedDecision[], claims: ReadonlySet<string>): LoggedDecision[] =>
  decisions.filter(({ decision: { on, against } }) => [...on, ...against].some(({ claim }) => claims.has(claim)))
