import { evidenceOn, type Said } from '../../ledger/query/evidence.ts'
import { type Telling, tellingsOf } from '../../ledger/query/undertaking.ts'
import { findUndertakings, rowAt, type UndertakingRow } from '../../ledger/query/undertakings.ts'
import type { Session } from '../../ledger/store.ts'
import { rungOf } from '../../model/stage.ts'
import { isPromise, type Word } from '../../resolve/undertakings/evidence.ts'
import { type Life, lifeAt } from '../../resolve/undertakings/life.ts'
import { byCodeUnit, distinct } from '../../text/order.ts'
import type { BriefingOptions, Item } from '../../views/briefing/facts.ts'

/** Undertakings of a briefing, at most: what is beyond is told to be left out. */
const MOST = 400

/** The undertakings of two sides at a day with the words that matter; `more` where there are more than are read. */
export async function itemsOf(
  session: Session,
  options: BriefingOptions,
  chosen: readonly string[],
): Promise<{ items: readonly Item[]; more: boolean }> {
  const rows = chosen.length > 0 ? await chosenRows(session, chosen, options.at) : await rowsBetween(session, options)
  const { fields } = options
  const wanted = fields.length === 0 ? rows : rows.filter(row => row.fields.some(each => fields.some(f => f === each)))
  return { items: await withWords(session, wanted, options.at), more: rows.length >= MOST }
}

const rowsBetween = (session: Session, { ours, partner, since, at }: BriefingOptions): Promise<UndertakingRow[]> =>
  findUndertakings(session, {
    tags: [...new Set([`side:${ours}`, `side:${partner}`])],
    stage: null,
    since,
    until: null,
    silent: null,
    verifiable: false,
    words: null,
    person: null,
    at,
    past: true,
    oldestFirst: false,
    limit: MOST,
  })

async function chosenRows(session: Session, ids: readonly string[], at: string): Promise<UndertakingRow[]> {
  const entities = await session.selectIn('entity', 'id', ids)
  const evidence = await evidenceOn(session, ids, at)
  const rows = entities.flatMap(({ id, label }) => rowAt(id, label, evidence.get(id) ?? [], at) ?? [])
  return rows.toSorted((a, b) => byCodeUnit(b.last ?? '', a.last ?? '') || byCodeUnit(a.id, b.id))
}

/** All words are looked up in one go: each report is read once. */
async function withWords(session: Session, rows: readonly UndertakingRow[], at: string): Promise<Item[]> {
  const ids = rows.map(({ id }) => id)
  const evidence = await evidenceOn(session, ids, at)
  const lives = ids.map(id => lifeAt(evidence.get(id) ?? [], at)!)
  const words = lives.flatMap(shownOf)
  const said = ids.flatMap(id => evidence.get(id) ?? [])
  const tellings = await tellingsOf(session, words, said, new Set(lives.flatMap(({ again }) => again)))
  const told = new Map(words.map((word, i) => [word, tellings[i]]))
  return rows.map((row, i) => itemOf(row, lives[i], told, evidence.get(row.id) ?? []))
}

function itemOf(row: UndertakingRow, life: Life, told: ReadonlyMap<Word, Telling>, said: readonly Said[]): Item {
  const [first, last] = [firstOf(life), life.words.at(-1)]
  const promise = life.words.findLast(word => isPromise(word.stage)) ?? last
  return {
    row,
    by: distinct(promise?.evidence.flatMap(({ by }) => by) ?? []),
    first: (first && told.get(first)) ?? null,
    last: (last && told.get(last)) ?? null,
    opposed: life.contradictions.flatMap(({ first: one, second: other }) => {
      const [a, b] = [told.get(one), told.get(other)]
      return a && b ? [{ first: a, second: b }] : []
    }),
    docs: distinct(said.filter(({ day }) => day === null || day <= (life.last ?? '')).map(({ doc }) => doc)),
  }
}

/** The first report that tells of the furthest promise. */
function firstOf({ words }: Life): Word | null {
  const promises = words.filter(({ stage }) => isPromise(stage))
  const furthest = Math.max(...promises.map(({ stage }) => rungOf(stage)))
  return promises.find(({ stage }) => rungOf(stage) === furthest) ?? null
}

const shownOf = (life: Life): Word[] => [
  ...new Set(
    [firstOf(life), life.words.at(-1), ...life.contradictions.flatMap(({ first, second }) => [first, second])].filter(
      word => word !== null && word !== undefined,
    ),
  ),
]
