import type { EntityKind } from '../../model/entity.ts'
import { type Labels, sumLabels, sumTallies, talliesOf } from '../../resolve/tallies.ts'
import type { Tallies } from '../../resolve/mention.ts'
import type { MentionTable, ProfileTable } from '../tables.ts'

/** A profile's row, parsed. */
export interface Profile {
  readonly id: string
  readonly kind: EntityKind
  readonly data: unknown
  readonly tallies: Tallies
  readonly labels: Labels
  readonly component: string
  readonly entity: string
}

export const profileOf = (row: ProfileTable): Profile => ({
  ...row,
  data: JSON.parse(row.data),
  tallies: JSON.parse(row.tallies) as Tallies,
  labels: JSON.parse(row.labels) as Labels,
})

export const profileRow = ({ data, tallies, labels, ...rest }: Profile): ProfileTable => ({
  ...rest,
  data: JSON.stringify(data),
  tallies: JSON.stringify(tallies),
  labels: JSON.stringify(labels),
})

/** What mentions say together. */
export const sumOf = (mentions: readonly MentionTable[]): { readonly tallies: Tallies; readonly labels: Labels } => ({
  tallies: sumTallies(mentions.map(({ day, facts }) => talliesOf(day, JSON.parse(facts) as string[]))),
  labels: sumLabels(mentions.map(({ label }) => ({ [label]: 1 }))),
})

/** Things by their key, in the order in which they come. */
export function grouped<T>(things: Iterable<T>, keyOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const group = groups.get(keyOf(thing))
    if (group) group.push(thing)
    else groups.set(keyOf(thing), [thing])
  }
  return groups
}
