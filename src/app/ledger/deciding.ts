import { decide } from '../../ledger/decisions.ts'
import { decisionFor, type Verdict } from '../../ledger/judging.ts'
import { readHead } from '../../ledger/log.ts'
import { decisionAt } from '../../ledger/query/history.ts'
import type { Session, Store } from '../../ledger/store.ts'
import type { Decision } from '../../model/decision.ts'
import type { Resolvers } from '../../resolve/resolvers.ts'

/** A decision that was appended: the key by which it can be undone, and its row of the log. */
export interface Taken {
  readonly key: string
  readonly seq: number
}

/** Appends what a person decides, and derives what follows. Throws a LedgerError where it makes no sense. */
export const takeDecision = (store: Store, resolvers: Resolvers, verdict: Omit<Verdict, 'made'>): Promise<Taken> =>
  decided(store, resolvers, (session, made) => decisionFor(session, { ...verdict, made }))

/** Takes a decision back, by another one. `key` may be its first digits. */
export const undoDecision = (
  store: Store,
  resolvers: Resolvers,
  key: string,
  by: string,
  why: string | null,
): Promise<Taken> =>
  decided(store, resolvers, async (session, made) => {
    const { key: undoes } = await decisionAt(session, key)
    return { act: 'undo', by, made, why, on: [], against: [], set: null, span: null, undoes }
  })

/** Makes a decision and appends it in one transaction. */
export function decided(
  store: Store,
  resolvers: Resolvers,
  make: (session: Session, made: string) => Promise<Decision>,
): Promise<Taken> {
  const now = store.now()
  return store.transaction(async session => {
    const key = await decide(session, resolvers, await make(session, now.toISOString()), now)
    const { seq } = await readHead(session)
    return { key, seq }
  })
}
