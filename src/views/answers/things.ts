import type { Thing } from '../../ledger/query/entities.ts'
import type { QuotedMention } from '../../ledger/query/things.ts'
import type { BodyRow, FigurePoint, FigureSeries, InstrumentRow, OfficeSpan, PersonRow } from '../api/things.ts'
import { mentionOf } from './mentions.ts'
import { namedOf } from './named.ts'

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []

const textOr = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const timesOf = ({ first, last, mentions }: Thing) => ({ first, last, mentions })

/** A person with the offices that reports tell of, up to a day where one is given. */
export function personRow(thing: Thing, at: string | null): PersonRow {
  const { names, sides, countries, offices } = thing.data
  const held = (offices as readonly OfficeSpan[]).map(({ office, first, last, reports }) => ({
    office,
    first,
    last,
    reports,
  }))
  return {
    ...namedOf(thing),
    names: texts(names),
    sides: texts(sides),
    countries: texts(countries),
    offices: at === null ? held : held.filter(({ first }) => first === null || first <= at),
    ...timesOf(thing),
  }
}

export const bodyRow = (thing: Thing): BodyRow => ({
  ...namedOf(thing),
  body: textOr(thing.data['kind']),
  place: textOr(thing.data['place']),
  ...timesOf(thing),
})

export const instrumentRow = (thing: Thing): InstrumentRow => ({
  ...namedOf(thing),
  instrument: textOr(thing.data['kind']) ?? 'other',
  sides: texts(thing.data['sides']),
  signed: textOr(thing.data['signed']),
  statuses: texts(thing.data['statuses']),
  ...timesOf(thing),
})

/** A point of a series as a report gives it; `exact`: its own words. */
function pointOf(mention: QuotedMention, exact: string): FigurePoint {
  const said = mention.said as Readonly<Record<string, unknown>>
  return {
    ...mentionOf(mention, exact),
    value: Number(said['value']),
    bound: said['bound'] as FigurePoint['bound'],
    period: textOr(said['period']),
    change: textOr(said['change']),
  }
}

/** A series, its points in the order of what they tell of: by period, else by the day of the report. */
export function figureSeries(thing: Thing, points: readonly (readonly [QuotedMention, string])[]): FigureSeries {
  const told = points.map(([mention, exact]) => pointOf(mention, exact))
  const when = ({ period, day }: FigurePoint): string => period ?? day ?? ''
  return {
    ...namedOf(thing),
    unit: textOr(thing.data['unit']) ?? '',
    place: textOr(thing.data['place']),
    points: told.toSorted((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0)),
  }
}
