import { addDays } from '../../model/calendar.ts'
import { rungOf, type Stage } from '../../model/stage.ts'
import { byCodeUnit } from '../../text/order.ts'
import type { Enrolled, Roster } from './roster.ts'

/** Latest spoken of, longest silent, furthest, due first, most spoken of. */
export type UndertakingOrder = 'latest' | 'silent' | 'stage' | 'due' | 'reports'

/** Conditions that a roster can decide. All hold together. */
export interface RosterFilter {
  /** Ids of places, and fields: it has all of them. */
  readonly sides: readonly string[]
  readonly fields: readonly string[]
  readonly stage: Stage | null
  /** `gate:tra-linh`, `link:…`. */
  readonly object: string | null
  /** Id of the gazetteer. */
  readonly mechanism: string | null
  readonly verifiable: boolean | null
  /** ISO days between which it was last spoken of, both included. */
  readonly since: string | null
  readonly until: string | null
  /** No word for as many days, and not done. */
  readonly silent: number | null
  /** Only these, where words or a person were asked for. */
  readonly ids: ReadonlySet<string> | null
  readonly at: string
}

/** No condition at all. */
export const EVERYTHING: Omit<RosterFilter, 'at'> = {
  sides: [],
  fields: [],
  stage: null,
  object: null,
  mechanism: null,
  verifiable: null,
  since: null,
  until: null,
  silent: null,
  ids: null,
}

/** Conditions of which one value can be chosen: each is counted as if it were not chosen, so that another can be. */
const SINGLE = ['stage', 'object', 'mechanism', 'verifiable'] as const
type Single = (typeof SINGLE)[number]

type Condition = (entry: Enrolled) => boolean

interface Conditions {
  readonly common: readonly Condition[]
  readonly single: Readonly<Record<Single, Condition | null>>
}

function conditionsOf(filter: RosterFilter, { tagNumber }: Roster): Conditions {
  const { sides, fields, stage, object, mechanism, verifiable, since, until, silent, ids, at } = filter
  const tagged = (tag: string): Condition => {
    const number = tagNumber.get(tag) ?? -1
    return ({ tags }) => tags.includes(number)
  }
  // ISO days compare as text: no date is worked out for each of them.
  const heard = silent === null ? '' : addDays(at, -silent)
  return {
    common: [
      ({ first }) => first <= at,
      ...sides.map(side => tagged(`side:${side}`)),
      ...fields.map(field => tagged(`field:${field}`)),
      ...(ids === null ? [] : [({ id }: Enrolled) => ids.has(id)]),
      ...(since === null ? [] : [({ last }: Enrolled) => last >= since]),
      ...(until === null ? [] : [({ last }: Enrolled) => last <= until]),
      ...(silent === null ? [] : [({ last, stage }: Enrolled) => stage !== 'done' && last !== '' && last <= heard]),
    ],
    single: {
      stage: stage === null ? null : tagged(`stage:${stage}`),
      object: object === null ? null : tagged(`object:${object}`),
      mechanism: mechanism === null ? null : tagged(`object:mechanism:${mechanism}`),
      verifiable: verifiable === null ? null : entry => entry.verifiable === verifiable,
    },
  }
}

/** The undertakings of a roster that a filter lets through, in an order. */
export function chosenFrom(roster: Roster, filter: RosterFilter, order: UndertakingOrder): Enrolled[] {
  const { common, single } = conditionsOf(filter, roster)
  const all = [...common, ...SINGLE.flatMap(name => single[name] ?? [])]
  const chosen = roster.entries.filter(entry => all.every(holds => holds(entry)))
  return order === 'latest' ? chosen : chosen.toSorted(ORDERS[order])
}

/** Days that are not known sort last. */
const LATE = '9999'

const ORDERS: Readonly<Record<Exclude<UndertakingOrder, 'latest'>, (a: Enrolled, b: Enrolled) => number>> = {
  silent: (a, b) => byCodeUnit(silentSince(a), silentSince(b)),
  stage: (a, b) => rungOf(b.stage) - rungOf(a.stage),
  due: (a, b) => byCodeUnit(dueOf(a), dueOf(b)),
  reports: (a, b) => b.mentions - a.mentions,
}

const silentSince = ({ stage, last }: Enrolled): string => (stage === 'done' || last === '' ? LATE : last)
const dueOf = ({ stage, due }: Enrolled): string => (stage === 'done' || due === null ? LATE : due)

/** A value with how many undertakings have it. */
export interface FacetCount {
  readonly value: string
  readonly n: number
}

export interface Facets {
  readonly side: readonly FacetCount[]
  readonly field: readonly FacetCount[]
  readonly stage: readonly FacetCount[]
  readonly object: readonly FacetCount[]
  readonly mechanism: readonly FacetCount[]
  readonly verifiable: readonly FacetCount[]
}

/** Counts what can be chosen, in one pass: an entry that fails one single condition is still counted for that one. */
export function facetsOf(roster: Roster, filter: RosterFilter): Facets {
  const { common, single } = conditionsOf(filter, roster)
  const counts = new Int32Array(roster.tags.length)
  const other = {
    stage: new Int32Array(counts.length),
    object: new Int32Array(counts.length),
    mechanism: new Int32Array(counts.length),
  }
  const verifiable = [0, 0]
  const checked = SINGLE.flatMap(name => (single[name] ? [[name, single[name]] as const] : []))
  for (const entry of roster.entries) {
    if (!common.every(holds => holds(entry))) continue
    const only = failedOf(checked, entry)
    if (only === 'several') continue
    if (only === null || only === 'verifiable') verifiable[entry.verifiable ? 1 : 0]++
    if (only === 'verifiable') continue
    const into = only === null ? counts : other[only]
    for (const tag of entry.tags) into[tag]++
  }
  const counted = (prefix: string, name: 'stage' | 'object' | 'mechanism' | null, but?: string): FacetCount[] =>
    valuesOf(roster.tags, prefix, but, i => counts[i] + (name === null ? 0 : other[name][i]))
  return {
    side: counted('side:', null),
    field: counted('field:', null),
    stage: counted('stage:', 'stage'),
    object: counted('object:', 'object', 'object:mechanism:'),
    mechanism: counted('object:mechanism:', 'mechanism'),
    verifiable: [true, false].map(value => ({ value: String(value), n: verifiable[value ? 1 : 0] })),
  }
}

/** Which of the single conditions an entry fails: none, one, or several. */
function failedOf(checked: readonly (readonly [Single, Condition])[], entry: Enrolled): Single | 'several' | null {
  let failed: Single | null = null
  for (const [name, holds] of checked) {
    if (holds(entry)) continue
    if (failed !== null) return 'several'
    failed = name
  }
  return failed
}

/** Values that are listed: beyond, one searches. */
const MOST_VALUES = 200

function valuesOf(
  tags: readonly string[],
  prefix: string,
  but: string | undefined,
  countOf: (tag: number) => number,
): FacetCount[] {
  return tags
    .map((tag, i) => ({ tag, n: countOf(i) }))
    .filter(({ tag, n }) => n > 0 && tag.startsWith(prefix) && (but === undefined || !tag.startsWith(but)))
    .map(({ tag, n }) => ({ value: tag.slice(prefix.length), n }))
    .toSorted((a, b) => b.n - a.n || byCodeUnit(a.value, b.value))
    .slice(0, MOST_VALUES)
}
