import type { StandingClaim, StandingReport } from '../../ledger/query/report.ts'
import type { Claim } from '../../model/claim.ts'
import type { ExplainedClaim } from '../../read/explain.ts'
import type { Span } from '../../text/span.ts'
import type { ClaimExplanation, ReportClaim, ReportDetail } from '../api/reports.ts'
import { loggedDecision } from './decisions.ts'
import { namedRow, told } from './told.ts'

/** What stands beside the fields of a claim's type. */
const APART = new Set(['id', 'type', 'quote', 'rule', 'why'])

/** The fields of a claim's type with their values. */
export const valuesOf = (claim: Claim): Record<string, unknown> =>
  Object.fromEntries(Object.entries(claim).filter(([name]) => !APART.has(name)))

/** A report with its claims. */
export function reportAnswer({
  report,
  document,
  paper,
  added,
  meeting,
  claims,
  copies,
}: StandingReport): ReportDetail {
  const { doc, title, outlet, url, published, day, file, replaced_by, copy_of } = report
  return {
    doc,
    title,
    outlet,
    url,
    published,
    day,
    file,
    added,
    lang: document?.lang ?? '',
    text: document?.text ?? '',
    relevant: report.relevant === 1,
    replacedBy: replaced_by,
    copyOf: copy_of,
    paper: told(paper),
    copies: told(copies),
    meeting: meeting && namedRow(meeting),
    claims: claims.map(claimAnswer),
  }
}

const claimAnswer = ({ claim, state, decisions, entities }: StandingClaim): ReportClaim => ({
  id: claim.id,
  type: claim.type,
  start: claim.quote.start,
  end: claim.quote.end,
  exact: claim.quote.exact,
  rule: claim.rule,
  why: claim.why ?? null,
  values: valuesOf(claim),
  entities: entities.map(namedRow),
  state,
  decisions: decisions.map(each => loggedDecision(each, true)),
})

/** Which rules and words made a claim, with the words of the text that each took. */
export function explanationAnswer({ claim, nodes, words, losses }: ExplainedClaim, text: string): ClaimExplanation {
  const at = ({ start, end }: Span) => ({ start, end, quote: text.slice(start, end) })
  return {
    claim: claim.id,
    rule: claim.rule,
    why: claim.why ?? null,
    steps: nodes.map(({ rule, tier, pattern, span, slots }) => ({
      ...at(span),
      rule,
      tier,
      pattern,
      slots: slots.map(({ role, span: slot }) => ({ role, ...at(slot) })),
    })),
    words: words.map(({ span, cls, value }) => ({ ...at(span), class: cls, value })),
    lost: losses.map(({ rule, span, winner, why }) => ({ rule, ...at(span), winner, why })),
  }
}
