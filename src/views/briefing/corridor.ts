import type { BriefingSection } from '../api/briefing.ts'
import { bothNames, type Desk } from './desk.ts'
import { corridorMap } from './drawings.ts'
import type { GateFact } from './facts.ts'
import { section, table } from './section.ts'
import { isOpen } from './standing.ts'
import { onPaper } from './typography.ts'

/** Gates that are shown in the table. */
const SHOWN = 14

export function corridorSection(desk: Desk): BriefingSection[] {
  const { facts, words } = desk
  if (facts.gates.length === 0) return []
  const ranked = facts.gates.toSorted(
    (a, b) => openOn(desk, b) - openOn(desk, a) || b.row.mentions - a.row.mentions || (a.row.id < b.row.id ? -1 : 1),
  )
  const rows = ranked.slice(0, SHOWN).map(gate => ({ cells: cellsOf(desk, gate) }))
  const map = corridorMap(desk)
  return [
    section({
      title: words.corridor.title,
      drawing: map,
      intro: [words.corridor.intro(facts.options.at), map ? words.corridor.approximate : ''].filter(Boolean).join(' '),
      table: table(words.corridor.head, [40, 16, 28, 16], rows),
    }),
  ]
}

/** Open items about a gate. */
const openOn = ({ facts }: Desk, { row }: GateFact): number =>
  facts.items.filter(item => isOpen(item) && row.ref !== null && item.row.objects.includes(`gate:${row.ref}`)).length

function cellsOf(desk: Desk, gate: GateFact): string[] {
  const { words } = desk
  const { row } = gate
  const listed = row.gazetteer?.held ? row.gazetteer.class : null
  const present = row.class?.value ?? listed
  const basis = row.class
    ? words.corridor.reports(row.class.reports, row.class.first ?? '', row.class.last ?? '')
    : listed === null
      ? '–'
      : words.corridor.gazetteer
  const named = present === null ? words.corridor.unknown : (words.gateClasses[present] ?? present)
  const open = openOn(desk, gate)
  return [
    row.ref === null ? onPaper(row.label) : bothNames(desk, row.ref),
    named,
    basis,
    open === 0 ? '–' : String(open),
  ]
}
