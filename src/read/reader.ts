import type { Document } from '../text/document.ts'
import type { Reading } from '../model/reading.ts'

/** Who reads: rules today; an LLM endpoint or a person may come. */
export interface Reader {
  /** All that the reader says of one document. Pure: the same document gives the same reading. */
  readonly read: (document: Document) => Reading
}
