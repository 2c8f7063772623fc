import { parsePattern, type Pattern } from './pattern.ts'
import type { Constants } from './rule.ts'

/** A rule as its file states it, before it is compiled. */
export interface RuleSource {
  readonly name: string
  readonly tier: string
  readonly priority: number
  readonly pattern: Pattern
  readonly source: string
  readonly makes: string
  readonly constants: Constants
}

/** A file of rules, by its name; the name stands in every message. */
export interface RuleFile {
  readonly name: string
  readonly text: string
}

const RULE =
  /^(?<name>[a-z][a-z0-9-]*)(?:\^(?<priority>-?\d+))?\s+(?<pattern>.+?)\s*=>\s*(?<makes>[A-Z][A-Z0-9_]*)(?:\((?<constants>[^)]*)\))?$/u
const MACRO = /^\$(?<name>[A-Za-z][\w-]*)\s*=\s*(?<pattern>.+)$/u
const TIER = /^tier\s+(?<tier>[a-z][a-z-]*)$/u

interface Reading {
  readonly file: string
  readonly rules: RuleSource[]
  readonly macros: Map<string, Pattern>
  tier: string
}

/**
 * Reads a rule file:
 *
 *   # a comment
 *   tier dates                                        the rules that follow compete with each other
 *   $sep = "/" | "-" | "."                            a macro
 *   day-month^1  @num[1-31]:day ~($sep) ~@num[1-12]:month => DATE(kind=day)
 *
 * A line that begins with white space goes on with the one before it. Throws an Error that names the file and the line.
 */
export function parseRuleFile(file: RuleFile): RuleSource[] {
  const reading: Reading = { file: file.name, rules: [], macros: new Map(), tier: '' }
  for (const { text, line } of statements(file.text)) {
    try {
      readStatement(reading, text)
    } catch (error) {
      throw new Error(`${file.name}:${line}: ${(error as Error).message}`, { cause: error })
    }
  }
  return reading.rules
}

function statements(text: string): { text: string; line: number }[] {
  const found: { text: string; line: number }[] = []
  text.split('\n').forEach((raw, i) => {
    const line = raw.replace(/(^|\s)#.*$/u, '').trimEnd()
    if (!line.trim()) return
    if (/^\s/u.test(line) && found.length > 0) found[found.length - 1].text += ` ${line.trim()}`
    else found.push({ text: line.trim(), line: i + 1 })
  })
  return found
}

function readStatement(reading: Reading, text: string): void {
  const tier = TIER.exec(text)?.groups
  if (tier) {
    reading.tier = tier['tier']
    return
  }
  const macro = MACRO.exec(text)?.groups
  if (macro) {
    reading.macros.set(macro['name'], parsePattern(macro['pattern'], reading.macros))
    return
  }
  const rule = RULE.exec(text)?.groups
  if (!rule)
    throw new Error(`not a rule, a macro or a tier. A rule is: name  pattern => CLASS(key=value). Found: ${text}`)
  if (!reading.tier) throw new Error('a rule stands before the first "tier" line')
  reading.rules.push({
    name: rule['name'],
    tier: reading.tier,
    priority: Number(rule['priority'] ?? 0),
    pattern: parsePattern(rule['pattern'], reading.macros),
    source: rule['pattern'],
    makes: rule['makes'],
    constants: constantsOf(rule['constants'] ?? ''),
  })
}

function constantsOf(source: string): Constants {
  const pairs = source.split(',').filter(part => part.trim())
  return Object.fromEntries(
    pairs.map(pair => {
      const [key, value] = pair.split('=').map(side => side.trim())
      if (!key || !value) throw new Error(`a constant must be key=value: ${pair.trim()}`)
      return [key, value]
    }),
  )
}
