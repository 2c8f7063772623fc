import type { Claim, Draft, Quote } from '../model/claim.ts'
import { Digest } from '../model/digest.ts'
import { type Diagnostic, diagnostic } from '../text/diagnostic.ts'
import type { Document } from '../text/document.ts'
import { confidenceOf } from '../text/source-map.ts'
import type { Span } from '../text/span.ts'
import { byCodeUnit } from '../text/order.ts'
import { quoteAt } from '../model/quote.ts'

/**
 * Turns drafts into claims, in the order of the text. A draft whose words are not exactly in the text is dropped, with a
 * diagnostic: no claim leaves the reader without them. Two drafts that say the same of the same words are one claim.
 */
export function verify(document: Document, drafts: readonly Draft[]): { claims: Claim[]; diagnostics: Diagnostic[] } {
  const claims = new Map<string, Claim>()
  const diagnostics: Diagnostic[] = []
  for (const draft of drafts) {
    const quote = quoteOf(document.text, draft.span)
    if (!quote) {
      diagnostics.push(
        diagnostic('warning', 'quote-not-in-text', `A ${draft.type} was left out: its words are not in the text.`),
      )
      continue
    }
    const id = claimId(document.id, draft)
    const confidence = confidenceOf(document.sourceMap, draft.span)
    const claim = claimOf(id, quote, draft)
    claims.set(id, confidence === null ? claim : { ...claim, confidence })
  }
  return { claims: [...claims.values()].toSorted(byPlace), diagnostics }
}

/** The draft with its id and quote in the place of its span. Copied field by field: drafts come in a dozen shapes. */
function claimOf(id: string, quote: Quote, draft: Draft): Claim {
  const claim: Record<string, unknown> = { id, type: draft.type, quote }
  for (const key in draft) if (key !== 'span' && key !== 'type') claim[key] = draft[key as keyof Draft]
  return claim as unknown as Claim
}

function quoteOf(text: string, { start, end }: Span): Quote | null {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end) return null
  return quoteAt(text, start, end)
}

/** Order of the text; claims that begin together: the longer first, then by type and id. */
function byPlace(a: Claim, b: Claim): number {
  return (
    a.quote.start - b.quote.start || b.quote.end - a.quote.end || byCodeUnit(a.type, b.type) || byCodeUnit(a.id, b.id)
  )
}

/** Fields that a better reader may change while the claim stays what it is. */
const APART: ReadonlySet<string> = new Set([
  'span',
  'rule',
  'why',
  'mentions',
  'evidence',
  'assignees',
  'supporting',
  'standing',
  'reason',
  'progress',
  'signatories',
])

/** A claim's id is made of its document, span, type and values: not of the rule, the reasons or the other mentions. */
function claimId(documentId: string, draft: Draft): string {
  const digest = new Digest().add(documentId).addValue(draft.span)
  for (const key in draft) if (!APART.has(key)) digest.add(key).addValue(draft[key as keyof Draft])
  return digest.value
}
