import { z } from 'zod'
import { caseLine } from '../../../lang/cases-file.ts'
import { claimsIn, decidedOn, type FoundClaim } from '../../../ledger/query/claims.ts'
import { decidedOf } from '../../../ledger/arrivals.ts'
import type { Claim } from '../../../model/claim.ts'
import type { Decision } from '../../../model/decision.ts'
import type { Span } from '../../../text/span.ts'
import { file } from '../route.ts'

export const CASES = [
  file({
    path: '/api/reports/:doc/case',
    says: 'What a person decided of a claim, as a case for the language pack (docs/language-pack.md): a file to download.',
    query: z.object({ claim: z.string() }),
    type: 'text/plain; charset=utf-8',
    ask: async ({ session }, { ids: { doc }, query: { claim } }) => {
      const [found] = await claimsIn(session, doc, [claim])
      if (!found) return null
      const decisions = (await decidedOn(session, claim)).map(decidedOf)
      return { bytes: new TextEncoder().encode(caseFile(found, decisions)), name: `${claim}.cases.txt` }
    },
  }),
]

/** Whose words they are, for whoever opens the file. */
const QUOTES = '# Quotes words of the report, for your own use: put them in words of your own before you pass this on.'

/** The words of the report by which the claim is made, with what is right of it. */
function caseFile({ text, read, claim, report }: FoundClaim, decisions: readonly Decision[]): string {
  const { start, end } = (claim ?? read).quote
  const { start: from, end: until } = neededFor(text, claim ?? read)
  const fields = Object.keys(Object.assign({}, ...decisions.map(({ set }) => set ?? {})))
  const right = (claim ?? read) as unknown as Record<string, unknown>
  const line = caseLine({
    text: text.slice(from, until),
    published: report.published,
    type: read.type,
    values: Object.fromEntries(fields.map(field => [field, written(right[field])])),
    span: { start: start - from, end: end - from },
    forbidden: claim === null,
  })
  const said = decisions.map(({ act, by, why }) =>
    [`# ${act}: ${by}`, why].filter(Boolean).join(' · ').replaceAll('\n', ' '),
  )
  return `${[...said, QUOTES, line].join('\n')}\n`
}

/** How much may stand before the words of a claim, in UTF-16 units: enough for who says them. */
const BEFORE = 80

/**
 * What a reader must see to make a claim: its quote, the verbs outside it that make it what it is, and before them what
 * their clause begins with. No more: a case is no copy of a report.
 */
function neededFor(text: string, claim: Claim): Span {
  const spans = [claim.quote, ...(claim.type === 'commitment' ? claim.evidence : [])]
  const first = Math.min(...spans.map(({ start }) => start))
  const before = text.slice(Math.max(0, first - BEFORE), first)
  const clause = /(?:^|[.;:!?…\n])[^.;:!?…\n]*$/u.exec(before)?.[0] ?? before
  const begin = first - clause.replace(/^[.;:!?…\n]?\s*/u, '').length
  return { start: begin, end: Math.max(...spans.map(({ end }) => end)) }
}

const written = (value: unknown): string | string[] => (Array.isArray(value) ? value.map(String) : String(value))
