import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleApp, type SampleApp } from '../../../test/http/sample-app.ts'

let sample: SampleApp
beforeAll(async () => void (sample = await sampleApp()))
afterAll(() => sample.close())

interface Row {
  readonly id: string
  readonly label: string
  readonly last: string | null
  readonly silent: number | null
  readonly objects: readonly string[]
  readonly sides: readonly string[]
  readonly verifiable: boolean
  readonly reports: number
}

const list = async (query: string): Promise<{ total: number; rows: Row[]; at: string }> =>
  (await sample.get(`/api/undertakings?${query}`)).json as { total: number; rows: Row[]; at: string }

describe('the ledger', () => {
  test('windows of one order, without a row twice', async () => {
    const { total, rows } = await list('limit=200')
    const [one, other] = [await list('limit=30'), await list('limit=30&offset=30')]
    expect(rows).toHaveLength(total)
    expect([...one.rows, ...other.rows].map(({ id }) => id)).toEqual(rows.slice(0, 60).map(({ id }) => id))
    expect(rows.map(({ last }) => last ?? '')).toEqual(
      rows
        .map(({ last }) => last ?? '')
        .toSorted()
        .toReversed(),
    )
  })

  test('words without diacritics: of what it is called, of its gate, of the claims', async () => {
    const gate = await list('q=cua+khau+tra+linh')
    expect(gate.rows.some(({ objects }) => objects.includes('gate:tra-linh'))).toBe(true)
    const { rows } = await list('q=duc+thien')
    expect(rows.some(({ label }) => !label.includes('Đức Thiên'))).toBe(true)
    expect((await list('q=khong+co+gi+nhu+the')).total).toBe(0)
  })

  test('a count of a facet is what choosing it gives', async () => {
    const { json } = await sample.get('/api/undertakings/facets?side=vn-cao-bang&q=cua+khau')
    const facets = json as Record<string, { value: string; n: number }[]>
    for (const name of ['side', 'field', 'stage', 'object', 'verifiable'])
      for (const { value, n } of facets[name].slice(0, 3))
        expect((await list(`side=vn-cao-bang&q=cua+khau&${name}=${value}`)).total, `${name} ${value}`).toBe(n)
  })

  test('of a day in the past it tells what was known then', async () => {
    const { rows, at } = await list('at=2024-06-30&limit=200')
    expect(at).toBe('2024-06-30')
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.every(({ last }) => (last ?? '') <= at)).toBe(true)
    const hard = await list('at=2024-06-30&verifiable=false&limit=200')
    expect(hard.total).toBeGreaterThan(0)
    expect(hard.rows.every(({ verifiable }) => !verifiable)).toBe(true)
  })

  test('by who speaks, by silence, in each order', async () => {
    expect((await list('silent=365&sort=silent')).rows.every(({ silent }) => silent! >= 365)).toBe(true)
    const reports = (await list('sort=reports&limit=5')).rows.map(({ reports: n }) => n)
    expect(reports[0]).toBeGreaterThan(1)
    const person = await sample.get('/api/undertakings?person=person-0000000000')
    expect(person.status).toBe(404)
    expect((await sample.get('/api/undertakings?sort=colour')).status).toBe(422)
  })
})

describe('one undertaking', () => {
  test('each word with where it stands', async () => {
    const [{ id }] = (await list('sort=reports&limit=1')).rows
    const { json } = await sample.get(`/api/undertakings/${id}`)
    expect(json.tellings.length).toBeGreaterThan(1)
    const [{ doc, spoken }] = json.tellings
    expect(spoken[0].quote).toHaveLength(spoken[0].end - spoken[0].start)
    expect(doc).toMatch(/^[0-9a-f]{16}$/)
    expect(json.related.every((row: Row) => row.id !== id)).toBe(true)
  })

  test('what does not exist, or was not heard of by then: 404', async () => {
    expect((await sample.get('/api/undertakings/undertaking-0000000000')).status).toBe(404)
    const [{ id }] = (await list('sort=reports&limit=1')).rows
    expect((await sample.get(`/api/undertakings/${id}?at=1990-01-01`)).status).toBe(404)
  })
})
