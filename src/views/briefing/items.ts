import type { BriefingLine } from '../api/briefing.ts'
import { citeTelling, type Desk, line, sourceOf, titled } from './desk.ts'
import type { Item } from './facts.ts'
import { burdenOf, isLate, isSilent, type Reason, reasonsOf } from './standing.ts'

/** How an item stands, as a mark beside its words. */
export function markOf({ row }: Item, { words }: Desk): string {
  if (row.stage !== 'done' && row.stalled) return words.stages.stalled
  if (row.overdue) return words.overdueMark
  return words.stages[row.stage]
}

export function toneOf(item: Item): BriefingLine['tone'] {
  if (item.row.stage === 'done') return item.row.contradictions > 0 ? 'bad' : 'good'
  if (isLate(item) || item.row.contradictions > 0) return 'bad'
  return item.row.stage === 'underway' ? 'open' : 'plain'
}

/** Why an item is worth a word, as one sentence; null where nothing is to be said. */
export function whyOf(item: Item, desk: Desk, besides: readonly string[] = []): string | null {
  const { facts, words, sides } = desk
  const told = reasonsOf(item, facts.options, sourceOf).filter(reason => !isNews(reason, item))
  const parts = [...told.map(reason => words.reason(reason, sides)), ...besides].filter(Boolean)
  return parts.length === 0 ? null : words.sentence(parts)
}

/** What the mark beside it says already. */
const isNews = (reason: Reason, { row }: Item): boolean => reason.kind === 'due' && row.stage === 'done'

/** An item on the director's page: short, with the number under which the annex gives the words. */
export function pointLine(item: Item, desk: Desk, number: number | null, mark: string): BriefingLine {
  const ref = desk.numbers.get(item.row.id)
  return line({
    ...titled(desk, item.row, POINT),
    number,
    why: whyOf(item, desk, ref === undefined ? [] : [desk.words.see(ref)]),
    mark,
    tone: toneOf(item),
    undertaking: item.row.id,
  })
}

/** Letters of an item's own words on the director's page. */
const POINT = 110

/** An item in the annex, with the first and the last words on it as footnotes. */
export function itemLine(item: Item, desk: Desk, number: number | null): BriefingLine {
  const { first, last, opposed } = item
  const cited = [first, last, ...opposed.flatMap(pair => [pair.first, pair.second])]
  return line({
    ...titled(desk, item.row),
    number,
    why: whyOf(item, desk),
    mark: markOf(item, desk),
    tone: toneOf(item),
    undertaking: item.row.id,
    notes: [...new Set(cited.flatMap(telling => citeTelling(desk, telling)))],
  })
}

/** Items of one side's asking that were told once and cannot be checked: the least that can be left out. */
export const isSlight = (item: Item, { facts }: Desk): boolean =>
  item.row.reports < 2 && !item.row.verifiable && item.row.objects.length === 0 && isAsking(item, facts.options)

const isAsking = (item: Item, options: Desk['facts']['options']): boolean => {
  const burden = burdenOf(item, options)
  return burden === 'they-ask' || burden === 'we-ask' || (burden === 'unsaid' && !isSilent(item))
}
