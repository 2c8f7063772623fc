import { type Tokens, tokenize } from '../text/tokens.ts'
import type { Grammar, Tier } from './grammar.ts'
import { Lattice } from './lattice.ts'
import { Matcher } from './matcher.ts'
import type { Node } from './node.ts'
import { type Competition, settle } from './conflict.ts'
import { TriggerScan } from './triggers.ts'

/** Everything that the grammar found in one text. Valid until the next parse by the same parser. */
export interface Parse {
  readonly text: string
  readonly tokens: Tokens
  readonly lattice: Lattice
  readonly grammar: Grammar
  /** Nodes that stand, by tier, each tier in the order of the text. */
  readonly nodes: readonly (readonly Node[])[]
  /** Matches that lost to another one, kept only where asked for. */
  readonly losers: readonly Competition[]
}

export interface ParseOptions {
  /** Extra edges before the rules run, such as spelled numbers. */
  readonly prepare?: (tokens: Tokens, lattice: Lattice, text: string) => void
  /** Keep the matches that lost, for `explain`. */
  readonly keepLosers?: boolean
}

/** Parses texts one after the other with the same buffers. */
export class Parser {
  readonly grammar: Grammar
  private readonly tokens: Tokens
  private readonly lattice: Lattice
  private readonly matcher: Matcher

  constructor(grammar: Grammar, tokens: Tokens) {
    this.grammar = grammar
    this.tokens = tokens
    this.lattice = new Lattice(grammar.interest)
    this.matcher = new Matcher(grammar.lexicon)
  }

  parse(text: string, options: ParseOptions = {}): Parse {
    const { tokens, lattice, grammar } = this
    tokenize(text, grammar.lexicon.syllables, tokens)
    lattice.clear(tokens)
    grammar.lexicon.scan(tokens, lattice)
    options.prepare?.(tokens, lattice, text)
    this.matcher.over(tokens, lattice)
    const losers: Competition[] = []
    const nodes = grammar.tiers.map((tier, number) => this.runTier(tier, number, options.keepLosers ? losers : null))
    return { text, tokens, lattice, grammar, nodes, losers }
  }

  private runTier(tier: Tier, number: number, losers: Competition[] | null): Node[] {
    const candidates = this.candidates(tier, number)
    const { winners, lost } = settle(candidates, this.tokens.count)
    for (const node of winners) this.lattice.addNode(node)
    losers?.push(...lost)
    return winners
  }

  private candidates(tier: Tier, number: number): Node[] {
    const found: Node[] = []
    const scan = new TriggerScan(tier.triggers, this.tokens, this.lattice)
    for (let at = 0; at < this.tokens.count; at++) {
      if (!this.lattice.interests(at, number)) continue
      scan.collect(at)
      for (let i = 0; i < scan.count; i++) {
        const node = this.matcher.match(scan.rules[i], at)
        if (node) found.push(node)
      }
    }
    return found
  }
}
