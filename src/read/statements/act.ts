import type { Stage } from '../../model/stage.ts'
import type { Subject } from './subject.ts'

/** How an act was found: by a verb of saying, a modal, or a word of aspect. */
export type ActKind =
  | 'say'
  | 'need'
  | 'order'
  | 'will'
  | 'doing'
  | 'done'
  | 'approved'
  | 'stalled'
  | 'sign'
  | 'issue'
  | 'bare'
  | 'going'
  | 'by'

/** A verb that makes what follows wished, proposed, agreed, done ... : the trigger of commitments. */
export interface Act {
  readonly kind: ActKind
  /** Null for verbs that only report, such as "cho biết". */
  readonly stage: Stage | null
  /** The first token of the verb, and the one behind it. */
  readonly at: number
  readonly end: number
  readonly subject: Subject | null
}
