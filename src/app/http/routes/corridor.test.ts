import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SampleApp, sampleApp } from '../../../../test/http/sample-app.ts'
import type { BodyList, Corridor, FigureList, GateRow, PersonDetail, PersonList } from '../../../views/api/things.ts'
import type { MechanismDetail, MechanismList } from '../../../views/api/meetings.ts'

let sample: SampleApp
beforeAll(async () => {
  sample = await sampleApp()
}, 120_000)
afterAll(() => sample.close())

const got = async <T>(path: string): Promise<T> => {
  const { status, json } = await sample.get(path)
  expect(json, path).toBeTruthy()
  expect(status, path).toBe(200)
  return json as T
}

const gateOf = (corridor: Corridor, ref: string): GateRow | undefined => corridor.gates.find(gate => gate.ref === ref)

describe('the corridor', () => {
  test('a gate is what it was on the day, by those who said so by then', async () => {
    const [before, after] = [await got<Corridor>('/api/corridor?at=2023-06-30'), await got<Corridor>('/api/corridor')]
    const [then, now] = [gateOf(before, 'tra-linh'), gateOf(after, 'tra-linh')]
    expect(now?.class?.value).toBe('international')
    expect(then?.class?.value ?? 'unknown').not.toBe('international')
    for (const mention of now?.by ?? []) expect(mention.around).toContain(mention.quote)
  })

  test('positions lie near the border, and a lane stands about where its pair does', async () => {
    const { gates, span } = await got<Corridor>('/api/corridor')
    expect(gates.length).toBeGreaterThan(5)
    for (const { position, ref, approximate } of gates) {
      if (position) expect(position[0]).toBeGreaterThan(100)
      // The second bridge of Tà Lùng has no point of its own.
      if (ref === 'ta-lung-ii') expect(approximate && position !== null).toBe(true)
    }
    expect(span!.first < span!.last).toBe(true)
  })

  test('the page of a gate has its undertakings and the words of reports', async () => {
    const { gates } = await got<Corridor>('/api/corridor')
    const gate = gates.find(each => each.undertakings > 0)!
    const history = await got<{ gate: GateRow; undertakings: { objects: string[] }[]; mentions: unknown[] }>(
      `/api/gates/${gate.id}`,
    )
    expect(history.gate.id).toBe(gate.id)
    expect(history.undertakings.every(({ objects }) => objects.includes(`gate:${gate.ref}`))).toBe(true)
    expect(history.mentions.length).toBeGreaterThan(0)
  })

  test('the id of another kind, and one that nothing has, are unknown', async () => {
    const { rows } = await got<PersonList>('/api/people')
    expect((await sample.get(`/api/gates/${rows[0].id}`)).status).toBe(404)
    expect((await sample.get('/api/links/link-0000000000')).status).toBe(404)
  })
})

describe('people and bodies', () => {
  test('who said what in which office, found without marks', async () => {
    const { rows } = await got<PersonList>('/api/people?q=quan%20minh%20cuong')
    expect(rows.length).toBeGreaterThan(0)
    const person = await got<PersonDetail>(`/api/people/${rows[0].id}`)
    expect(person.row.offices.length).toBeGreaterThan(0)
    for (const said of person.said) expect(said.quote.length).toBeGreaterThan(0)
    for (const day of person.meetings.map(meeting => meeting.day ?? '')) expect(day <= person.at).toBe(true)
  })

  test('a page of a list, and the next one', async () => {
    const first = await got<PersonList>('/api/people?limit=5')
    const second = await got<PersonList>('/api/people?limit=5&offset=5')
    expect(first).toMatchObject({ more: true, rows: { length: 5 } })
    const ids = new Set([...first.rows, ...second.rows].map(({ id }) => id))
    expect(ids.size).toBe(10)
  })

  test('bodies and papers', async () => {
    const { rows } = await got<BodyList>('/api/bodies')
    const body = await got<{ mentions: unknown[] }>(`/api/bodies/${rows[0].id}`)
    expect(body.mentions.length).toBeGreaterThan(0)
    expect((await got<{ rows: unknown[] }>('/api/instruments')).rows.length).toBeGreaterThan(0)
  })
})

test('figures: every point is quoted, in the order of what it tells of', async () => {
  const { rows } = await got<FigureList>('/api/figures')
  expect(rows.length).toBeGreaterThan(0)
  for (const { points } of rows) {
    expect(points.every(point => point.quote !== '' && Number.isFinite(point.value))).toBe(true)
    const order = points.map(point => point.period ?? point.day ?? '')
    expect(order).toEqual(order.toSorted())
  }
})

test('mechanisms: sessions in order, with what the last ones left open', async () => {
  const { rows } = await got<MechanismList>('/api/mechanisms')
  expect(rows.some(({ sessions }) => sessions > 0)).toBe(true)
  const details = await Promise.all(rows.slice(0, 8).map(({ id }) => got<MechanismDetail>(`/api/mechanisms/${id}`)))
  for (const { sessions } of details) {
    const days = sessions.flatMap(({ start }) => start ?? [])
    expect(days).toEqual(days.toSorted().toReversed())
  }
})
