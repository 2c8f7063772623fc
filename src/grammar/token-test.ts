import { NUMBER, type Tokens } from '../text/tokens.ts'
import type { Lattice } from './lattice.ts'
import { type Step, TAKE_SHAPE, type TokenTest } from './program.ts'

/** Whether one of the things that the test names stands at the token. */
export function passes(test: TokenTest, tokens: Tokens, lattice: Lattice, at: number): boolean {
  const { classes, sids, sidBits, shapes } = test
  if (lattice.hasAny(at, classes)) return true
  const sid = tokens.sid[at]
  if ((sidBits & (1 << (sid & 31))) !== 0 && sids.has(sid)) return true
  for (const step of shapes) if (hasShape(step, tokens, at)) return true
  return false
}

/** Whether the token has the shape, or the number, that a TAKE_SHAPE or TAKE_NUMBER asks for. */
export function hasShape({ operation, a, b }: Step, tokens: Tokens, at: number): boolean {
  const shape = tokens.shape[at]
  if (operation === TAKE_SHAPE) return (shape & a) === a && (shape & b) === 0
  return (shape & NUMBER) !== 0 && tokens.digits[at] >= a && tokens.digits[at] <= b
}
