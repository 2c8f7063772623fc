import { Digest } from '../../model/digest.ts'

/**
 * What a text speaks of, for comparing: its weightiest terms, as one integer each in ascending order: 24 bits of a digest of the
 * term, then 6 bits of its weight (the weightiest has 63).
 */
export type Signature = readonly number[]

const WEIGHT_BITS = 64

/** The signature of the `most` weightiest terms; of equally weighty ones those that come first in the order of code units. */
export function signatureOf(weights: ReadonlyMap<string, number>, most: number): Signature {
  const kept = heavy(weights, most)
    .toSorted(([a, v], [b, w]) => w - v || (a < b ? -1 : 1))
    .slice(0, most)
  const scale = (WEIGHT_BITS - 1) / (kept[0]?.[1] ?? 1)
  const packed = new Map<number, number>()
  for (const [term, weight] of kept) {
    const hash = hashOf(term)
    if (!packed.has(hash)) packed.set(hash, Math.max(1, Math.round(weight * scale)))
  }
  return [...packed].map(([hash, weight]) => hash * WEIGHT_BITS + weight).toSorted((a, b) => a - b)
}

/** The terms among which the `most` weightiest are: numbers alone are sorted much faster than terms. */
function heavy(weights: ReadonlyMap<string, number>, most: number): [string, number][] {
  if (weights.size <= most) return [...weights]
  const least = Float64Array.from(weights.values()).toSorted()[weights.size - most]
  return [...weights].filter(([, weight]) => weight >= least)
}

const hashOf = (term: string): number => new Digest().add(term).bits24

/** The cosine of two signatures, 0 to 1. */
export function alike(a: Signature, b: Signature): number {
  let shared = 0
  let j = 0
  for (const term of a) {
    const hash = term >>> 6
    while (j < b.length && b[j] >>> 6 < hash) j++
    if (j < b.length && b[j] >>> 6 === hash) shared += (term & 63) * (b[j] & 63)
  }
  return shared === 0 ? 0 : shared / Math.sqrt(square(a) * square(b))
}

function square(signature: Signature): number {
  let sum = 0
  for (const term of signature) sum += (term & 63) * (term & 63)
  return sum
}

/** The digests of the `count` weightiest terms, the weightiest first; of equally weighty ones the least first. */
export const weightiest = (signature: Signature, count: number): readonly number[] =>
  signature
    .toSorted((a, b) => (b & 63) - (a & 63) || a - b)
    .slice(0, count)
    .map(term => term >>> 6)
