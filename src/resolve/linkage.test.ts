import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clusters } from './cluster.ts'
import { type Edge, RULED } from './judgement.ts'

const edge = (
  a: string,
  b: string,
  score: number,
  verdict: Edge['verdict'] = score >= 0 ? 'same' : 'unsure',
): Edge => ({
  a,
  b,
  score,
  verdict,
})

const groupsOf = (ids: readonly string[], edges: readonly Edge[]): string[] =>
  ids.map(id => clusters(ids, edges, 'mean').get(id)!)

const PAIRS = [edge('a', 'b', 4), edge('c', 'd', 4)]

test('one pair that is alike joins no two groups; most pairs do', () => {
  expect(groupsOf(['a', 'b', 'c', 'd'], [...PAIRS, edge('b', 'c', 3)])).toEqual(['a', 'a', 'c', 'c'])
  const most = [edge('a', 'c', 2), edge('a', 'd', 2), edge('b', 'd', 2)]
  expect(groupsOf(['a', 'b', 'c', 'd'], [...PAIRS, ...most])).toEqual(['a', 'a', 'a', 'a'])
})

test('what must stay apart stays apart, whatever the mean; what a person joined is joined', () => {
  const most = [edge('a', 'c', 3), edge('a', 'd', 3), edge('b', 'c', 3)]
  expect(groupsOf(['a', 'b', 'c', 'd'], [...PAIRS, ...most, edge('b', 'd', 9, 'apart')])).toEqual(['a', 'a', 'c', 'c'])
  expect(groupsOf(['a', 'b', 'c', 'd'], [...PAIRS, edge('b', 'c', RULED)])).toEqual(['a', 'a', 'a', 'a'])
})

test('the order of profiles and edges does not matter', () => {
  const id = fc.nat(12).map(n => `p${n}`)
  const pair = fc.record({
    a: id,
    b: id,
    score: fc.double({ min: -1, max: 6, noNaN: true }),
    apart: fc.nat(9).map(n => n === 0),
  })
  const edgesOf = fc
    .uniqueArray(pair, { selector: ({ a, b }) => [a, b].toSorted().join() })
    .map(pairs =>
      pairs.filter(({ a, b }) => a < b).map(({ a, b, score, apart }) => edge(a, b, score, apart ? 'apart' : undefined)),
    )
  const ids = Array.from({ length: 13 }, (_, n) => `p${n}`)
  fc.assert(
    fc.property(edgesOf, edges => {
      const there = clusters(ids, edges, 'mean')
      const back = clusters(ids.toReversed(), edges.toReversed(), 'mean')
      for (const each of ids) expect(back.get(each)).toBe(there.get(each))
      for (const { a, b, verdict } of edges) if (verdict === 'apart') expect(there.get(a)).not.toBe(there.get(b))
    }),
  )
})
