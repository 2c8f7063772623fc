import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareNodes, reasonFor, settle } from './conflict.ts'
import type { Node } from './node.ts'
import type { Rule } from './rule.ts'

const node = (start: number, end: number, order = 0, priority = 0): Node => ({
  classId: 0,
  rule: { name: `r${order}`, order, priority } as Rule,
  start,
  end,
  captures: [],
})

test('the order: priority, length, start, place in the pack', () => {
  const sorted = [node(2, 4, 1), node(2, 4, 0), node(0, 2, 3), node(0, 9, 2), node(5, 6, 9, 1)].toSorted(compareNodes)
  expect(sorted.map(n => n.rule.order)).toEqual([9, 2, 3, 0, 1])
})

test('a match that loses does not take others with it', () => {
  const { winners, lost } = settle([node(0, 4, 0), node(3, 9, 1), node(8, 10, 2)], 10)
  expect(winners.map(n => n.rule.order)).toEqual([1])
  expect(lost.map(c => `${c.lost.rule.name} to ${c.to.rule.name}`).toSorted()).toEqual(['r0 to r1', 'r2 to r1'])
  const chain = settle([node(0, 4, 0), node(3, 8, 1, -1), node(7, 10, 2)], 10)
  expect(chain.winners.map(n => n.rule.order)).toEqual([0, 2])
})

test('why one lost is told', () => {
  expect(reasonFor(node(0, 1), node(0, 1, 0, 2))).toBe('priority 0 against 2')
  expect(reasonFor(node(0, 1), node(0, 3))).toBe('1 words against 3')
  expect(reasonFor(node(1, 2), node(0, 1))).toBe('the other one begins earlier')
  expect(reasonFor(node(0, 1, 2), node(0, 1, 1))).toBe('the other rule stands before it in the pack')
})

const nodes = fc
  .uniqueArray(
    fc.record({ start: fc.nat(12), length: fc.integer({ min: 1, max: 5 }), order: fc.nat(4), priority: fc.nat(2) }),
    {
      maxLength: 12,
      selector: ({ start, order }) => `${start}/${order}`,
    },
  )
  .map(list =>
    list
      .map(n => node(n.start, n.start + n.length, n.order, n.priority))
      .toSorted((a, b) => a.start - b.start || a.rule.order - b.rule.order),
  )

test('for any matches: the order is total, winners never overlap, each loser lost to a better one that stands', () => {
  fc.assert(
    fc.property(nodes, list => {
      for (const a of list)
        for (const b of list) if (a !== b) expect(Math.sign(compareNodes(a, b))).toBe(-Math.sign(compareNodes(b, a)))
      const { winners, lost } = settle(list, 1000)
      expect(winners.length + lost.length).toBe(list.length)
      for (let i = 1; i < winners.length; i++) expect(winners[i].start).toBeGreaterThanOrEqual(winners[i - 1].end)
      for (const { lost: loser, to } of lost) {
        expect(winners).toContain(to)
        expect(compareNodes(to, loser)).toBeLessThan(0)
        expect(Math.min(to.end, loser.end)).toBeGreaterThan(Math.max(to.start, loser.start))
      }
    }),
  )
})
