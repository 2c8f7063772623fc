/** Operations of a compiled pattern; each instruction is OPS integers: operation and three operands. */
export const OPS = 4
export const TAKE_CLASS = 0
export const TAKE_WORD = 1
export const TAKE_SHAPE = 2
export const TAKE_NUMBER = 3
export const SPLIT = 4
export const JUMP = 5
export const OPEN = 6
export const CLOSE = 7
export const LOOK = 8
export const TIGHT = 9
export const MATCH = 10
/** A LOOK at a single token: operands are the number of the test, and whether it must pass. */
export const LOOK_TOKEN = 11

/** An instruction that takes a token or an edge: TAKE_CLASS, TAKE_WORD, TAKE_SHAPE or TAKE_NUMBER and its operands. */
export interface Step {
  readonly operation: number
  readonly a: number
  readonly b: number
}
