import type { BriefingSection } from '../api/briefing.ts'
import { type Desk, line } from './desk.ts'
import { monthsChart } from './drawings.ts'
import type { BriefingFacts } from './facts.ts'
import { lastMonths, MONTHS } from './months.ts'
import { section } from './section.ts'
import { type Gap, isOpen, isSilent } from './standing.ts'

/** What was read too little of, and what that leaves open. */
export function gapsSection(desk: Desk): BriefingSection {
  const { facts, words, sides } = desk
  return section({
    title: words.gaps.title,
    drawing: monthsChart(desk),
    lines: gapsOf(facts).map(gap => line({ text: words.gaps.gap(gap, sides) })),
  })
}

export function gapsOf(facts: BriefingFacts): Gap[] {
  const { items, reports, more, options } = facts
  const open = items.filter(isOpen)
  const silent = open.filter(isSilent).length
  const single = items.filter(item => sourcesOf(item.docs, facts) < 2).length
  const copies = reports.filter(({ copyOf }) => copyOf !== null).length
  const undated = reports.filter(({ day }) => day === null).length
  const unchecked = open.filter(({ row }) => !row.verifiable).length
  const langs = [...new Set(reports.map(({ lang }) => lang))].filter(Boolean)
  return [
    monthsWithout(facts, 'ours', options.at),
    monthsWithout(facts, 'partner', options.at),
    ...(langs.length === 1 ? [{ kind: 'languages', langs } as const] : []),
    ...(silent > 0 ? [{ kind: 'silent', items: silent, of: open.length } as const] : []),
    ...(single > 0 ? [{ kind: 'single', items: single, of: items.length } as const] : []),
    ...(copies > 0 ? [{ kind: 'copies', copies, of: reports.length } as const] : []),
    ...(undated > 0 ? [{ kind: 'undated', reports: undated } as const] : []),
    ...(unchecked > 0 ? [{ kind: 'unchecked', items: unchecked, of: open.length } as const] : []),
    ...(more ? [{ kind: 'more', items: items.length } as const] : []),
  ]
}

/** Reports that tell something of their own: a copy counts as what it repeats. */
function sourcesOf(docs: readonly string[], { reports }: BriefingFacts): number {
  const copies = new Map(reports.map(({ doc, copyOf }) => [doc, copyOf ?? doc]))
  return new Set(docs.map(doc => copies.get(doc) ?? doc)).size
}

function monthsWithout({ coverage }: BriefingFacts, side: 'ours' | 'partner', at: string): Gap {
  const without = lastMonths(at, MONTHS).filter(month => (coverage[side].get(month) ?? 0) === 0)
  return { kind: 'months', side, without, of: MONTHS }
}
