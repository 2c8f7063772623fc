import { judgedPairs, type JudgedPair, unsurePairs } from '../../../ledger/query/pairs.ts'
import { thingOf } from '../../../ledger/query/entities.ts'
import { type LoggedDecision } from '../../../ledger/query/history.ts'
import { decidedOf } from '../../../ledger/arrivals.ts'
import type { Session } from '../../../ledger/store.ts'
import { rankedLabels } from '../../../resolve/tallies.ts'
import { type Queue, type QueuedPair, queuePage } from '../../../views/ledger/queue.ts'
import { type Judged, whyPage } from '../../../views/ledger/why.ts'
import { judgementsOf } from '../../ledger/judgements.ts'
import { theResolvers } from '../../ledger/resolving.ts'
import { viewCommand } from '../../ledger/show.ts'
import type { LedgerFlags } from '../../ledger/with-ledger.ts'

interface WhyFlags extends LedgerFlags {
  readonly limit: number
}

/** `bienban why`: the judgements that made an entity, or those between two. */
export const whyCommand = (ids: readonly string[], flags: WhyFlags): Promise<number> =>
  viewCommand(
    flags,
    async session => {
      const { entities, pairs } = await judgementsOf(session, ids)
      const title = entities.map(({ label }) => label).join(' ≟ ')
      return { ids: entities.map(({ id }) => id), title, pairs: pairs.map(judgedOf) }
    },
    (why, tongue) => whyPage(why, flags.limit, tongue),
  )

function judgedOf({ a, b, judgement, ruled, decision }: JudgedPair): Judged {
  const [one, other] = [a, b].map(({ labels }) => rankedLabels(labels)[0] ?? '')
  return { one, other, judgement, ruled, decision }
}

/** `bienban queue`: what waits for a person. */
export const queueCommand = (flags: WhyFlags): Promise<number> =>
  viewCommand(
    flags,
    async (session): Promise<Queue> => ({
      pairs: await queuedPairs(session, flags.limit),
      ...(await lostDecisions(session)),
    }),
    (queue, tongue) => queuePage(queue, flags.limit, tongue),
  )

async function queuedPairs(session: Session, limit: number): Promise<QueuedPair[]> {
  const queued: QueuedPair[] = []
  for (const { a, b } of await unsurePairs(session, limit)) {
    const rows = new Map((await session.selectIn('entity', 'id', [a, b])).map(row => [row.id, row]))
    const [pair] = await judgedPairs(session, theResolvers(), a, b)
    if (pair) queued.push({ a: thingOf(rows.get(a)!), b: thingOf(rows.get(b)!), judged: judgedOf(pair) })
  }
  return queued
}

/** Decisions on newer versions of reports, and on claims that are gone. */
async function lostDecisions(session: Session): Promise<Pick<Queue, 'orphans' | 'changed'>> {
  const rows = await session.db
    .selectFrom('decided')
    .innerJoin('report', 'report.doc', 'decided.doc')
    .selectAll('decided')
    .select('report.replaced_by')
    .where(where => where.or([where('decided.orphan', '=', 1), where('report.replaced_by', 'is not', null)]))
    .orderBy('decided.seq', 'desc')
    .execute()
  const logged = rows.map(row => ({ row, decision: loggedOf(row.decision, row.seq, decidedOf(row)) }))
  return {
    orphans: logged.filter(({ row }) => row.replaced_by === null).map(({ decision }) => decision),
    changed: logged.flatMap(({ row, decision }) =>
      row.replaced_by === null ? [] : [{ ...decision, newer: row.replaced_by }],
    ),
  }
}

const loggedOf = (key: string, seq: number, decision: LoggedDecision['decision']): LoggedDecision => ({
  key,
  seq,
  at: decision.made,
  decision,
})
