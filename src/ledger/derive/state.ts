import type { EntityKind } from '../../model/entity.ts'
import { type Labels, sumLabels, sumTallies, talliesOf } from '../../resolve/tallies.ts'
import type { Mention, Tallies } from '../../resolve/mention.ts'
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

/** What is compared of a profile. */
export type Comparable = Pick<Profile, 'id' | 'kind' | 'data'>

export const comparableOf = ({ id, kind, data }: ProfileTable): Comparable => ({ id, kind, data: JSON.parse(data) })

/** What mentions say together. */
export const sumOf = (
  mentions: readonly Pick<Mention, 'day' | 'facts' | 'label'>[],
): { readonly tallies: Tallies; readonly labels: Labels } => ({
  tallies: sumTallies(mentions.map(({ day, facts }) => talliesOf(day, facts))),
  labels: sumLabels(mentions.map(({ label }) => ({ [label]: 1 }))),
})

/** What a mention's row adds to the sums. */
export const summand = ({ day, facts, label }: MentionTable): Pick<Mention, 'day' | 'facts' | 'label'> => ({
  day,
  facts: JSON.parse(facts) as string[],
  label,
})
