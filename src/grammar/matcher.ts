import { LINE_START, SPACED, type Tokens } from '../text/tokens.ts'
import type { Lattice } from './lattice.ts'
import { NONE } from './none.ts'
import type { Lexicon } from './lexicon.ts'
import type { Capture, Node } from './node.ts'
import {
  CLOSE,
  JUMP,
  LOOK,
  LOOK_TOKEN,
  MATCH,
  OPEN,
  OPS,
  type Program,
  SPLIT,
  TAKE_CLASS,
  TAKE_NUMBER,
  TAKE_ONE,
  TAKE_SHAPE,
  TAKE_WORD,
  TIGHT,
  type TokenTest,
} from './program.ts'
import type { Rule } from './rule.ts'
import { passes } from './token-test.ts'

/** Marks in the log where a slot that is no single edge begins and ends. */
const OPENED = -2
const CLOSED = -3

/** A match takes at most this many tokens; what would be longer is no match. It bounds the cost of every attempt. */
export const WINDOW = 160

/**
 * Runs compiled patterns over a lattice: the alternatives in their order of preference, each pair of instruction and token at
 * most once (the bit-state method of RE2). So one attempt costs at most program length x WINDOW steps, whatever the text.
 */
export class Matcher {
  private readonly lexicon: Lexicon
  private tokens!: Tokens
  private lattice!: Lattice
  private program!: Program
  private base = 0
  /** Stamp of the attempt that last came to (instruction, token - base). */
  private seen = new Int32Array(0)
  private stamp = 0
  private lastStamp = 0
  private end = 0
  /** Slots so far, three integers each: role, token, and the edge taken, OPENED or CLOSED. Only appended and cut. */
  private log = new Int32Array(3 * 256)
  private logged = 0

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon
  }

  over(tokens: Tokens, lattice: Lattice): void {
    this.tokens = tokens
    this.lattice = lattice
  }

  /** The match of a rule that begins at a token, or null. */
  match(rule: Rule, at: number): Node | null {
    this.begin(rule.program, at)
    if (!this.run(0, at)) return null
    return { classId: rule.classId, rule, start: at, end: this.end, captures: this.captures() }
  }

  private begin(program: Program, at: number): void {
    this.program = program
    this.base = at
    this.logged = 0
    const needed = program.length * (WINDOW + 1)
    if (this.seen.length < needed) this.seen = new Int32Array(needed)
    this.freshStamp()
  }

  private freshStamp(): void {
    if (this.lastStamp === 0x7fffffff) {
      this.seen.fill(0)
      this.lastStamp = 0
    }
    this.stamp = ++this.lastStamp
  }

  /**
   * Whether this attempt came here before, and failed from here. Asked only where ways really part: all steps between two
   * such places form one line.
   */
  private wasHere(pc: number, at: number): boolean {
    const mark = (at - this.base) * this.program.length + pc
    if (this.seen[mark] === this.stamp) return true
    this.seen[mark] = this.stamp
    return false
  }

  private run(start: number, from: number): boolean {
    const { code } = this.program
    let pc = start
    let at = from
    for (;;) {
      const i = pc * OPS
      switch (code[i]) {
        case TAKE_CLASS:
          return this.mayTake(i, at) && !this.wasHere(pc, at) && this.takeClass(pc, at)
        case TAKE_WORD:
        case TAKE_SHAPE:
        case TAKE_NUMBER:
        case TAKE_ONE:
          if (!this.takes(i, at)) return false
          at++
          break
        case SPLIT:
          if (this.mayTake(code[i + 1] * OPS, at)) {
            if (this.wasHere(pc, at)) return false
            if (this.tries(code[i + 1], at)) return true
          }
          pc = code[i + 2]
          continue
        case JUMP:
          pc = code[i + 1]
          continue
        case OPEN:
          this.note(code[i + 1], at, OPENED)
          break
        case CLOSE:
          this.note(code[i + 1], at, CLOSED)
          break
        case LOOK:
          if (this.wasHere(pc, at) || this.looks(pc, at) !== (code[i + 2] === 1)) return false
          pc = code[i + 1]
          continue
        case LOOK_TOKEN:
          if (this.stands(this.program.tests[code[i + 1]], at) !== (code[i + 2] === 1)) return false
          break
        case TIGHT:
          if (!this.isTight(at)) return false
          break
        case MATCH:
          this.end = at
          return true
      }
      pc++
    }
  }

  private note(role: number, at: number, what: number): void {
    if (this.logged + 3 > this.log.length) {
      const larger = new Int32Array(this.log.length * 2)
      larger.set(this.log)
      this.log = larger
    }
    this.log[this.logged] = role
    this.log[this.logged + 1] = at
    this.log[this.logged + 2] = what
    this.logged += 3
  }

  /** Runs an alternative; forgets what it captured if it fails. */
  private tries(pc: number, at: number): boolean {
    const kept = this.logged
    if (this.run(pc, at)) return true
    this.logged = kept
    return false
  }

  /** Whether the single-token instruction at `i` takes the token. */
  private takes(i: number, at: number): boolean {
    if (!this.canTake(at)) return false
    const { code } = this.program
    const operation = code[i]
    const a = code[i + 1]
    const b = code[i + 2]
    if (operation === TAKE_WORD) return this.tokens.sid[at] === a
    if (operation === TAKE_ONE) return passes(this.program.tests[a], this.tokens, this.lattice, at)
    if (operation === TAKE_NUMBER) return this.tokens.digits[at] >= a && this.tokens.digits[at] <= b
    const shape = this.tokens.shape[at]
    return (shape & a) === a && (shape & b) === 0
  }

  /** Whether the instruction at `i` has any hope: saves the way into most alternatives. */
  private mayTake(i: number, at: number): boolean {
    const { code } = this.program
    const operation = code[i]
    if (operation > TAKE_ONE) return operation !== TIGHT || this.isTight(at)
    if (operation === TAKE_CLASS) return at < this.tokens.count && this.lattice.has(at, code[i + 1])
    return this.takes(i, at)
  }

  private isTight(at: number): boolean {
    return at < this.tokens.count && (this.tokens.shape[at] & SPACED) === 0
  }

  private stands(test: TokenTest, at: number): boolean {
    return this.canTake(at) && passes(test, this.tokens, this.lattice, at)
  }

  /** No match goes over the end of a line, of the text or of the window. */
  private canTake(at: number): boolean {
    if (at >= this.tokens.count || at - this.base >= WINDOW) return false
    return at === this.base || (this.tokens.shape[at] & LINE_START) === 0
  }

  private takeClass(pc: number, at: number): boolean {
    const { code, values } = this.program
    const i = pc * OPS
    const value = code[i + 2]
    const role = code[i + 3]
    if (!this.canTake(at)) return false
    for (let edge = this.lattice.firstEdge(at, code[i + 1]); edge !== NONE; edge = this.lattice.nextEdge(edge)) {
      if (this.lattice.end[edge] - this.base > WINDOW) continue
      if (value !== NONE && !values[value].includes(this.valueOf(edge))) continue
      const kept = this.logged
      if (role !== NONE) this.note(role, at, edge)
      if (this.run(pc + 1, this.lattice.end[edge])) return true
      this.logged = kept
    }
    return false
  }

  private valueOf(edge: number): string {
    const entry = this.lattice.entry[edge]
    return entry === NONE ? (this.lattice.node(edge)?.rule.constants['kind'] ?? '') : this.lexicon.entries[entry].value
  }

  /** Whether the code behind a LOOK matches here; leaves no trace. It is an attempt of its own: what succeeds inside may be asked again. */
  private looks(pc: number, at: number): boolean {
    if (at >= this.tokens.count) return false
    const { logged, end, stamp } = this
    this.freshStamp()
    const found = this.run(pc + 1, at)
    this.stamp = stamp
    this.end = end
    this.logged = logged
    return found
  }

  private captures(): Capture[] {
    const captures: Capture[] = []
    const starts: number[] = []
    for (let i = 0; i < this.logged; i += 3) {
      const [role, at, what] = [this.program.roles[this.log[i]], this.log[i + 1], this.log[i + 2]]
      if (what === OPENED) starts.push(at)
      else if (what === CLOSED) captures.push({ role, start: starts.pop() as number, end: at, edge: NONE })
      else captures.push({ role, start: at, end: this.lattice.end[what], edge: what })
    }
    return captures
  }
}
