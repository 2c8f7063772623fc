import type { Decision } from '../model/decision.ts'
import { claimOf, type Decided, withDecisions } from '../resolve/decisions.ts'
import { addedClaims } from '../resolve/copies/copies.ts'
import type { Source } from '../resolve/mention.ts'
import type { Resolvers } from '../resolve/resolvers.ts'
import { settleCopies } from './derive/copies.ts'
import { derive } from './derive/derive.ts'
import type { Ruling } from './derive/rulings.ts'
import { docOf } from './doc.ts'
import { textsOf } from './query/quotes.ts'
import { loadSources } from './sources.ts'
import type { Session } from './store.ts'
import type { DecidedTable, ReportTable } from './tables.ts'
import { findVersions } from './versions.ts'
import { grouped } from '../text/order.ts'

/** A report with its reading, as the reader made it. */
export interface Arrival {
  readonly report: ReportTable
  readonly source: Source
}

/** What arrivals are to the reports that are there: by `doc`, the older versions whose place each took, and the report of which each is a copy. */
export interface Placed {
  readonly replaced: ReadonlyMap<string, readonly string[]>
  readonly copies: ReadonlyMap<string, string>
}

/**
 * Derives reports that come or come again, with what people decided of them. A newer version takes the place of an older one, and a text
 * that is there already counts once. Arrivals are in the order of the log.
 */
export async function deriveArrivals(
  session: Session,
  resolvers: Resolvers,
  arrivals: readonly Arrival[],
): Promise<Placed> {
  if (arrivals.length === 0) return { replaced: new Map(), copies: new Map() }
  const { rows, replaced } = await findVersions(
    session,
    arrivals.map(({ report }) => report),
  )
  const arrived = new Map(arrivals.map(({ report, source }) => [report.doc, source]))
  const settled = await settleCopies(session, [...rows.values()], arrived)
  const others = settled.filter(({ doc }) => !rows.has(doc))
  const sources = new Map([...arrived, ...(await loadSources(session, others))])
  await deriveDecided(session, resolvers, settled, sources, [])
  return {
    replaced,
    copies: new Map(settled.flatMap(({ doc, copy_of }) => (copy_of === null ? [] : [[doc, copy_of]]))),
  }
}

/** Derives reports again that are in the ledger: people decided something of them. `undone`: keys of decisions that no longer hold. */
export async function deriveAgain(
  session: Session,
  resolvers: Resolvers,
  docs: readonly string[],
  undone: readonly string[],
): Promise<void> {
  const reports = await session.selectIn('report', 'doc', docs)
  await deriveDecided(session, resolvers, reports, await loadSources(session, reports), undone)
}

async function deriveDecided(
  session: Session,
  resolvers: Resolvers,
  reports: readonly ReportTable[],
  sources: ReadonlyMap<string, Source>,
  undone: readonly string[],
): Promise<void> {
  const rows = await session.selectIn(
    'decided',
    'doc',
    reports.map(({ doc }) => doc),
  )
  const decisions = grouped(
    rows.toSorted((a, b) => a.seq - b.seq),
    ({ doc }) => doc,
  )
  const rulings = await rulingsOf(session, rows, sources)
  const split = splitClaims(rulings)
  const originals = await originalTexts(session, reports, sources)
  const derivable = reports.map(report => {
    const read = report.replaced_by === null ? sources.get(report.doc) : undefined
    const own = (decisions.get(report.doc) ?? []).map(decidedOf)
    const source = read ? withDecisions(read, own) : null
    const original = report.copy_of === null ? undefined : originals.get(report.copy_of)
    return { report, source, split, added: source && original !== undefined ? addedClaims(source, original) : null }
  })
  await session.bulkUpsert(
    'decided',
    ['id'],
    rows.flatMap(row => withOrphan(row, sources)),
  )
  await derive(session, resolvers, derivable, [...rulings, ...undone.map(nothingOf)])
}

/** The texts of which some of these reports are copies, by `doc`. */
async function originalTexts(
  session: Session,
  reports: readonly ReportTable[],
  sources: ReadonlyMap<string, Source>,
): Promise<ReadonlyMap<string, string>> {
  const docs = new Set(reports.flatMap(({ copy_of }) => copy_of ?? []))
  const stored = await textsOf(
    session,
    [...docs].filter(doc => !sources.has(doc)),
  )
  return new Map([...docs].map(doc => [doc, sources.get(doc)?.document.text ?? stored.get(doc) ?? '']))
}

/** A decision that holds, from its row. */
export const decidedOf = ({ decision, body }: DecidedTable): Decided => ({
  key: decision,
  ...(JSON.parse(body) as Decision),
})

const nothingOf = (decision: string): Ruling => ({ decision, seq: 0, verdict: 'same', on: [], against: [] })

/** Marks a decision as an orphan where the reader no longer makes a claim that it is about; only where that has changed. */
function withOrphan(row: DecidedTable, sources: ReadonlyMap<string, Source>): DecidedTable[] {
  const claims = sources.get(row.doc)?.claims ?? []
  const { on, against } = decidedOf(row)
  const lost = [...on, ...against].some(anchor => docOf(anchor.document) === row.doc && !claimOf(anchor, claims))
  return (lost ? 1 : 0) === row.orphan ? [] : [{ ...row, orphan: lost ? 1 : 0 }]
}

/** The decisions on identity among these, with the claims that they bear on now, in whatever report those stand. */
async function rulingsOf(
  session: Session,
  rows: readonly DecidedTable[],
  sources: ReadonlyMap<string, Source>,
): Promise<Ruling[]> {
  const decided = [...new Map(rows.map(row => [row.decision, { ...decidedOf(row), seq: row.seq }])).values()]
  const onIdentity = decided.filter(({ act }) => act === 'same' || act === 'different')
  if (onIdentity.length === 0) return []
  const docs = new Set(
    onIdentity.flatMap(({ on, against }) => [...on, ...against].map(anchor => docOf(anchor.document))),
  )
  const others = await loadSources(
    session,
    await session.selectIn(
      'report',
      'doc',
      [...docs].filter(doc => !sources.has(doc)),
    ),
  )
  const claimsOf = (anchors: Decision['on']): string[] =>
    anchors.flatMap(anchor => {
      const doc = docOf(anchor.document)
      const claim = claimOf(anchor, (sources.get(doc) ?? others.get(doc))?.claims ?? [])
      return claim ? [claim.id] : []
    })
  return onIdentity.map(({ key, seq, act, on, against }) => ({
    decision: key,
    seq,
    verdict: act === 'same' ? 'same' : 'apart',
    on: claimsOf(on),
    against: claimsOf(against),
  }))
}

/** Claims that people took out of an entity: their profiles must not be those of the claims that stay, even where they look the same. */
const splitClaims = (rulings: readonly Ruling[]): ReadonlyMap<string, string> =>
  new Map(
    rulings
      .filter(({ verdict }) => verdict === 'apart')
      .flatMap(({ decision, on }) => on.map(claim => [claim, decision])),
  )
