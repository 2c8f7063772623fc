import { FIELDS } from '../../model/kinds.ts'
import { grouped } from '../../text/order.ts'
import type { BriefingSection } from '../api/briefing.ts'
import type { Desk } from './desk.ts'
import type { Item } from './facts.ts'
import { isSlight, itemLine } from './items.ts'
import { weightOf } from './points.ts'
import { section } from './section.ts'
import { isOpen } from './standing.ts'

/** Done items that are shown. */
const DONE = 12

/** The field under which an item stands: the first that a report gives it. */
const fieldOf = ({ row }: Item): string => row.fields[0] ?? ''

/** Open items by field, in the order of the fields; in each the weightiest first. */
export function openItems(desk: Desk): ReadonlyMap<string, readonly Item[]> {
  const open = desk.facts.items.filter(item => isOpen(item) && !isSlight(item, desk))
  const byField = grouped(open, fieldOf)
  const fields = [...FIELDS.filter(field => byField.has(field)), ...(byField.has('') ? [''] : [])]
  return new Map(
    fields.map(field => [
      field,
      byField.get(field)!.toSorted((a, b) => weightOf(b) - weightOf(a) || (a.row.id < b.row.id ? -1 : 1)),
    ]),
  )
}

/** Gives each open item the number by which the other pages refer to it. */
export function numberItems(desk: Desk): void {
  for (const item of [...openItems(desk).values()].flat()) desk.numbers.set(item.row.id, desk.numbers.size + 1)
}

export function openSections(desk: Desk): BriefingSection[] {
  const { words, facts, numbers } = desk
  const left = facts.items.filter(item => isOpen(item) && isSlight(item, desk)).length
  const { open } = words
  const intro = [numbers.size === 0 ? open.none : open.intro(numbers.size), left > 0 ? open.left(left) : '']
  return [
    section({ title: open.title, intro: intro.filter(Boolean).join(' ') }),
    ...[...openItems(desk)].map(([field, items]) =>
      section({
        level: 2,
        title: words.fields[field] === undefined ? open.otherField : upper(words.fields[field]),
        lines: items.map(item => itemLine(item, desk, numbers.get(item.row.id) ?? null)),
      }),
    ),
  ]
}

const upper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** What is done, the latest first: named things before general words. */
export function doneSection(desk: Desk): BriefingSection[] {
  const done = desk.facts.items.filter(item => !isOpen(item))
  if (done.length === 0) return []
  const named = done.filter(({ row }) => row.objects.length > 0 || row.reports > 1)
  const shown = [...named, ...done.filter(item => !named.includes(item))].slice(0, DONE)
  const { title, intro } = desk.words.done
  return [section({ title, intro, lines: shown.map(item => itemLine(item, desk, null)) })]
}
