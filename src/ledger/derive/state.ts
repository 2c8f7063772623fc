import type { EntityKind } from '../../model/entity.ts'
import { type Labels, sumLabels, sumTallies, talliesOf } from '../../resolve/tallies.ts'
import type { Mention, Tallies } from '../../resolve/mention.ts'
import type { MentionTable, ProfileTable } from '../tables.ts'

/** A profile's row, with its sums parsed. */
export interface Profile {
  readonly id: string
  readonly kind: EntityKind
  /** JSON of what is compared: most who handle a profile never look at it. */
  readonly data: string
  readonly tallies: Tallies
  readonly labels: Labels
  readonly component: string
  readonly entity: string
}

export const profileOf = (row: ProfileTable): Profile => ({
  ...row,
  tallies: JSON.parse(row.tallies) as Tallies,
  labels: JSON.parse(row.labels) as Labels,
})

export const profileRow = ({ id, kind, data, tallies, labels, component, entity }: Profile): ProfileTable => ({
  id,
  kind,
  data,
  tallies: JSON.stringify(tallies),
  labels: JSON.stringify(labels),
  component,
  entity,
})

/** What is compared of a profile. */
export interface Comparable {
  readonly id: string
  readonly kind: EntityKind
  readonly data: unknown
}

export const comparableOf = ({ id, kind, data }: Profile | ProfileTable): Comparable => ({
  id,
  kind,
  data: JSON.parse(data),
})

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
