import type { Tokens } from '../text/tokens.ts'
import type { Lattice } from './lattice.ts'
import type { Lexicon } from './lexicon.ts'
import type { Rule } from './rule.ts'

/** Which rules of a tier can begin at a token: by the classes, the word and the shape that stand there. */
export interface Triggers {
  /** One bit for each class that begins a rule, 32 to an integer. */
  readonly classBits: Int32Array
  readonly byClass: readonly (readonly Rule[] | undefined)[]
  /** 1 for each syllable id that begins a rule. */
  readonly hasWord: Uint8Array
  readonly byWord: ReadonlyMap<number, readonly Rule[]>
  readonly byShape: readonly { readonly wanted: number; readonly unwanted: number; readonly rules: readonly Rule[] }[]
}

export function createTriggers(rules: readonly Rule[], lexicon: Lexicon): Triggers {
  const byClass: Rule[][] = []
  const byWord = new Map<number, Rule[]>()
  const byShape = new Map<string, { wanted: number; unwanted: number; rules: Rule[] }>()
  for (const rule of rules) {
    const { classes, words, shapes } = rule.program.first
    for (const id of classes) (byClass[id] ??= []).push(rule)
    for (const sid of words) byWord.set(sid, [...(byWord.get(sid) ?? []), rule])
    for (const [wanted, unwanted] of shapes) {
      const key = `${wanted}/${unwanted}`
      const entry = byShape.get(key) ?? { wanted, unwanted, rules: [] }
      byShape.set(key, entry)
      if (!entry.rules.includes(rule)) entry.rules.push(rule)
    }
  }
  const hasWord = new Uint8Array(lexicon.syllables.size)
  for (const sid of byWord.keys()) hasWord[sid] = 1
  return { classBits: bitsOf(byClass), byClass, hasWord, byWord, byShape: [...byShape.values()] }
}

function bitsOf(byClass: readonly unknown[]): Int32Array {
  const bits = new Int32Array(Math.ceil(byClass.length / 32))
  byClass.forEach((rules, id) => {
    if (rules) bits[id >> 5] |= 1 << (id & 31)
  })
  return bits
}

/** Calls `visit` for each rule that can begin at the token; a rule with several triggers there may come more than once. */
export function forTriggered(
  triggers: Triggers,
  tokens: Tokens,
  lattice: Lattice,
  at: number,
  visit: (rule: Rule, at: number) => void,
): void {
  const { classBits, byClass, hasWord, byWord, byShape } = triggers
  for (let word = 0; word < classBits.length; word++) {
    let bits = classBits[word] & lattice.classBits(at, word)
    while (bits !== 0) {
      const bit = 31 - Math.clz32(bits & -bits)
      for (const rule of byClass[word * 32 + bit] ?? []) visit(rule, at)
      bits &= bits - 1
    }
  }
  if (hasWord[tokens.sid[at]]) for (const rule of byWord.get(tokens.sid[at]) ?? []) visit(rule, at)
  for (const { wanted, unwanted, rules } of byShape)
    if ((tokens.shape[at] & wanted) === wanted && (tokens.shape[at] & unwanted) === 0) for (const rule of rules) visit(rule, at)
}
