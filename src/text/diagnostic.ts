import type { Span } from './span.ts'

/** `error`: the input could not be read; `warning`: read, but something is likely wrong; `note`: what was inferred or left out. */
export type Severity = 'error' | 'warning' | 'note'

/**
 * Something to tell a person about an input. `code` is stable and made of words with dashes; `message` says what is wrong,
 * where, and what to do about it; `span` points into the Document's text where there is one.
 */
export interface Diagnostic {
  readonly code: string
  readonly severity: Severity
  readonly span?: Span
  readonly message: string
}

export function diagnostic(severity: Severity, code: string, message: string, at?: Span): Diagnostic {
  return at ? { code, severity, span: { start: at.start, end: at.end }, message } : { code, severity, message }
}
