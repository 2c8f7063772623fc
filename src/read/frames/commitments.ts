import { NONE } from '../../grammar/none.ts'
import type { Draft } from '../../model/claim.ts'
import type { Field, Force } from '../../model/kinds.ts'
import type { TokenRange } from '../../text/segment.ts'
import type { ReadContext } from '../context.ts'
import { datesIn, type ReadDate } from '../dates/dates.ts'
import { fieldsOf, hintedFields } from '../statements/fields.ts'
import { readStatements, type Statement } from '../statements/statements.ts'
import type { Scene } from '../statements/subject.ts'

export function commitmentDrafts(scene: Scene, dates: readonly ReadDate[]): Draft[] {
  const { context } = scene
  const items = readStatements(scene)
  return items.map(item => {
    const force = forceOf(context, item)
    const objects = objectsIn(context, item)
    const due = dueIn(item.until ?? item, dates)
    return {
      type: 'commitment',
      span: context.spanOf(item.from, item.to),
      rule: `commitment-${item.stage}`,
      stage: item.stage,
      by: item.by.map(side => side.name),
      speaker: item.speaker?.name ?? null,
      act: context.textOf(item.act.from, item.act.to),
      what: context.textOf(item.from, item.to),
      fields: fieldsIn(context, item),
      force,
      due,
      objects,
      verifiable: force === 'firm' && (objects.length > 0 || due !== null),
      evidence: [context.spanOf(item.act.from, item.act.to)],
    }
  })
}

/** Words that tell whether to do, to study, or to go on. */
function forceOf(context: ReadContext, { from }: TokenRange): Force {
  const value = context.value(from, 'ACT')
  return value === 'study' || value === 'continue' ? value : 'firm'
}

/** The fields that an item names; else those before it in its sentence; else those of its paragraph or heading, or those it hints at. */
function fieldsIn(context: ReadContext, item: Statement): Field[] {
  const own = fieldsOf(context, item)
  if (own.length > 0) return own
  const number = context.sentenceAt(item.from)
  const before = fieldsOf(context, { from: context.sentences[number].from, to: item.from })
  if (before.length > 0) return before.slice(-1)
  const above = fieldsAbove(context, number)
  if (above.length > 0) return above
  const hinted = hintedFields(context, item)
  return hinted.length > 0 ? hinted : ['party-government']
}

/** How many sentences above an item its paragraph or heading may tell its field. */
const ABOVE = 3

/** The field of the nearest sentence above in the same paragraph, or of the heading over it. */
function fieldsAbove(context: ReadContext, number: number): Field[] {
  const { sentences } = context
  for (let i = number - 1; i >= Math.max(0, number - ABOVE); i--) {
    if (sentences[i].line !== sentences[number].line) break
    const found = fieldsOf(context, sentences[i])
    if (found.length > 0) return found.slice(0, 1)
  }
  return []
}

/** Ids of the gates, links, mechanisms and places that an item is about. */
function objectsIn(context: ReadContext, { from, to }: TokenRange): string[] {
  const ids = new Set<string>()
  for (let at = from; at < to; at++)
    for (const [name, prefix] of [
      ['GATE', 'gate'],
      ['LINKNAME', 'link'],
      ['MECH', 'mechanism'],
      ['PLACE', 'place'],
    ] as const) {
      const edge = context.edge(at, name)
      if (edge !== NONE && context.lattice.end[edge] <= to) ids.add(`${prefix}:${context.valueOf(edge)}`)
    }
  return [...ids].toSorted()
}

/** The end of a date inside the item: until when. */
function dueIn(range: TokenRange, dates: readonly ReadDate[]): string | null {
  return datesIn(dates, range)[0]?.end ?? null
}
