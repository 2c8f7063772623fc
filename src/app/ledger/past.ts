import { thatHold } from '../../ledger/decisions.ts'
import { claimAt } from '../../ledger/query/claims.ts'
import { additionsOf, decisionsOf, decisionsOn, type Standing } from '../../ledger/query/history.ts'
import { latestMentions } from '../../ledger/query/latest.ts'
import { mentionsIn } from '../../ledger/query/mentions.ts'
import type { Session } from '../../ledger/store.ts'
import type { LedgerHistory } from '../../views/ledger/history.ts'
import { foundAt, unknownId } from './finding.ts'

/** Who decided what, and which reports came; of the whole ledger (null), or of the thing with an id; the latest first. */
export async function pastOf(session: Session, id: string | null, limit: number): Promise<LedgerHistory> {
  const own = id === null ? null : await mentionsAt(session, id)
  const all = await decisionsOf(session)
  const holding = new Set(thatHold(all.toReversed()).map(({ key }) => key))
  const decisions = own ? decisionsOn(all, own.mentions) : all
  const docs = own ? [...new Set(own.mentions.map(({ doc }) => doc))] : null
  return {
    title: own?.title ?? null,
    decisions: decisions.slice(0, limit).map(each => ({ ...each, holds: holding.has(each.key) })),
    additions: await additionsOf(session, limit, docs),
  }
}

/** Mentions of a thing by which its decisions and reports are found, at most. */
const MENTIONS = 2000

async function mentionsAt(session: Session, id: string): Promise<{ title: string; mentions: Standing[] }> {
  const claim = await claimAt(session, id)
  if (claim) {
    const { start, end, exact } = claim.read.quote
    return { title: exact, mentions: [{ claim: id, doc: claim.report.doc, start, end }] }
  }
  const found = await foundAt(session, id)
  if (found.what === 'entity')
    return { title: found.entity.label, mentions: await latestMentions(session, found.entity, MENTIONS) }
  if (found.what === 'report')
    return { title: found.report.title ?? id, mentions: await mentionsIn(session, [found.report.doc]) }
  throw unknownId(id)
}
