import type { ExplainedClaim, ExplainedNode, ExplainedWord } from '../../read/explain.ts'
import { claimLine, pointAt } from '../explanation.ts'
import type { Style } from './table.ts'

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
  const why = claim.why ? [`  why    ${claim.why}`] : []
  return [
    style.section(claimLine(claim)) + style.faint(`  [${claim.rule}, ${claim.quote.start}–${claim.quote.end}]`),
    ...pointed,
    ...why,
    ...nodes.flatMap(node => nodeLines(node, said, style)),
    ...wordLines(words, said, style),
    ...losses.map(loss => `  ${style.faint('lost')}   ${loss.rule} ${said(loss.span)} to ${loss.winner}: ${loss.why}`),
    '',
  ].join('\n')
}

type Said = (span: { start: number; end: number }) => string

function nodeLines({ rule, tier, pattern, span, slots }: ExplainedNode, said: Said, style: Style): string[] {
  const taken = slots.map(({ role, span: slot }) => `${role} ${said(slot)}`).join(', ')
  return [
    `  ${style.faint('rule')}   ${tier}/${rule} ${said(span)}${taken ? ` with ${taken}` : ''}`,
    style.faint(`           ${pattern}`),
  ]
}

function wordLines(words: readonly ExplainedWord[], said: Said, style: Style): string[] {
  return words.map(
    ({ cls, value, span }) => `  ${style.faint('word')}   ${said(span)} is ${value ? `${cls}=${value}` : cls}`,
  )
}
