import type { Decision } from '../model/decision.ts'
import type { Resolvers } from '../resolve/resolvers.ts'
import { append } from './append.ts'
import { canonicalJson } from './canonical.ts'
import { deriveAgain } from './arrivals.ts'
import { docOf } from './doc.ts'
import { decisionEntry } from './entry.ts'
import { LedgerError } from './error.ts'
import type { Session } from './store.ts'
import type { DecidedTable } from './tables.ts'

/** Appends a decision and derives what it bears on. Gives its key, by which it can be undone. To be called in a transaction. */
export async function decide(session: Session, resolvers: Resolvers, decision: Decision, now: Date): Promise<string> {
  const undone = decision.undoes === null ? [] : await holding(session, decision.undoes)
  const [{ key, seq }] = await append(session, [decisionEntry({ ...decision })], now)
  await session.deleteWhereIn(
    'decided',
    'decision',
    undone.map(row => row.decision),
  )
  const rows = decidedRows(decision, key, seq)
  await session.bulkUpsert('decided', ['id'], rows)
  const docs = [...new Set([...rows, ...undone].map(({ doc }) => doc))]
  await deriveAgain(session, resolvers, docs, [...new Set(undone.map(row => row.decision))])
  return key
}

/** The rows of a decision that holds, by the documents that it hangs on; an undoing hangs on none. */
export function decidedRows(decision: Decision, key: string, seq: number): DecidedTable[] {
  if (decision.act === 'undo') return []
  const docs = new Set([...decision.on, ...decision.against].map(({ document }) => docOf(document)))
  const body = canonicalJson(decision)
  return [...docs].map(doc => ({ id: `${key} ${doc}`, decision: key, doc, seq, body, orphan: 0 }))
}

async function holding(session: Session, key: string): Promise<DecidedTable[]> {
  const rows = await session.selectIn('decided', 'decision', [key])
  if (rows.length > 0) return rows
  throw new LedgerError(
    'decision-gone',
    `There is no decision ${key.slice(0, 10)} that holds: it was undone already, or never made. "bienban history" lists decisions.`,
  )
}
