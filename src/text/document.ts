import { identityMap, type SourceMap } from './source-map.ts'

/** What is known of a report besides its text. Dates are ISO days; a language is a BCP 47 code; unknown is null. */
export interface DocumentFacts {
  /** `sha256:` and the hexadecimal digest of the text's UTF-8 bytes. */
  readonly id: string
  /** The id under which the input knows the report, where it gives one. */
  readonly key: string | null
  /** As given on the command line; null for the standard input. */
  readonly file: string | null
  readonly url: string | null
  readonly title: string | null
  readonly outlet: string | null
  readonly published: string | null
  /** Who wrote it, and the day on which it was last changed, where the input says so. */
  readonly author?: string | null
  readonly updated?: string | null
  readonly lang: string
}

/** A report's decoded text, never corrected: every Span of the product points into `text`. Frozen. */
export interface Document extends DocumentFacts {
  readonly text: string
  readonly sourceMap: SourceMap
}

/** The facts that only some inputs have, without those that this one has not. */
export const rareFacts = ({ author, updated }: Pick<DocumentFacts, 'author' | 'updated'>): Partial<DocumentFacts> => ({
  ...(author ? { author } : {}),
  ...(updated ? { updated } : {}),
})

export function createDocument(facts: DocumentFacts, text: string, sourceMap: SourceMap = identityMap): Document {
  return Object.freeze({ ...facts, text, sourceMap })
}
