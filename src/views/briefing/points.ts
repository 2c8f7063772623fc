import { rungOf } from '../../model/stage.ts'
import type { BriefingOptions, Item } from './facts.ts'
import { type Burden, burdenOf, isLate, isOpen, isSilent } from './standing.ts'

/** Points that a director can raise in one talk. */
const RAISED = 5

/** What the other side may raise: of our late promises, and of their proposals. */
const OURS_LATE = 2
const THEIRS_ASKED = 2

/** Days after which what nobody spoke of again has been overtaken by other things. */
const OVERTAKEN = 3 * 365

const isFresh = ({ row }: Item): boolean => (row.silent ?? 0) <= OVERTAKEN

/**
 * How much an open item weighs at the table: what is wrong with it, how far it had come, and whether it names something that both
 * sides know. The weights order; they measure nothing.
 */
export function weightOf(item: Item): number {
  const { row } = item
  const named = row.objects.some(object => !object.startsWith('mechanism:'))
  return (
    (row.overdue ? 3 : 0) +
    (row.stalled ? 3 : 0) +
    (row.contradictions > 0 ? 3 : 0) +
    Math.min(row.promisedAgain, 4) +
    (isSilent(item) ? Math.min(2 + (row.silent ?? 0) / 365, 3) : 0) +
    (rungOf(row.stage) >= rungOf('agreed') ? 2 : 0) +
    (named ? 3 : 0) +
    (row.verifiable ? 1 : -1) +
    (isFresh(item) ? 0 : -5) +
    Math.min(row.reports, 6) / 3
  )
}

const heaviestFirst = (a: Item, b: Item): number => weightOf(b) - weightOf(a) || (a.row.id < b.row.id ? -1 : 1)

/** The heaviest, one for each gate or link: a talk comes back to none twice. */
function heaviest(items: readonly Item[], most: number): Item[] {
  const chosen: Item[] = []
  const taken = new Set<string>()
  for (const item of items.toSorted(heaviestFirst)) {
    const { objects } = item.row
    if (chosen.length >= most || objects.some(object => taken.has(object))) continue
    chosen.push(item)
    for (const object of objects) taken.add(object)
  }
  return chosen
}

/** A promise of theirs, one of both, or our own request: with something to ask about it. */
const RAISABLE: ReadonlySet<Burden> = new Set(['theirs', 'both', 'we-ask'])

/** The points to raise, the weightiest first. What goes well and was heard of lately is not raised. */
export function pointsToRaise(items: readonly Item[], options: BriefingOptions): Item[] {
  const raisable = items.filter(item => isOpen(item) && RAISABLE.has(burdenOf(item, options)))
  const pressing = raisable.filter(isPressing)
  const points = heaviest(pressing, RAISED)
  const others = raisable.filter(item => !pressing.includes(item) && item.row.stage !== 'wished')
  return [...points, ...heaviest(others, RAISED - points.length)]
}

const isPressing = (item: Item): boolean =>
  isLate(item) ||
  isSilent(item) ||
  item.row.contradictions > 0 ||
  (item.row.promisedAgain > 0 && item.row.stage !== 'underway')

/** What the other side may raise: our own promises that are late or silent, and what they asked for without an answer. */
export function pointsToExpect(items: readonly Item[], options: BriefingOptions) {
  const open = items.filter(isOpen)
  const burden = new Map(open.map(item => [item, burdenOf(item, options)]))
  const own = open.filter(item => burden.get(item) === 'ours' && (isPressing(item) || item.row.due !== null))
  const asked = open.filter(item => burden.get(item) === 'they-ask' && isFresh(item))
  return { ours: heaviest(own, OURS_LATE), theirs: heaviest(asked, THEIRS_ASKED) }
}
