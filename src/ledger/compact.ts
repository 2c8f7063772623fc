import type { Claim, Quote } from '../model/claim.ts'
import { quoteAt } from '../model/quote.ts'
import type { Reading } from '../model/reading.ts'
import { type DocumentFacts, rareFacts } from '../text/document.ts'

/** A claim whose quote is only where it stands: the document's text gives the words. */
type CompactClaim = Claim extends infer C
  ? C extends Claim
    ? Omit<C, 'quote'> & { readonly quote: readonly [start: number, end: number] | Quote }
    : never
  : never

/** A reading without what its document has: its text, its facts and the words of the quotes. */
export interface CompactReading extends Omit<Reading, 'document' | 'claims'> {
  /** Key of the document's row in the log. */
  readonly document: string
  /** ISO day of publication as the reader found it, which may stand in the text only. */
  readonly published: string | null
  readonly claims: readonly CompactClaim[]
}

/** A quote that is not what the text gives (another reader may keep less context) stays whole. */
export function compactReading(reading: Reading, document: string): CompactReading {
  const { text } = reading.document
  const claims = reading.claims.map(claim => {
    const { start, end } = claim.quote
    return sameQuote(claim.quote, quoteAt(text, start, end)) ? { ...claim, quote: [start, end] } : claim
  })
  return { ...reading, document, published: reading.document.published, claims: claims as CompactClaim[] }
}

/** The reading as it was, from its compact form and its document. */
export function expandReading(
  { published, ...compact }: CompactReading,
  { id, key, file, url, title, outlet, lang, text, ...rare }: DocumentFacts & { readonly text: string },
): Reading {
  const claims = compact.claims.map(claim =>
    Array.isArray(claim.quote) ? { ...claim, quote: quoteAt(text, claim.quote[0], claim.quote[1]) } : claim,
  )
  return {
    ...compact,
    document: { id, key, file, url, title, outlet, published, lang, ...rareFacts(rare), text },
    claims: claims as Claim[],
  }
}

const sameQuote = (a: Quote, b: Quote): boolean => a.exact === b.exact && a.prefix === b.prefix && a.suffix === b.suffix
