import { z } from 'zod'
import { caseLine } from '../../../lang/cases-file.ts'
import { claimsIn, decidedOn, type FoundClaim } from '../../../ledger/query/claims.ts'
import { decidedOf } from '../../../ledger/arrivals.ts'
import type { Decision } from '../../../model/decision.ts'
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

/** The line of the report in which the claim stands, with what is right of it. */
function caseFile({ text, read, claim, report }: FoundClaim, decisions: readonly Decision[]): string {
  const { start, end } = (claim ?? read).quote
  const from = text.lastIndexOf('\n', start - 1) + 1
  const until = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end)
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
  return `${[...said, line].join('\n')}\n`
}

const written = (value: unknown): string | string[] => (Array.isArray(value) ? value.map(String) : String(value))
