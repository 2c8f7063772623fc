import type { Rule } from './rule.ts'

/** What a slot of a pattern took: the tokens `start` to `end`, and the edge where it was a single class (else NONE). */
export interface Capture {
  readonly role: string
  readonly start: number
  readonly end: number
  readonly edge: number
}

/** A match of a rule: its derivation, as every claim keeps it. Positions are token numbers, half-open. */
export interface Node {
  readonly classId: number
  readonly rule: Rule
  readonly start: number
  readonly end: number
  readonly captures: readonly Capture[]
}

export const captureOf = (node: Node, role: string): Capture | undefined => node.captures.find(c => c.role === role)

export const capturesOf = (node: Node, role: string): Capture[] => node.captures.filter(c => c.role === role)
