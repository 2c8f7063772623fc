import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleApp, type SampleApp } from '../../../../test/http/sample-app.ts'
import type { Queue } from '../../../views/api/decisions.ts'

let sample: SampleApp
beforeAll(async () => void (sample = await sampleApp()))
afterAll(() => sample.close())

const queue = async (query = ''): Promise<Queue> => (await sample.get(`/api/queue${query}`)).json

describe('what waits for a person', () => {
  test('contradictions first, then what was inferred, then the new', async () => {
    const { claims } = await queue()
    const order = claims.map(({ reason }) => ['contradiction', 'inferred', 'new'].indexOf(reason))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(new Set(order).size).toBe(3)
    for (const { reason, against, why } of claims) {
      expect(against !== null).toBe(reason === 'contradiction')
      if (reason === 'inferred') expect(why).not.toBeNull()
    }
    expect(new Set(claims.map(({ claim }) => claim)).size).toBe(claims.length)
  })

  test('pairs, the likeliest first, with words of both', async () => {
    const { pairs } = await queue()
    const scores = pairs.map(({ judged }) => judged.score)
    expect(scores.length).toBeGreaterThan(2)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    for (const { a, b } of pairs) expect([a.words.length > 0, b.words.length > 0]).toEqual([true, true])
  })

  test('no more of each than is asked for', async () => {
    const { claims, pairs } = await queue('?limit=2')
    expect(pairs).toHaveLength(2)
    for (const reason of ['contradiction', 'inferred', 'new'])
      expect(claims.filter(each => each.reason === reason).length).toBeLessThanOrEqual(2)
  })

  test('what was decided waits no longer, and again when that is undone', async () => {
    const before = await queue()
    const [first] = before.claims
    const { json } = await sample.post('/api/decisions', { act: 'accept', claims: [first.claim] })
    expect((await queue()).claims.map(({ claim }) => claim)).not.toContain(first.claim)
    await sample.post(`/api/decisions/${json.key}/undo`, {})
    expect(await queue()).toEqual(before)
  })

  test('a pair on which somebody decided waits no longer', async () => {
    const [{ a, b }] = (await queue()).pairs
    const { json } = await sample.post('/api/decisions', { act: 'different', ids: [a.id, b.id] })
    const left = (await queue()).pairs.map(pair => `${pair.a.id} ${pair.b.id}`)
    expect(left).not.toContain(`${a.id} ${b.id}`)
    await sample.post(`/api/decisions/${json.key}/undo`, {})
  })
})
