import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Digest } from './digest.ts'

const digestOf = (value: unknown): string => new Digest().addValue(value).value

test('the same on every machine and in every version', () => {
  expect(new Digest().add('biên bản').value).toBe('29eefc50a30a9f0d')
  expect(digestOf({ names: ['Trà Lĩnh', null], session: 12 })).toBe('bd6d240f42d072ac')
})

test('pieces that are joined give the digest of the whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      expect(new Digest().add(a).add(b).value).toBe(new Digest().add(a + b).value)
    }),
  )
})

test('values of another kind or place have another digest', () => {
  const values = ['1', 1, null, [], {}, ['1'], { a: '1' }, { b: '1' }, ['1', '2'], ['2', '1'], [['1'], '2'], '']
  expect(new Set(values.map(digestOf)).size).toBe(values.length)
})

test('numbers are taken in as they are written, lists by their places', () => {
  const numbers = fc.oneof(
    fc.integer(),
    fc.double(),
    fc.nat(),
    fc.constantFrom(0, -0, 9, 10, 99, 100, 2 ** 31 - 1, 2 ** 31),
  )
  fc.assert(
    fc.property(numbers, n => {
      expect(digestOf(n)).toBe(new Digest().add(String(n)).value)
    }),
  )
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 120 }), list => {
      expect(digestOf(list)).toBe(new Digest().add(`[${list.map((n, i) => `${i}${n}`).join('')}}`).value)
    }),
  )
})

test('the first 24 bits are the first six digits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const digest = new Digest().add(text)
      expect(digest.bits24).toBe(Number.parseInt(digest.value.slice(0, 6), 16))
    }),
  )
})
