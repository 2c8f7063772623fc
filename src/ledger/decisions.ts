import type { Decision } from '../model/decision.ts'
import type { Resolvers } from '../resolve/resolvers.ts'
import { append } from './append.ts'
import { canonicalJson } from './canonical.ts'
import { deriveAgain } from './arrivals.ts'
import { docOf } from './doc.ts'
import { decisionEntry } from './entry.ts'
import { LedgerError } from './error.ts'
import { walkLog } from './log.ts'
import type { Session } from './store.ts'
import type { DecidedTable } from './tables.ts'

/**
 * Appends a decision and derives what it bears on. Gives its key, by which it can be undone. To be called in a transaction. Who undoes
 * an undoing makes the decision behind it hold again.
 */
export async function decide(session: Session, resolvers: Resolvers, decision: Decision, now: Date): Promise<string> {
  const undone = decision.undoes === null ? null : await undoing(session, decision.undoes)
  const [{ key, seq }] = await append(session, [decisionEntry({ ...decision })], now)
  const gone = undone?.gone ?? []
  await session.deleteWhereIn('decided', 'decision', gone)
  const rows = [...decidedRows(decision, key, seq), ...(undone?.back ?? [])]
  await session.bulkUpsert('decided', ['id'], rows)
  const docs = [...new Set([...rows.map(({ doc }) => doc), ...(undone?.docs ?? [])])]
  await deriveAgain(session, resolvers, docs, gone)
  return key
}

/** What an undoing takes away: keys of decisions; what it brings back; and the reports that it bears on. */
interface Undoing {
  readonly gone: readonly string[]
  readonly back: readonly DecidedTable[]
  readonly docs: readonly string[]
}

async function undoing(session: Session, key: string): Promise<Undoing> {
  const rows = await session.selectIn('decided', 'decision', [key])
  if (rows.length > 0) return { gone: [key], back: [], docs: rows.map(({ doc }) => doc) }
  const all = await loggedDecisions(session)
  const target = all.find(row => row.key === key)
  const before = new Set(thatHold(all).map(row => row.key))
  if (target?.decision.act !== 'undo' || !before.has(key)) throw gone(key)
  const after = thatHold(all.filter(row => row.key !== key))
  const back = after
    .filter(row => !before.has(row.key))
    .flatMap(({ key: again, seq, decision }) => decidedRows(decision, again, seq))
  const away = all.filter(row => before.has(row.key) && !after.includes(row) && row.key !== key)
  const docs = away.flatMap(({ decision, key: old, seq }) => decidedRows(decision, old, seq)).map(({ doc }) => doc)
  return { gone: away.map(row => row.key), back, docs }
}

const gone = (key: string): LedgerError =>
  new LedgerError(
    'decision-gone',
    `There is no decision ${key.slice(0, 10)} that holds: it was undone already, or never made. "bienban history" lists decisions.`,
  )

/** A decision of the log. */
export interface DecisionRow {
  readonly key: string
  readonly seq: number
  readonly decision: Decision
}

/** All decisions of the log, in its order. */
export async function loggedDecisions(session: Session): Promise<DecisionRow[]> {
  const rows: DecisionRow[] = []
  for await (const { key, seq, body } of walkLog(session, { kinds: ['decision'] }))
    rows.push({ key, seq, decision: JSON.parse(body) as Decision })
  return rows
}

/** Those that no other one that holds takes back: an undoing can be undone. `rows` are in the order of the log. */
export function thatHold(rows: readonly DecisionRow[]): DecisionRow[] {
  const undone = new Set<string>()
  for (const { key, decision } of rows.toReversed())
    if (decision.undoes !== null && !undone.has(key)) undone.add(decision.undoes)
  return rows.filter(({ key }) => !undone.has(key))
}

/** The rows of a decision that holds, by the documents that it hangs on; an undoing hangs on none. */
export function decidedRows(decision: Decision, key: string, seq: number): DecidedTable[] {
  if (decision.act === 'undo') return []
  const docs = new Set([...decision.on, ...decision.against].map(({ document }) => docOf(document)))
  const body = canonicalJson(decision)
  return [...docs].map(doc => ({ id: `${key} ${doc}`, decision: key, doc, seq, body, orphan: 0 }))
}
