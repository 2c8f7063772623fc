import type { Interest } from './lattice.ts'
import { Lexicon, type Word } from './lexicon.ts'
import { compilePattern } from './compile.ts'
import type { Rule } from './rule.ts'
import { parseRuleFile, type RuleFile } from './rule-file.ts'
import { createInterest, createTriggers, type Triggers } from './triggers.ts'

/** A step of the cascade: its rules compete with each other, and build on what the tiers before made. */
export interface Tier {
  readonly name: string
  readonly rules: readonly Rule[]
  readonly triggers: Triggers
}

/** Words and rules of a language, compiled. It holds no word of its own: all come from the pack. */
export interface Grammar {
  readonly lexicon: Lexicon
  /** In the order in which they run. */
  readonly tiers: readonly Tier[]
  readonly rules: readonly Rule[]
  readonly interest: Interest
}

export interface GrammarSource {
  readonly words: Iterable<Word>
  readonly ruleFiles: readonly RuleFile[]
  /** Names of the tiers in the order in which they run; every tier of the files must be among them. */
  readonly tiers: readonly string[]
  /** Classes that code asks for, though no word or rule may have them. */
  readonly classes?: readonly string[]
}

/** Compiles a pack's words and rules. Throws an Error that names file, line and rule. */
export function compileGrammar(source: GrammarSource): Grammar {
  const lexicon = new Lexicon()
  for (const word of source.words) lexicon.add(word)
  for (const name of source.classes ?? []) lexicon.classes.id(name)
  const rules = source.ruleFiles.flatMap(file => compileFile(file, source.tiers, lexicon))
  const ordered = rules.map((rule, order) => ({ ...rule, order }))
  checkNames(ordered)
  const tiers = source.tiers.map((name, tier) => {
    const own = ordered.filter(rule => rule.tier === tier)
    return { name, rules: own, triggers: createTriggers(own, lexicon.syllables.size) }
  })
  const { syllables, classes } = lexicon
  const interest = createInterest(
    tiers.map(tier => tier.triggers),
    classes.names.length,
    syllables.size,
  )
  return { lexicon, tiers, rules: ordered, interest }
}

function compileFile(file: RuleFile, tiers: readonly string[], lexicon: Lexicon): Omit<Rule, 'order'>[] {
  return parseRuleFile(file).map(({ pattern, source, tier: tierName, ...rest }) => {
    const tier = tiers.indexOf(tierName)
    if (tier < 0) throw new Error(`${file.name}: no tier "${tierName}"; there are: ${tiers.join(', ')}`)
    const classId = lexicon.classes.id(rest.makes)
    try {
      return { ...rest, classId, tier, pattern: source, program: compilePattern(pattern, lexicon) }
    } catch (error) {
      throw new Error(`${file.name}: rule ${rest.name}: ${(error as Error).message}`, { cause: error })
    }
  })
}

function checkNames(rules: readonly Rule[]): void {
  const seen = new Set<string>()
  for (const { name } of rules) {
    if (seen.has(name)) throw new Error(`two rules are called "${name}": give one of them another name`)
    seen.add(name)
  }
}
