import type { OpposedClaim } from '../../ledger/query/opposed.ts'
import type { QueuedClaim as Waiting } from '../../ledger/query/queue.ts'
import type { LostDecisions, WaitingPair } from '../../ledger/query/waiting.ts'
import type { EntityTable } from '../../ledger/tables.ts'
import type { OpposedWords, PairMember, Queue, QueuedClaim } from '../api/decisions.ts'
import { judgedPair, loggedDecision } from './decisions.ts'
import { valuesOf } from './reports.ts'
import { namedRow } from './told.ts'

/** All that waits for a person. */
export const queueAnswer = (
  pairs: readonly WaitingPair[],
  claims: readonly Waiting[],
  { orphans, changed }: LostDecisions,
): Queue => ({
  pairs: pairs.map(({ a, b, judged, words: [ofA, ofB] }) => ({
    a: memberOf(a, ofA),
    b: memberOf(b, ofB),
    judged: judgedPair(judged),
  })),
  claims: claims.map(claimOf),
  orphans: orphans.map(each => loggedDecision(each, true)),
  changed: changed.map(each => ({ ...loggedDecision(each, true), newer: each.newer })),
})

const memberOf = (entity: EntityTable, words: WaitingPair['words'][number]): PairMember => ({
  ...namedRow(entity),
  first: entity.first,
  last: entity.last,
  mentions: entity.mentions,
  words: words.map(({ around, claim, outlet, day, doc }) => ({ quote: around, claim, outlet, day, doc })),
})

function claimOf({ report, claim, around, reason, undertaking, against }: Waiting): QueuedClaim {
  const { doc, title, outlet, day } = report
  return {
    claim: claim.id,
    type: claim.type,
    doc,
    title,
    outlet,
    day,
    around,
    undertaking,
    reason,
    quote: claim.quote.exact,
    start: claim.quote.start,
    end: claim.quote.end,
    values: valuesOf(claim),
    why: claim.why ?? null,
    against: against && opposedOf(against),
  }
}

function opposedOf({ claim, quote, stage, mention }: OpposedClaim): OpposedWords {
  const { doc, title, outlet, day } = mention
  return { claim, doc, title, outlet, day, quote, stage }
}
