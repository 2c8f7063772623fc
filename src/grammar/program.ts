/** Operations of a compiled pattern; each instruction is OPS integers: operation and three operands. */
export const OPS = 4
export const TAKE_CLASS = 0
export const TAKE_WORD = 1
export const TAKE_SHAPE = 2
export const TAKE_NUMBER = 3
/** Takes a token that passes a test, which stands for alternatives of one token each: the operand is its number. */
export const TAKE_ONE = 4
export const SPLIT = 5
export const JUMP = 6
export const OPEN = 7
export const CLOSE = 8
export const LOOK = 9
export const TIGHT = 10
export const MATCH = 11
/** A LOOK at a single token: operands are the number of the test, and whether it must pass. */
export const LOOK_TOKEN = 12

/** One way to take a token or an edge: TAKE_CLASS, TAKE_WORD, TAKE_SHAPE or TAKE_NUMBER and its operands. */
export interface Step {
  readonly operation: number
  readonly a: number
  readonly b: number
}

/** What may stand at one token: a word or node of some classes, some words, some shapes. */
export interface TokenTest {
  readonly classes: readonly ClassWord[]
  readonly sids: ReadonlySet<number>
  /** The last five bits of the words, one bit for each: most tokens need no look-up in the set. */
  readonly sidBits: number
  readonly shapes: readonly Step[]
}

/** The words and shapes of a test, one by one. */
export const stepsOf = ({ sids, shapes }: TokenTest): Step[] => [
  ...[...sids].map(sid => ({ operation: TAKE_WORD, a: sid, b: 0 })),
  ...shapes,
]

/** One integer of a set of classes: the classes 32 x word to 32 x word + 31, as the lattice keeps them. */
export interface ClassWord {
  readonly word: number
  readonly mask: number
}

export function tokenTest(steps: readonly Step[]): TokenTest {
  const sids = steps.filter(s => s.operation === TAKE_WORD).map(s => s.a)
  return {
    classes: classWords(steps.filter(s => s.operation === TAKE_CLASS).map(s => s.a)),
    sids: new Set(sids),
    sidBits: sids.reduce((bits, sid) => bits | (1 << (sid & 31)), 0),
    shapes: steps.filter(s => s.operation !== TAKE_CLASS && s.operation !== TAKE_WORD),
  }
}

export function classWords(ids: readonly number[]): ClassWord[] {
  const masks = new Map<number, number>()
  for (const id of ids) masks.set(id >> 5, (masks.get(id >> 5) ?? 0) | (1 << (id & 31)))
  return [...masks].map(([word, mask]) => ({ word, mask }))
}

/** A pattern as integers, with the names that they point to. */
export interface Program {
  readonly code: Int32Array
  /** Number of instructions. */
  readonly length: number
  readonly roles: readonly string[]
  /** Values of which a class must have one, by number. */
  readonly values: readonly (readonly string[])[]
  /** What a LOOK_TOKEN or TAKE_ONE asks for, by number. */
  readonly tests: readonly TokenTest[]
  /** The classes that every match takes: a rule is not tried on a text without them. */
  readonly needs: readonly ClassWord[]
  /** The instructions that can take the first token, each with what can come behind it: a rule is tried only there. */
  readonly first: readonly FirstStep[]
}

export interface FirstStep extends Step {
  /** The steps of which one must follow; null where the match may end there. */
  readonly follow: readonly Step[] | null
}
