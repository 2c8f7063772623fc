import { type Tokens, tokenize } from '../text/tokens.ts'
import type { Grammar, Tier } from './grammar.ts'
import { Lattice } from './lattice.ts'
import { Matcher } from './matcher.ts'
import type { Node } from './node.ts'
import { type Competition, settle } from './conflict.ts'
import type { Rule } from './rule.ts'
import { forTriggered } from './triggers.ts'

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
    this.lattice = new Lattice(grammar.lexicon.classes.names.length)
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
    const nodes = grammar.tiers.map(tier => this.runTier(tier, options.keepLosers ? losers : null))
    return { text, tokens, lattice, grammar, nodes, losers }
  }

  private runTier(tier: Tier, losers: Competition[] | null): Node[] {
    const candidates = this.candidates(tier)
    const { winners, lost } = settle(candidates, this.tokens.count)
    for (const node of winners) this.lattice.addNode(node)
    losers?.push(...lost)
    return winners
  }

  private candidates(tier: Tier): Node[] {
    const found: Node[] = []
    const { classes } = this.grammar.lexicon
    let last: Rule[] = []
    const visit = (rule: Rule, at: number): void => {
      if (last.includes(rule)) return
      last.push(rule)
      const node = this.matcher.match(rule, at, classes.find(rule.makes))
      if (node) found.push(node)
    }
    for (let at = 0; at < this.tokens.count; at++) {
      if (last.length > 0) last = []
      forTriggered(tier.triggers, this.tokens, this.lattice, at, visit)
    }
    return found
  }
}
