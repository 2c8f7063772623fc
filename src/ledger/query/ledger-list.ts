import { byCodeUnit } from '../../text/order.ts'
import { rungOf } from '../../model/stage.ts'
import type { Session } from '../store.ts'
import { bareEvidenceOn } from './evidence.ts'
import type { Roster } from './roster.ts'
import { chosenFrom, type Facets, facetsOf, type RosterFilter, type UndertakingOrder } from './roster-filter.ts'
import { undertakingsWith } from './undertaking-words.ts'
import { passes, rowAt, spokenOf, type UndertakingRow } from './undertakings.ts'

/** What is asked of the ledger: conditions, an order, and a window of the rows. */
export interface LedgerQuestion extends Omit<RosterFilter, 'ids'> {
  readonly words: string | null
  /** Id of a person who speaks of it. */
  readonly person: string | null
  readonly order: UndertakingOrder
  /** Whether `at` is not today, so that later evidence must be left out. */
  readonly past: boolean
}

/** Undertakings whose state on a day in the past is worked out, the latest first: beyond, the answer says that there are more. */
const MOST_PAST = 4000

/** Undertakings whose evidence is read in one go. */
const BATCH = 120

/** All that answer a question, in order. `rows` are there where they had to be worked out to know. */
export interface LedgerChoice {
  readonly ids: readonly string[]
  readonly rows: ReadonlyMap<string, UndertakingRow> | null
  readonly isLeast: boolean
}

/** Finds which undertakings answer a question. Of today the roster tells; of a day in the past, the evidence up to it. */
export async function chooseUndertakings(
  session: Session,
  roster: Roster,
  question: LedgerQuestion,
): Promise<LedgerChoice> {
  const filter: RosterFilter = { ...question, ids: await idsFor(session, roster, question) }
  if (question.past) return await choosePast(session, roster, filter, question.order)
  return { ids: chosenFrom(roster, filter, question.order).map(({ id }) => id), rows: null, isLeast: false }
}

/** How many undertakings have each value, by the other conditions: as they stand today. */
export async function countFacets(session: Session, roster: Roster, question: LedgerQuestion): Promise<Facets> {
  return facetsOf(roster, { ...question, ids: await idsFor(session, roster, question) })
}

async function idsFor(
  session: Session,
  roster: Roster,
  { words, person }: LedgerQuestion,
): Promise<ReadonlySet<string> | null> {
  const having = words === null ? null : await undertakingsWith(session, roster, words)
  if (person === null) return having
  const spoken = await spokenOf(session, person)
  return new Set(having === null ? spoken : spoken.filter(id => having.has(id)))
}

async function choosePast(
  session: Session,
  roster: Roster,
  filter: RosterFilter,
  order: UndertakingOrder,
): Promise<LedgerChoice> {
  const { at, stage, since, until, silent } = filter
  const lasting: RosterFilter = { ...filter, stage: null, since: null, until: null, silent: null }
  const begun = chosenFrom(roster, lasting, 'latest').filter(({ first }) => first <= at)
  const rows = await rowsAt(session, begun.slice(0, MOST_PAST), at)
  const conditions = { stage, since, until, silent, verifiable: filter.verifiable === true, past: true }
  const kept = [...rows.values()].filter(row => passes(row, conditions)).toSorted(ORDERS[order])
  return { ids: kept.map(({ id }) => id), rows, isLeast: begun.length > MOST_PAST }
}

/** The rows of some undertakings at a day, by their ids; those of which nothing was said by then are left out. */
export async function rowsAt(
  session: Session,
  entries: readonly { readonly id: string }[],
  at: string,
): Promise<Map<string, UndertakingRow>> {
  const rows = new Map<string, UndertakingRow>()
  for (let i = 0; i < entries.length; i += BATCH) {
    const ids = entries.slice(i, i + BATCH).map(({ id }) => id)
    const evidence = await bareEvidenceOn(session, ids, at)
    for (const id of ids) {
      const row = rowAt(id, '', evidence.get(id) ?? [], at)
      if (row) rows.set(id, row)
    }
  }
  return rows
}

const LATE = '9999'

const ORDERS: Readonly<Record<UndertakingOrder, (a: UndertakingRow, b: UndertakingRow) => number>> = {
  latest: (a, b) => byCodeUnit(b.last ?? '', a.last ?? ''),
  silent: (a, b) => (b.silent ?? -1) - (a.silent ?? -1),
  stage: (a, b) => rungOf(b.stage) - rungOf(a.stage),
  due: (a, b) => byCodeUnit(a.due ?? LATE, b.due ?? LATE),
  reports: (a, b) => b.reports - a.reports,
}
