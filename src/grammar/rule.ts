import type { Program } from './program.ts'

/** Constants that a production gives its Node, such as `kind=day`. */
export type Constants = Readonly<Record<string, string>>

/** A line of a rule file: a pattern, and the class of Node that it makes. */
export interface Rule {
  readonly name: string
  /** Rules of one tier compete for the same words; a later tier builds on what the earlier ones made. */
  readonly tier: number
  /** Larger wins, before length is asked. 0 where the file says nothing. */
  readonly priority: number
  /** Position among all rules of the pack: the last word of the total order. */
  readonly order: number
  /** The class of the Node that a match makes. */
  readonly makes: string
  readonly classId: number
  readonly constants: Constants
  /** The pattern as written, with macros as they stand. */
  readonly pattern: string
  readonly program: Program
}
