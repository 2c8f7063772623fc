import type { Session } from '../store.ts'
import type { EntityTable } from '../tables.ts'
import { mentionsOn } from './latest.ts'
import type { StoredMention } from './mentions.ts'

/** A value that reports gave, from when to when, and how many. */
export interface ValueSpan {
  readonly value: string
  readonly first: string | null
  readonly last: string | null
  readonly reports: number
}

/** What a gate was open to at a day, by those who say so. */
export interface GateState {
  readonly entity: EntityTable
  /** As the latest reports up to the day have it; null where none says. */
  readonly now: ValueSpan | null
  /** Reports that say it first and last. */
  readonly by: readonly StoredMention[]
  /** What other reports say, or said before. */
  readonly others: readonly ValueSpan[]
}

/** The class of a gate at a day. */
export async function gateAt(session: Session, entity: EntityTable, at: string): Promise<GateState> {
  const { classes = [] } = JSON.parse(entity.data) as { classes?: ValueSpan[] }
  const told = classes.filter(({ first }) => first === null || first <= at)
  const now = told.toSorted((a, b) => latestSay(b, at).localeCompare(latestSay(a, at)) || b.reports - a.reports)[0]
  if (!now) return { entity, now: null, by: [], others: [] }
  const days = [...new Set([now.first, now.last !== null && now.last > at ? now.first : now.last])]
  const by = await Promise.all(days.map(day => mentionsOn(session, entity.id, day, `class:${now.value}`)))
  return { entity, now, by: by.flatMap(mentions => mentions.slice(0, 1)), others: told.filter(span => span !== now) }
}

/** The last day up to `at` on which it may have been said. */
const latestSay = ({ last }: ValueSpan, at: string): string => (last === null ? '' : last < at ? last : at)
