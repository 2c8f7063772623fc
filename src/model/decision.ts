import type { ClaimType } from './kinds.ts'

/** Where a decision hangs: a claim by its content, so that it is found again when a better reader has read the document. */
export interface Anchor {
  /** Id of the document: the digest of its text. */
  readonly document: string
  /** Id of the claim when it was decided. */
  readonly claim: string
  readonly type: ClaimType
  /** UTF-16 offsets into the document's text. */
  readonly start: number
  readonly end: number
  /** The words between them. */
  readonly exact: string
}

export const DECISION_ACTS = ['accept', 'reject', 'correct', 'same', 'different', 'note', 'undo'] as const
export type DecisionAct = (typeof DECISION_ACTS)[number]

/**
 * What a person decided. `accept`, `reject`, `correct` and `note` are about each claim of `on`. `same` says that the claims of `on`
 * and `against` speak of one thing, `different` that those of `on` speak of another thing than those of `against` (a split is that,
 * too). `undo` takes back the decision that `undoes` names.
 */
export interface Decision {
  readonly act: DecisionAct
  readonly by: string
  /** ISO instant at which it was made: the same decision made again is another one. */
  readonly made: string
  readonly why: string | null
  readonly on: readonly Anchor[]
  readonly against: readonly Anchor[]
  /** For `correct`: fields of the claim with their right values, such as `{"stage":"agreed"}`. */
  readonly set: Readonly<Record<string, unknown>> | null
  /** For `correct`: where the claim's words really stand. */
  readonly span: { readonly start: number; readonly end: number } | null
  /** For `undo`: key of the decision in the log. */
  readonly undoes: string | null
}
