import type { Claim } from '../../model/claim.ts'
import type { EntityKind } from '../../model/entity.ts'
import { dayOf } from '../days.ts'
import type { Judgement } from '../judgement.ts'
import type { Portrait, Source, Tallies } from '../mention.ts'
import type { Resolver } from '../resolver.ts'
import { byCodeUnit } from '../../text/order.ts'

type ClaimOf<T extends Claim['type']> = Extract<Claim, { type: T }>

/** What a kind of thing adds to the common way of things that are known by a key. */
export interface KeyedKind<T extends Claim['type'], P> {
  readonly type: T
  readonly kind: EntityKind
  /** What makes two claims one thing: equal profiles are the same thing, different ones are not. */
  profile(claim: ClaimOf<T>, day: string | null, source: Source): P
  label(claim: ClaimOf<T>): string
  facts(claim: ClaimOf<T>): readonly string[]
  said?(claim: ClaimOf<T>): Readonly<Record<string, unknown>>
  portrait(profile: P, tallies: Tallies, labels: readonly string[]): Portrait
  /** Which of the profiles of one thing tells most of it; else the first does. */
  telling?(profile: P): boolean
  /** Where different profiles may be one thing after all: under which keys they meet, and what they are judged by. */
  readonly compare?: Pick<Resolver<P>, 'blocks' | 'judge'>
}

const NEVER: Judgement = { verdict: 'unrelated', score: 0, features: [] }

/** A resolver of things that are known by a key, such as a gate by its gazetteer id: nothing is compared, or little. */
export const keyedResolver = <T extends Claim['type'], P>(kind: KeyedKind<T, P>): Resolver<P> => ({
  kind: kind.kind,
  mentions(source: Source) {
    const day = dayOf(source)
    return source.claims
      .filter((claim): claim is ClaimOf<T> => claim.type === kind.type)
      .map(claim => ({
        kind: kind.kind,
        claim: claim.id,
        profile: kind.profile(claim, day, source),
        day,
        label: kind.label(claim),
        facts: kind.facts(claim),
        ...(kind.said && { said: kind.said(claim) }),
      }))
  },
  blocks: profile => kind.compare?.blocks(profile) ?? [],
  judge: (a, b) => kind.compare?.judge(a, b) ?? NEVER,
  portrait(profilesOf, tallies, labels) {
    const profiles = profilesOf()
    return kind.portrait(profiles.find(profile => kind.telling?.(profile)) ?? profiles[0], tallies, labels)
  },
})

/** The values of one kind of fact, the most often said first. */
export const valuesOf = (tallies: Tallies, name: string): string[] =>
  Object.entries(tallies)
    .filter(([fact]) => fact.startsWith(`${name}:`))
    .toSorted(([a, x], [b, y]) => y.n - x.n || (a < b ? -1 : 1))
    .map(([fact]) => fact.slice(name.length + 1))

/** Each value of a fact with how often and from when to when it was said, in order of the value's first day. */
export function spansOf(tallies: Tallies, name: string) {
  return Object.entries(tallies)
    .filter(([fact]) => fact.startsWith(`${name}:`))
    .map(([fact, { n, first, last }]) => ({ value: fact.slice(name.length + 1), first, last, reports: n }))
    .toSorted((a, b) => byCodeUnit(a.first ?? '9', b.first ?? '9') || byCodeUnit(a.value, b.value))
}
