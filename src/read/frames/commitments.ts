import { NONE } from '../../grammar/none.ts'
import type { ClassName } from '../../lang/classes.ts'
import type { CommitmentClaim, Draft } from '../../model/claim.ts'
import type { Field, Force } from '../../model/kinds.ts'
import { squeeze } from '../../text/fold.ts'
import type { TokenRange } from '../../text/segment.ts'
import type { Span } from '../../text/span.ts'
import type { ReadContext } from '../context.ts'
import { datesIn, type ReadDate } from '../dates/dates.ts'
import { fieldsOf, hintedFields } from '../statements/fields.ts'
import { readStatements, type Statement } from '../statements/statements.ts'
import type { Scene } from '../statements/subject.ts'

/** `reportDay`: the ISO day of the report, or null; what was due before is no deadline. */
export function commitmentDrafts(scene: Scene, dates: readonly ReadDate[], reportDay: string | null): Draft[] {
  const { context } = scene
  const items = readStatements(scene)
  return items.map(item => {
    const force = forceOf(context, item)
    const objects = objectsIn(context, item)
    const due = dueOf(item, dates, reportDay)
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
      ...assignmentOf(context, item, due),
      ...delayOf(context, item),
      evidence: evidenceOf(context, item),
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

/** The end of a date of the item, or of the words that a plan gives its time in: until when. What is done has no deadline any more. */
function dueOf(item: Statement, dates: readonly ReadDate[], reportDay: string | null): string | null {
  if (item.stage === 'done') return null
  const until = item.duty?.until
  if (until) return deadline(datesIn(dates, until)[0], reportDay)
  const ends = datesIn(dates, item).map(date => (item.duty ? deadline(date, reportDay) : date.end))
  return ends.find(end => end !== null && (reportDay === null || end >= reportDay)) ?? null
}

/** A plan's "trong tháng 9" is the next one: a year that was inferred and is over is not meant. */
function deadline(date: ReadDate | undefined, reportDay: string | null): string | null {
  const end = date?.end ?? null
  if (!date?.why || end === null || reportDay === null || end >= reportDay) return end
  const year = Number(reportDay.slice(0, 4))
  const next = [year, year + 1].map(y => `${y}${end.slice(4)}`).find(day => day >= reportDay)
  return next ?? end
}

/** Who has to do it, as a plan names them, and whether it goes on without a deadline. */
function assignmentOf(context: ReadContext, { from, to, duty }: Statement, due: string | null): Assignment {
  if (!duty) return {}
  const namesOf = (ranges: readonly TokenRange[]): string[] => ranges.map(r => squeeze(context.textOf(r.from, r.to)))
  const isStanding = due === null && isTold(context, duty.until ?? { from, to }, 'STANDING')
  return {
    ...(duty.lead.length > 0 && { assignees: namesOf(duty.lead) }),
    ...(duty.support.length > 0 && { supporting: namesOf(duty.support) }),
    ...(isStanding && { standing: true }),
  }
}

type Assignment = Pick<CommitmentClaim, 'assignees' | 'supporting' | 'standing'>

function isTold(context: ReadContext, { from, to }: TokenRange, name: ClassName): boolean {
  for (let at = from; at < to; at++) if (context.has(at, name)) return true
  return false
}

const delayOf = (
  context: ReadContext,
  { reason, progress }: Statement,
): Pick<CommitmentClaim, 'reason' | 'progress'> => ({
  ...(reason && { reason: squeeze(context.textOf(reason.from, reason.to)) }),
  ...(typeof progress === 'number' && { progress }),
})

/** The verb, then what stands outside the quote: the agencies, the time, the reason. */
function evidenceOf(context: ReadContext, { act, duty, reason, from, to }: Statement): Span[] {
  const apart = [...(duty?.lead ?? []), ...(duty?.support ?? []), duty?.until, reason]
  const outside = apart.filter(range => range && (range.from < from || range.from >= to)) as TokenRange[]
  return [act, ...outside].map(range => context.spanOf(range.from, range.to))
}
