import type { QuotedMention } from '../../ledger/query/things.ts'
import type { Mention, Source, ValueSpan } from '../api/words.ts'
import type { ValueSpan as Span } from '../../ledger/query/gates.ts'

/** Which report a mention stands in. */
export const sourceIn = ({ doc, title, outlet, url, published }: Source): Source => ({
  doc,
  title,
  outlet,
  url,
  published,
})

/** A mention with its exact words, and with those of its line around them. */
export const mentionOf = (mention: QuotedMention, exact: string): Mention => ({
  ...sourceIn(mention),
  claim: mention.claim,
  quote: exact,
  start: mention.start,
  end: mention.end,
  label: mention.label,
  day: mention.day,
  around: mention.quote,
})

export const spanOf = ({ value, first, last, reports }: Span): ValueSpan => ({ value, first, last, reports })
