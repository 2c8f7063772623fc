import { docOf } from '../../ledger/doc.ts'
import type { LoggedDecision as Logged } from '../../ledger/query/history.ts'
import type { JudgedPair } from '../../ledger/query/pairs.ts'
import type { Anchor } from '../../model/decision.ts'
import { rankedLabels } from '../../resolve/tallies.ts'
import type { Anchored, Judged, LoggedDecision } from '../api/decisions.ts'

/** A decision of the log; `holds`: no other one takes it back. */
export function loggedDecision({ key, seq, at, decision }: Logged, holds: boolean): LoggedDecision {
  const { act, by, why, on, against, set, span, undoes } = decision
  const told = { key, seq, at, act, by, why, undoes, holds }
  return {
    ...told,
    on: on.map(anchored),
    against: against.map(anchored),
    set: set && { ...set },
    span: span && { ...span },
  }
}

const anchored = ({ document, claim, type, start, end, exact }: Anchor): Anchored => ({
  doc: docOf(document),
  claim,
  type,
  start,
  end,
  exact,
})

/** A judgement of two profiles, by what they are called. */
export function judgedPair({ a, b, judgement, ruled, decision }: JudgedPair): Judged {
  const [one, other] = [a, b].map(({ labels }) => rankedLabels(labels)[0] ?? '')
  const features = judgement.features.map(({ name, weight, note }) => ({ name, weight, note }))
  return { one, other, score: judgement.score, verdict: judgement.verdict, features, ruled, decision }
}
