import type { Claim } from '../model/claim.ts'
import type { Anchor, Decision } from '../model/decision.ts'
import { quoteAt } from '../model/quote.ts'
import type { Source } from './mention.ts'

/** A decision with its key in the log. */
export interface Decided extends Decision {
  readonly key: string
}

/** Two spans are of one claim where they share at least this part of what they cover together. */
const SAME_SPAN = 0.5

/**
 * The claim that an anchor means: the one with its id, else of those of its type the one that covers most of the same words, where it
 * covers half of them. Null where a better reader no longer makes such a claim: the decision is then listed as an orphan.
 */
export function claimOf(anchor: Anchor, claims: readonly Claim[]): Claim | null {
  const same = claims.find(({ id }) => id === anchor.claim)
  if (same) return same
  let best: Claim | null = null
  let most = SAME_SPAN
  for (const claim of claims) {
    if (claim.type !== anchor.type) continue
    const share = overlap(claim.quote, anchor)
    if (share > most || (share === most && best === null)) {
      best = claim
      most = share
    }
  }
  return best
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  const shared = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
  return shared / (a.end - a.start + b.end - b.start - shared)
}

/**
 * A reading as people corrected it: rejected claims are gone, corrected ones have their right values and words. `decisions` are in the
 * order in which they were made: the last word on a claim holds. A claim keeps its id, so that later decisions find it.
 */
export function withDecisions(source: Source, decisions: readonly Decided[]): Source {
  const claims = new Map(source.claims.map(claim => [claim.id, claim]))
  const rejected = new Set<string>()
  for (const decision of decisions) {
    for (const anchor of decision.on) {
      if (anchor.document !== source.document.id) continue
      const claim = claimOf(anchor, source.claims)
      if (!claim) continue
      if (decision.act === 'reject') rejected.add(claim.id)
      if (decision.act === 'accept' || decision.act === 'correct') rejected.delete(claim.id)
      if (decision.act === 'correct')
        claims.set(claim.id, corrected(claims.get(claim.id)!, decision, source.document.text))
    }
  }
  return { ...source, claims: [...claims.values()].filter(({ id }) => !rejected.has(id)) }
}

function corrected(claim: Claim, { set, span }: Decision, text: string): Claim {
  const quote = span ? quoteAt(text, span.start, span.end) : claim.quote
  return { ...claim, ...set, id: claim.id, type: claim.type, quote } as Claim
}
