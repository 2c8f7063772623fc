import { NUMBER, type Tokens } from '../text/tokens.ts'
import type { Lattice } from './lattice.ts'
import { type Step, TAKE_CLASS, TAKE_SHAPE, TAKE_WORD } from './instructions.ts'

/** What may stand at one token: a word or node of some classes, some words, some shapes. */
export interface TokenTest {
  readonly classes: readonly ClassWord[]
  readonly sids: ReadonlySet<number>
  readonly shapes: readonly Step[]
}

/** One integer of a set of classes: the classes 32 x word to 32 x word + 31, as the lattice keeps them. */
export interface ClassWord {
  readonly word: number
  readonly mask: number
}

export function tokenTest(steps: readonly Step[]): TokenTest {
  return {
    classes: classWords(steps.filter(s => s.operation === TAKE_CLASS).map(s => s.a)),
    sids: new Set(steps.filter(s => s.operation === TAKE_WORD).map(s => s.a)),
    shapes: steps.filter(s => s.operation !== TAKE_CLASS && s.operation !== TAKE_WORD),
  }
}

export function classWords(ids: readonly number[]): ClassWord[] {
  const masks = new Map<number, number>()
  for (const id of ids) masks.set(id >> 5, (masks.get(id >> 5) ?? 0) | (1 << (id & 31)))
  return [...masks].map(([word, mask]) => ({ word, mask }))
}

/** Whether one of the things that the test names stands at the token. */
export function passes({ classes, sids, shapes }: TokenTest, tokens: Tokens, lattice: Lattice, at: number): boolean {
  for (const { word, mask } of classes) if (lattice.classBits(at, word) & mask) return true
  if (sids.size > 0 && sids.has(tokens.sid[at])) return true
  for (const step of shapes) if (hasShape(step, tokens, at)) return true
  return false
}

/** Whether the token has the shape, or the number, that a TAKE_SHAPE or TAKE_NUMBER asks for. */
export function hasShape({ operation, a, b }: Step, tokens: Tokens, at: number): boolean {
  const shape = tokens.shape[at]
  if (operation === TAKE_SHAPE) return (shape & a) === a && (shape & b) === 0
  return (shape & NUMBER) !== 0 && tokens.digits[at] >= a && tokens.digits[at] <= b
}
