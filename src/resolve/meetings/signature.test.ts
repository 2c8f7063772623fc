import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alike, signatureOf, weightiest } from './signature.ts'

const weights = fc
  .array(fc.tuple(fc.string(), fc.double({ min: 0.1, max: 9, noNaN: true })), { maxLength: 30 })
  .map(pairs => new Map(pairs))

test('a signature is wholly like itself, and as like another as the other is like it', () => {
  fc.assert(
    fc.property(weights, weights, (one, other) => {
      const [a, b] = [signatureOf(one, 20), signatureOf(other, 20)]
      expect(alike(a, a)).toBeCloseTo(a.length === 0 ? 0 : 1)
      expect(alike(a, b)).toBe(alike(b, a))
    }),
  )
})

test('the weightiest terms are kept, and found again', () => {
  const kept = signatureOf(new Map(Object.entries({ a: 1, b: 3, c: 2 })), 2)
  expect(kept).toHaveLength(2)
  expect(weightiest(kept, 1)).toEqual(weightiest(signatureOf(new Map([['b', 1]]), 1), 1))
})
