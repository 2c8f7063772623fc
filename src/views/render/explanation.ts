import type { ExplainedClaim, ExplainedNode } from '../../read/explain.ts'
import { claimLine, pointAt } from '../explanation.ts'
import { columns, type Style } from './table.ts'

/** A claim with the text, carets under what was matched, the rules and words that made it, and the matches that lost. */
export function renderExplanation(
  { claim, nodes, words, losses }: ExplainedClaim,
  text: string,
  style: Style,
  width: number,
): string {
  const said = (span: { start: number; end: number }): string =>
    `“${text.slice(span.start, span.end).replace(/\s+/gu, ' ')}”`
  const spans = [claim.quote, ...(claim.type === 'commitment' ? claim.evidence : [])]
  const pointed = pointAt(text, spans, width - 4).flatMap(({ line, carets }) => [
    `  ${line}`,
    ...(carets ? [style.side(`  ${carets}`)] : []),
  ])
  const rows = [
    ...(claim.why ? [['why', claim.why]] : []),
    ...nodes.flatMap(node => nodeRows(node, said, style)),
    ...words.map(({ cls, value, span }) => ['word', `${said(span)} is ${value ? `${cls}=${value}` : cls}`]),
    ...losses.map(({ rule, span, winner, why }) => ['lost', `${rule} ${said(span)} to ${winner}: ${why}`]),
  ]
  return [
    columns([[style.section(claimLine(claim))]], [width]),
    ...pointed,
    columns(
      [['from', `${claim.rule}, characters ${claim.quote.start} to ${claim.quote.end}`], ...rows].map(
        ([name, cell]) => ['', style.faint(name), cell],
      ),
      [1, NAME, width - NAME - 3],
    ),
    '',
  ].join('\n')
}

/** Columns of a row's name. */
const NAME = 5

type Said = (span: { start: number; end: number }) => string

function nodeRows({ rule, tier, pattern, span, slots }: ExplainedNode, said: Said, style: Style): string[][] {
  const taken = slots.map(({ role, span: slot }) => `${role} ${said(slot)}`).join(', ')
  return [
    ['rule', `${tier}/${rule} ${said(span)}${taken ? ` with ${taken}` : ''}`],
    ['', style.faint(pattern)],
  ]
}
