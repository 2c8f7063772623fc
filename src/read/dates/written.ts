import type { Node } from '../../grammar/node.ts'
import { NONE } from '../../grammar/none.ts'
import type { ReadContext } from '../context.ts'

/** A part of a year or month: first, second or last third. */
export type Part = 'early' | 'middle' | 'late'

/** A date as its words give it, before anything is inferred. Months and days count from 1; null is not written. */
export interface WrittenDate {
  readonly node: Node
  readonly kind: string
  readonly day: number | null
  readonly month: number | null
  readonly year: number | null
  /** The end of a range. */
  readonly day2: number | null
  readonly month2: number | null
  readonly year2: number | null
  readonly quarter: number | null
  /** How many months from the start of the year: 11 in "11 tháng năm 2023". */
  readonly months: number | null
  /** How many quarters from the start of the year: 3 in "3 quý đầu năm". */
  readonly quarters: number | null
  /** The year that a decade begins with, or the last two figures of one of the last century: 90 in "những năm 90". */
  readonly decade: number | null
  readonly part: Part | null
  /** Days, weeks, months or years from the day of the report: -1 in "hôm qua". */
  readonly relDay: number | null
  readonly relWeek: number | null
  readonly relMonth: number | null
  readonly relYear: number | null
}

export function writtenDate(context: ReadContext, node: Node): WrittenDate {
  const numbers = new Map<string, number>()
  let part: Part | null = null
  for (const capture of node.captures) {
    const value = capture.edge === NONE ? String(context.tokens.digits[capture.start]) : context.valueOf(capture.edge)
    if (capture.role === 'part') part = value as Part
    else numbers.set(capture.role === 'monthName' ? 'month' : capture.role, Number(value))
  }
  const number = (role: string): number | null => numbers.get(role) ?? null
  return {
    node,
    part,
    kind: node.rule.constants['kind'],
    day: number('day'),
    month: number('month'),
    year: number('year'),
    day2: number('day2'),
    month2: number('month2'),
    year2: number('year2'),
    quarter: number('quarter'),
    months: number('months'),
    quarters: number('quarters'),
    decade: number('decade'),
    relDay: number('relDay'),
    relWeek: number('relWeek'),
    relMonth: number('relMonth'),
    relYear: number('relYear'),
  }
}
