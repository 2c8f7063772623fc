import type { Tallies, Tally } from './mention.ts'

/** How often each name was used. */
export type Labels = Readonly<Record<string, number>>

/** One mention as tallies: of the entity itself under `''`, and of each thing that is said of it, once. */
export function talliesOf(day: string | null, facts: readonly string[]): Tallies {
  const once: Tally = { n: 1, first: day, last: day }
  return Object.fromEntries(['', ...facts].map(name => [name, once]))
}

/** The tallies of all together: the same in whatever order and grouping they are added, names in the order of code units. */
export function sumTallies(all: readonly Tallies[]): Tallies {
  if (all.length === 1 && isInOrder(all[0])) return all[0]
  const sums = new Map<string, Tally>()
  for (const tallies of all)
    for (const [name, tally] of Object.entries(tallies)) sums.set(name, both(sums.get(name), tally))
  return inOrder(sums)
}

/** Most often it is: what was summed before, or a single name. */
function isInOrder(sums: Readonly<Record<string, unknown>>): boolean {
  let before = ''
  for (const name in sums) {
    if (name < before) return false
    before = name
  }
  return true
}

const inOrder = <T>(sums: ReadonlyMap<string, T>): Readonly<Record<string, T>> =>
  Object.fromEntries([...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)))

function both(a: Tally | undefined, b: Tally): Tally {
  return a ? { n: a.n + b.n, first: earliest(a.first, b.first), last: latest(a.last, b.last) } : b
}

/** The earlier of two days; null is no day. */
export const earliest = (a: string | null, b: string | null): string | null =>
  a === null ? b : b === null || a <= b ? a : b

/** The later of two days; null is no day. */
export const latest = (a: string | null, b: string | null): string | null =>
  a === null ? b : b === null || a >= b ? a : b

/** The names of all together, each with how often it was used. */
export function sumLabels(all: readonly Labels[]): Labels {
  if (all.length === 1 && isInOrder(all[0])) return all[0]
  const sums = new Map<string, number>()
  for (const labels of all) for (const [label, n] of Object.entries(labels)) sums.set(label, (sums.get(label) ?? 0) + n)
  return inOrder(sums)
}

/** The names, the most used first; of equally used ones the shorter, then by code unit. */
export const rankedLabels = (labels: Labels): string[] =>
  Object.entries(labels)
    .toSorted(([a, n], [b, m]) => m - n || a.length - b.length || (a < b ? -1 : 1))
    .map(([label]) => label)
