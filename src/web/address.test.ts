import fc from 'fast-check'
import { expect, test } from 'vitest'
import { many, one, parseSearch, stringifySearch } from './address.ts'

test('a repeated name is a list, and nothing is parsed further', () => {
  const search = parseSearch('?side=vn-cao-bang&side=cn-gx&silent=180&q=cua+khau')
  expect(search).toEqual({ side: ['vn-cao-bang', 'cn-gx'], silent: '180', q: 'cua khau' })
  expect([many(search, 'side'), one(search, 'silent'), many(search, 'none'), one(search, 'none')]).toEqual([
    ['vn-cao-bang', 'cn-gx'],
    '180',
    [],
    undefined,
  ])
})

test('what is empty is left out', () => {
  expect(stringifySearch({ q: '', side: [], at: undefined, sort: null, limit: 50 })).toBe('?limit=50')
  expect(stringifySearch({})).toBe('')
})

test('a name that every object inherits is a name like any other', () => {
  expect(many(parseSearch('?valueOf=a&valueOf=b'), 'valueOf')).toEqual(['a', 'b'])
  expect(many(parseSearch('?q=a'), 'toString')).toEqual([])
})

test('whatever is written is read again', () => {
  const name = fc.oneof(
    fc.constantFrom('valueOf', 'constructor', 'toString'),
    fc.string({ minLength: 1 }).filter(key => key !== '__proto__'),
  )
  fc.assert(
    fc.property(fc.dictionary(name, fc.array(fc.string({ minLength: 1 }), { minLength: 2 })), search => {
      expect({ ...parseSearch(stringifySearch(search)) }).toEqual({ ...search })
    }),
  )
})
