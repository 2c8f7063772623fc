import type { LedgerChoice, LedgerQuestion } from '../../ledger/query/ledger-list.ts'
import { chooseUndertakings, rowsAt } from '../../ledger/query/ledger-list.ts'
import { unsurePairs } from '../../ledger/query/pairs.ts'
import { lastSeq, readRoster, type Roster } from '../../ledger/query/roster.ts'
import type { UndertakingRow } from '../../ledger/query/undertakings.ts'
import type { Session } from '../../ledger/store.ts'

/** What is kept of the undertakings until the log grows: all of them in short, what was chosen of them, and rows that were shown. */
export interface LedgerMemory {
  readonly roster: (session: Session) => Promise<Roster>
  /** Which undertakings answer a question, in order. */
  readonly choose: (session: Session, question: LedgerQuestion) => Promise<LedgerChoice>
  /** How many pairs of things wait for a person's judgement: beyond `MOST_PAIRS` there is work enough. */
  readonly pairsWaiting: (session: Session) => Promise<number>
  /** Whether the rows of all these at a day are in memory, or there are none. */
  readonly isKept: (ids: readonly string[], at: string) => boolean
  /** Rows at a day, in the order of the ids. */
  readonly rows: (session: Session, ids: readonly string[], at: string) => Promise<UndertakingRow[]>
}

/** Choices and rows that are kept: a choice of a large ledger is some 4 MB. */
const MOST_CHOICES = 24
const MOST_ROWS = 40_000

/** Pairs that are counted. */
const MOST_PAIRS = 200

interface Kept {
  readonly seq: number
  readonly roster: Promise<Roster>
  readonly choices: Map<string, Promise<LedgerChoice>>
  readonly rows: Map<string, UndertakingRow>
  pairs: Promise<number> | null
}

export function createLedgerMemory(): LedgerMemory {
  let kept: Kept | null = null
  const keptAt = async (session: Session): Promise<Kept> => {
    const seq = await lastSeq(session)
    if (kept?.seq === seq) return kept
    const fresh: Kept = { seq, roster: readRoster(session), choices: new Map(), rows: new Map(), pairs: null }
    kept = fresh
    fresh.roster.catch(() => (kept = kept === fresh ? null : kept))
    return fresh
  }
  return {
    roster: async session => await (await keptAt(session)).roster,
    async choose(session, question) {
      const { roster, choices } = await keptAt(session)
      return await remembered(choices, JSON.stringify(question), MOST_CHOICES, async () =>
        chooseUndertakings(session, await roster, question),
      )
    },
    async pairsWaiting(session) {
      const own = await keptAt(session)
      own.pairs ??= unsurePairs(session, MOST_PAIRS).then(({ length }) => length)
      own.pairs.catch(() => (own.pairs = null))
      return await own.pairs
    },
    isKept: (ids, at) => kept !== null && ids.every(id => kept?.rows.has(`${at} ${id}`)),
    async rows(session, ids, at) {
      const { rows } = await keptAt(session)
      const missing = ids.filter(id => !rows.has(`${at} ${id}`))
      const found = await rowsAt(
        session,
        missing.map(id => ({ id })),
        at,
      )
      const asked = ids.flatMap(id => rows.get(`${at} ${id}`) ?? found.get(id) ?? [])
      for (const [id, row] of found) rows.set(`${at} ${id}`, row)
      for (const oldest of rows.keys()) {
        if (rows.size <= MOST_ROWS) break
        rows.delete(oldest)
      }
      return asked
    },
  }
}

/** A value that is made once; of too many, the one that was made first goes. What could not be made is tried again. */
async function remembered<T>(
  kept: Map<string, Promise<T>>,
  key: string,
  most: number,
  make: () => Promise<T>,
): Promise<T> {
  const known = kept.get(key)
  if (known) return await known
  const made = make()
  kept.set(key, made)
  const [oldest] = kept.keys()
  if (kept.size > most) kept.delete(oldest)
  try {
    return await made
  } catch (error) {
    kept.delete(key)
    throw error
  }
}
