import { LINE_START, NUMBER, type Tokens } from '../text/tokens.ts'
import type { Interest, Lattice } from './lattice.ts'
import { NONE } from './none.ts'
import {
  type ClassWord,
  classWords,
  type Step,
  TAKE_CLASS,
  TAKE_SHAPE,
  TAKE_WORD,
  type TokenTest,
  tokenTest,
} from './program.ts'
import type { Rule } from './rule.ts'
import { hasShape, passes } from './token-test.ts'

/** A rule that may begin with some class, word or shape, and what must stand behind that. */
interface Trigger {
  readonly rule: Rule
  /** Number of the rule in its tier. */
  readonly index: number
  readonly follow: TokenTest | null
}

/** A shape that may begin rules. */
interface ShapeTrigger {
  readonly step: Step
  readonly triggers: Trigger[]
}

/** Which rules of a tier can begin at a token: by what stands there, and by what stands behind that. */
export interface Triggers {
  readonly rules: readonly Rule[]
  /** The classes that begin a rule. */
  readonly classes: readonly ClassWord[]
  readonly byClass: readonly (readonly Trigger[] | undefined)[]
  /** 1 for each syllable id that begins a rule. */
  readonly hasWord: Uint8Array
  readonly byWord: ReadonlyMap<number, readonly Trigger[]>
  /** For each of the 256 shapes that a token can have. */
  readonly byShape: readonly (readonly ShapeTrigger[])[]
}

/** `syllables`: how many ids the lexicon has given. */
export function createTriggers(rules: readonly Rule[], syllables: number): Triggers {
  const byClass: Trigger[][] = []
  const byWord = new Map<number, Trigger[]>()
  const shapes = new Map<string, ShapeTrigger>()
  rules.forEach((rule, index) => {
    for (const step of rule.program.first) {
      const trigger = { rule, index, follow: step.follow && tokenTest(step.follow) }
      if (step.operation === TAKE_CLASS) (byClass[step.a] ??= []).push(trigger)
      else if (step.operation === TAKE_WORD) byWord.set(step.a, [...(byWord.get(step.a) ?? []), trigger])
      else addShape(shapes, step, trigger)
    }
  })
  const hasWord = new Uint8Array(syllables)
  for (const sid of byWord.keys()) hasWord[sid] = 1
  const classes = classWords(byClass.flatMap((triggers, id) => (triggers ? [id] : [])))
  return { rules, classes, byClass, hasWord, byWord, byShape: tableOf([...shapes.values()]) }
}

function addShape(shapes: Map<string, ShapeTrigger>, step: Step, trigger: Trigger): void {
  const key = `${step.operation}/${step.a}/${step.b}`
  const entry = shapes.get(key) ?? { step, triggers: [] }
  shapes.set(key, entry)
  entry.triggers.push(trigger)
}

function tableOf(shapes: readonly ShapeTrigger[]): ShapeTrigger[][] {
  const canHave = (shape: number, { operation, a, b }: Step): boolean =>
    operation === TAKE_SHAPE ? (shape & a) === a && (shape & b) === 0 : (shape & NUMBER) !== 0
  return Array.from({ length: 256 }, (_, shape) => shapes.filter(({ step }) => canHave(shape, step)))
}

/** More tiers than bits in an integer are refused. */
export const MOST_TIERS = 31

/** Sums up the triggers of all tiers. */
export function createInterest(tiers: readonly Triggers[], classes: number, syllables: number): Interest {
  if (tiers.length > MOST_TIERS) throw new Error(`a pack may have ${MOST_TIERS} tiers at most`)
  const interest = { classes: new Int32Array(classes), words: new Int32Array(syllables), shapes: new Int32Array(256) }
  tiers.forEach(({ byClass, byWord, byShape }, tier) => {
    byClass.forEach((triggers, id) => {
      if (triggers) interest.classes[id] |= 1 << tier
    })
    for (const sid of byWord.keys()) interest.words[sid] |= 1 << tier
    byShape.forEach((triggers, shape) => {
      if (triggers.length > 0) interest.shapes[shape] |= 1 << tier
    })
  })
  return interest
}

/** Finds the rules of a tier worth trying at each token of a text. */
export class TriggerScan {
  /** What `collect` found: the first `count` of `rules`. */
  readonly rules: Rule[] = []
  count = 0
  private readonly tokens: Tokens
  private readonly lattice: Lattice
  private readonly triggers: Triggers
  /** Token at which each rule was offered last, so that it comes once. */
  private readonly offered: Int32Array
  /** 1 for each rule whose classes are in the text. */
  private readonly able: Uint8Array

  constructor(triggers: Triggers, tokens: Tokens, lattice: Lattice) {
    this.triggers = triggers
    this.tokens = tokens
    this.lattice = lattice
    this.offered = new Int32Array(triggers.rules.length)
    this.able = new Uint8Array(triggers.rules.length)
  }

  /** Begins with the text that now stands in the lattice. */
  begin(): void {
    const { rules } = this.triggers
    for (let index = 0; index < rules.length; index++)
      this.able[index] = this.lattice.holdsAll(rules[index].program.needs) ? 1 : 0
    this.offered.fill(NONE)
  }

  /** Puts each rule that can begin at the token into `rules`, once. Ask `lattice.nextInterest` first. */
  collect(at: number): void {
    const { classes, byClass, hasWord, byWord, byShape } = this.triggers
    this.count = 0
    for (const { word, mask } of classes) {
      for (let bits = mask & this.lattice.classBits(at, word); bits !== 0; bits &= bits - 1) {
        const classId = word * 32 + 31 - Math.clz32(bits & -bits)
        this.offerClass(byClass[classId] as readonly Trigger[], at, classId)
      }
    }
    const sid = this.tokens.sid[at]
    if (hasWord[sid] === 1) this.offer(byWord.get(sid) as readonly Trigger[], at, at + 1)
    for (const { step, triggers } of byShape[this.tokens.shape[at]])
      if (hasShape(step, this.tokens, at)) this.offer(triggers, at, at + 1)
  }

  private offerClass(triggers: readonly Trigger[], at: number, classId: number): void {
    for (let edge = this.lattice.firstEdge(at, classId); edge !== NONE; edge = this.lattice.nextEdge(edge))
      this.offer(triggers, at, this.lattice.end[edge])
  }

  private offer(triggers: readonly Trigger[], at: number, next: number): void {
    for (const { rule, index, follow } of triggers) {
      if (this.able[index] === 0 || this.offered[index] === at || (follow && !this.follows(follow, next))) continue
      this.offered[index] = at
      this.rules[this.count++] = rule
    }
  }

  private follows(test: TokenTest, at: number): boolean {
    return (
      at < this.tokens.count &&
      (this.tokens.shape[at] & LINE_START) === 0 &&
      passes(test, this.tokens, this.lattice, at)
    )
  }
}
