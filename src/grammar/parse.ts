import { type Tokens, tokenize } from '../text/tokens.ts'
import type { Grammar } from './grammar.ts'
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
  /** One for each tier. */
  private readonly scans: readonly TriggerScan[]

  constructor(grammar: Grammar, tokens: Tokens) {
    this.grammar = grammar
    this.tokens = tokens
    this.lattice = new Lattice(grammar.interest)
    this.matcher = new Matcher(grammar.lexicon)
    this.scans = grammar.tiers.map(({ triggers }) => new TriggerScan(triggers, tokens, this.lattice))
  }

  parse(text: string, options: ParseOptions = {}): Parse {
    const { tokens, lattice, grammar } = this
    tokenize(text, grammar.lexicon.syllables, tokens)
    lattice.clear(tokens)
    grammar.lexicon.scan(tokens, lattice)
    options.prepare?.(tokens, lattice, text)
    this.matcher.over(tokens, lattice)
    const losers: Competition[] = []
    const nodes = grammar.tiers.map((_, number) => this.runTier(number, options.keepLosers ? losers : null))
    return { text, tokens, lattice, grammar, nodes, losers }
  }

  private runTier(number: number, losers: Competition[] | null): Node[] {
    const candidates = this.candidates(number)
    const { winners, lost } = settle(candidates, this.tokens.count)
    for (const node of winners) this.lattice.addNode(node)
    losers?.push(...lost)
    return winners
  }

  private candidates(number: number): Node[] {
    const found: Node[] = []
    const scan = this.scans[number]
    scan.begin()
    const { count } = this.tokens
    for (let at = this.lattice.nextInterest(0, number); at < count; at = this.lattice.nextInterest(at + 1, number)) {
      scan.collect(at)
      for (let i = 0; i < scan.count; i++) {
        const node = this.matcher.match(scan.rules[i], at)
        if (node) found.push(node)
      }
    }
    return found
  }
}
