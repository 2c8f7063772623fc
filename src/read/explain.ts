import { reasonFor } from '../grammar/conflict.ts'
import { type Capture, type Node } from '../grammar/node.ts'
import type { Parse } from '../grammar/parse.ts'
import type { Claim } from '../model/claim.ts'
import type { Reading } from '../model/reading.ts'
import { overlaps, type Span } from '../text/span.ts'

/** A match of a rule, with what its slots took. */
export interface ExplainedNode {
  readonly rule: string
  /** The pattern as the rule file has it. */
  readonly pattern: string
  readonly tier: string
  readonly span: Span
  readonly slots: readonly { readonly role: string; readonly span: Span }[]
}

/** A word of the lexicon that was found. */
export interface ExplainedWord {
  readonly span: Span
  readonly cls: string
  readonly value: string
}

export interface ExplainedLoss {
  readonly rule: string
  readonly span: Span
  readonly winner: string
  readonly why: string
}

/** How one claim came about: what overlaps its words and its evidence. */
export interface ExplainedClaim {
  readonly claim: Claim
  readonly nodes: readonly ExplainedNode[]
  readonly words: readonly ExplainedWord[]
  readonly losses: readonly ExplainedLoss[]
}

export interface Explanation {
  readonly reading: Reading
  readonly claims: readonly ExplainedClaim[]
}

/** Puts each claim beside the matches and words that stand in its words. The parse must be that of the reading's document. */
export function explainReading(parse: Parse, reading: Reading): Explanation {
  const nodes = parse.nodes.flat().map(node => explainNode(parse, node))
  const words = wordsOf(parse)
  const losses = parse.losers.map(({ lost, to }) => ({
    rule: lost.rule.name,
    span: spanOf(parse, lost),
    winner: to.rule.name,
    why: reasonFor(lost, to),
  }))
  const claims = reading.claims.map(claim => {
    const places = [claim.quote, ...(claim.type === 'commitment' ? claim.evidence : [])]
    const touches = ({ span }: { span: Span }): boolean => places.some(place => overlaps(place, span))
    return { claim, nodes: nodes.filter(touches), words: words.filter(touches), losses: losses.filter(touches) }
  })
  return { reading, claims }
}

const spanOf = ({ tokens }: Parse, { start, end }: Pick<Capture, 'start' | 'end'>): Span => ({
  start: tokens.start[start],
  end: tokens.end[end - 1],
})

function explainNode(parse: Parse, node: Node): ExplainedNode {
  const { rule, captures } = node
  return {
    rule: rule.name,
    pattern: rule.pattern,
    tier: parse.grammar.tiers[rule.tier].name,
    span: spanOf(parse, node),
    slots: captures.filter(c => c.end > c.start).map(capture => ({ role: capture.role, span: spanOf(parse, capture) })),
  }
}

function wordsOf({ tokens, lattice, grammar }: Parse): ExplainedWord[] {
  const words: ExplainedWord[] = []
  for (let edge = 0; edge < lattice.edges; edge++) {
    const entry = grammar.lexicon.entries[lattice.entry[edge]]
    if (entry)
      words.push({
        span: { start: tokens.start[lattice.start[edge]], end: tokens.end[lattice.end[edge] - 1] },
        cls: entry.cls,
        value: entry.value,
      })
  }
  return words.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
}
