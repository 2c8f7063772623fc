import type { Source } from '../../resolve/mention.ts'
import type { Resolvers } from '../../resolve/resolvers.ts'
import type { ReportTable } from '../tables.ts'
import { compareNew } from './compare.ts'
import { countCoverage } from './coverage.ts'
import { createHand } from './hand.ts'
import { mentionsOf } from './mentions.ts'
import { paint } from './portraits.ts'
import { addMentions, withdraw } from './profiles.ts'
import { regroup } from './regroup.ts'
import { applyRulings, type Ruling } from './rulings.ts'
import type { Session } from '../store.ts'

/** A report as it is derived from: its row, and its reading with people's decisions applied; null where it is taken out. */
export interface Derivable {
  readonly report: ReportTable
  readonly source: Source | null
  /** Claims that people took out of their entity, with the decision that did. */
  readonly split: ReadonlyMap<string, string>
  /** Of a copy: the claims that its original does not make, which alone count; null of a report that is none. */
  readonly added: ReadonlySet<string> | null
}

/**
 * Takes reports into the derived tables: replaces what was derived of them before. What stands there afterwards depends on the set of
 * reports and rulings alone, not on their order or on how they were batched. `rulings`: those whose claims these reports make.
 *
 * mentions ─▶ profiles (+ tallies) ─▶ edges (new profiles × those they share a block with) ─▶ groups ─▶ entities, tags
 */
export async function derive(
  session: Session,
  resolvers: Resolvers,
  reports: readonly Derivable[],
  rulings: readonly Ruling[],
): Promise<void> {
  const docs = reports.map(({ report }) => report.doc)
  const hand = createHand(session)
  const withdrawn = await withdraw(session, hand, docs)
  const mentions = reports.flatMap(({ report, source, split, added }) =>
    source ? mentionsOf(resolvers, report.doc, source, split).filter(({ row }) => added?.has(row.claim) ?? true) : [],
  )
  await countCoverage(
    session,
    reports.map(({ report }) => report),
  )
  await session.bulkUpsert(
    'report',
    ['doc'],
    reports.map(({ report }) => report),
  )
  await indexTexts(session, reports)
  const { fresh, touched } = await addMentions(session, hand, resolvers, mentions, withdrawn.profiles)
  const edges = await compareNew(session, hand, resolvers, fresh)
  const ruled = await applyRulings(session, hand, rulings)
  const dirty = await regroup(session, hand, resolvers, edges, [...withdrawn.components, ...ruled])
  await paint(session, hand, resolvers, [...new Set([...touched, ...withdrawn.entities, ...dirty])])
  await hand.write()
}

/** What reports say can be searched while they count. */
async function indexTexts(session: Session, reports: readonly Derivable[]): Promise<void> {
  const told = reports.flatMap(({ report, source }) =>
    source?.relevant ? [{ report, text: source.document.text }] : [],
  )
  const docs = new Set(told.map(({ report }) => report.doc))
  await session.unindex(
    'report',
    reports.map(({ report }) => report.doc).filter(doc => !docs.has(doc)),
  )
  await session.index(
    'report',
    told.map(({ report: { doc, day, title }, text }) => ({ id: doc, day, text: `${title ?? ''}\n${text}` })),
  )
}
