import type { FoundClaim } from '../../ledger/query/claims.ts'
import type { Copy } from '../../ledger/query/copies.ts'
import type { LoggedDecision } from '../../ledger/query/history.ts'
import type { Thing } from '../../ledger/query/entities.ts'
import type { ReportTable } from '../../ledger/tables.ts'
import type { Claim } from '../../model/claim.ts'
import { claimLine } from '../explanation.ts'
import { decisionCard } from './history.ts'
import { type Card, card, type Page, section } from './page.ts'
import { alsoIn } from './undertaking.ts'
import type { Tongue } from './wording.ts'

/** A claim, with what people decided of it and the entities that it speaks of. */
export interface ClaimHistory extends Pick<FoundClaim, 'report' | 'read' | 'claim'> {
  /** Its words with those around them. */
  readonly words: string
  readonly entities: readonly Thing[]
  readonly decisions: readonly LoggedDecision[]
}

export function claimPage(
  { report, read, claim, words: around, entities, decisions }: ClaimHistory,
  tongue: Tongue,
): Page {
  const { words } = tongue
  const changed = claim !== null && JSON.stringify(claim) !== JSON.stringify(read)
  const state = claim === null ? words.rejected : changed ? words.corrected : null
  return {
    title: `“${(claim ?? read).quote.exact}”`,
    lines: [[read.id, state].filter(Boolean).join(' · '), claimLine(claim ?? read), reportLine(report)],
    sections: [
      section(null, [
        card({ title: '', quotes: [{ words: around, source: `${read.quote.start}-${read.quote.end}` }] }),
      ]),
      section(
        words.entitiesTitle,
        entities.map(each => thingCard(each, tongue)),
        entities.length === 0 ? words.nothing : null,
      ),
      ...(decisions.length > 0
        ? [
            section(
              words.decisions,
              decisions.map(each => decisionCard(each, tongue)),
            ),
          ]
        : []),
    ],
  }
}

const thingCard = ({ kind, label, id }: Thing, { words }: Tongue): Card =>
  card({ mark: words.kinds[kind], title: label, meta: [id] })

const reportLine = ({ doc, title, outlet, published }: ReportTable): string =>
  [doc, title, outlet, published].filter(Boolean).join(' · ')

/** A report with what it says. */
export interface ReportHistory {
  readonly report: ReportTable
  /** Reports that repeat its text. */
  readonly copies: readonly Copy[]
  readonly claims: readonly (Claim & { readonly entities: readonly string[] })[]
}

export function reportPage({ report, copies, claims }: ReportHistory, tongue: Tongue): Page {
  const { words, name, general } = tongue
  const sides = (JSON.parse(report.sides) as string[]).map(name)
  // A date is no thing of its own: it is told with what takes place on it.
  const cards = claims
    .filter(({ type }) => type !== 'date')
    .map(claim =>
      card({
        mark:
          claim.type === 'commitment'
            ? general.stages[claim.stage]
            : claim.type === 'date'
              ? ''
              : words.kinds[claim.type],
        title: claim.quote.exact,
        meta: [claim.id, ...claim.entities],
      }),
    )
  return {
    title: report.title ?? report.doc,
    lines: [
      [report.doc, report.outlet, report.published, report.file, report.url].filter(Boolean).join(' · '),
      sides.length > 0 ? `${words.sides}: ${sides.join(', ')}` : '',
      report.replaced_by === null ? '' : `${words.replacedBy}: ${report.replaced_by}`,
      report.copy_of === null ? '' : `${words.copyOf}: ${report.copy_of}`,
      alsoIn(copies, tongue),
      report.relevant === 1 ? '' : general.notCooperation,
    ].filter(line => line !== ''),
    sections: [section(words.claims, cards, cards.length === 0 ? words.nothing : null)],
  }
}
