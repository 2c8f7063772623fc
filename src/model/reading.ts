import type { Diagnostic } from '../text/diagnostic.ts'
import type { DocumentFacts } from '../text/document.ts'
import type { Claim, Signatory } from './claim.ts'
import type { PaperKind } from './kinds.ts'

/** All that one reader said of one document: one line of `bienban read --format jsonl`. */
export interface Reading {
  readonly format: 'bienban/reading@1'
  readonly reader: { readonly name: string; readonly version: string; readonly packs: Readonly<Record<string, string>> }
  readonly document: DocumentFacts & { readonly text: string }
  /** Whether the report is about cooperation across a border. */
  readonly relevant: boolean
  /** What kind of paper its form tells, and who signed it; not there for an ordinary report. */
  readonly paper?: { readonly kind: PaperKind; readonly signatories: readonly Signatory[] }
  /** In the order of `quote.start`. */
  readonly claims: readonly Claim[]
  readonly diagnostics: readonly Diagnostic[]
}
