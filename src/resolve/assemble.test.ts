import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assemble, profileId } from './assemble.ts'
import { judged } from './judgement.ts'
import type { Source } from './mention.ts'
import type { Resolver } from './resolver.ts'

/** Numbers that differ by one are the same, by two or three unsure; 50 and more stay apart from what is less. */
const numbers: Resolver<{ value: number }> = {
  kind: 'figure',
  mentions: source =>
    source.claims.map(({ id }) => ({
      kind: 'figure',
      claim: id,
      profile: { value: Number(id.split('/')[1]) },
      day: source.document.published,
      label: id.split('/')[1],
      facts: [`even:${Number(id.split('/')[1]) % 2 === 0}`],
    })),
  blocks: ({ value }) => [`${Math.floor(value / 10)}`, `${Math.floor((value + 5) / 10)}`],
  judge: (a, b) =>
    judged(
      [{ name: 'distance', weight: 4 - Math.abs(a.value - b.value), note: `${a.value} ${b.value}` }],
      { same: 3, unsure: 1 },
      a.value < 50 !== b.value < 50,
    ),
  portrait: (profiles, tallies, labels) => ({
    label: labels[0],
    tags: Object.keys(tallies),
    data: { n: profiles.length },
  }),
}

const sourceOf = (key: string, values: readonly number[]): Source =>
  ({
    document: { id: key, published: `2025-01-0${(values.length % 9) + 1}` },
    relevant: true,
    claims: values.map((value, i) => ({ id: `${key}.${i}/${value}` })),
  }) as unknown as Source

test('equal profiles are one; neighbours are joined; what must stay apart stays apart', () => {
  const { entities } = assemble(numbers, [sourceOf('a', [1, 2, 7, 49]), sourceOf('b', [2, 3, 50])])
  const values = entities.map(entity => entity.profiles.map(profile => profile.data.value).toSorted((x, y) => x - y))
  expect(values.toSorted((x, y) => x[0] - y[0])).toEqual([[1, 2, 3], [7], [49], [50]])
})

test('an entity has the tallies of all its mentions, and the name used most', () => {
  const { entities } = assemble(numbers, [sourceOf('a', [1, 2]), sourceOf('b', [2, 2, 1])])
  expect(entities).toHaveLength(1)
  expect(entities[0].portrait.label).toBe('2')
  expect(entities[0].tallies['even:true']).toEqual({ n: 3, first: '2025-01-03', last: '2025-01-04' })
  expect(entities[0].tallies[''].n).toBe(5)
})

test('what people decided wins over the judgement of the same pair', () => {
  const [a, b] = [1, 2].map(value => profileId('figure', { value })).toSorted()
  const { entities } = assemble(numbers, [sourceOf('a', [1, 2])], [{ a, b, score: 0, verdict: 'apart' }])
  expect(entities).toHaveLength(2)
})

test('the order of reports does not matter', () => {
  const reports = fc.uniqueArray(fc.tuple(fc.uuid(), fc.array(fc.nat(70))), {
    selector: ([key]) => key,
    maxLength: 8,
  })
  fc.assert(
    fc.property(reports, fc.infiniteStream(fc.nat()), (pairs, chance) => {
      const sources = pairs.map(([key, values]) => sourceOf(key, values))
      const keyed = sources.map(source => ({ source, at: chance.next().value as number }))
      const shuffled = keyed.toSorted((x, y) => x.at - y.at).map(({ source }) => source)
      expect(assemble(numbers, shuffled)).toEqual(assemble(numbers, sources))
    }),
    { numRuns: 50 },
  )
})
