import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleApp, type SampleApp } from '../../../../test/http/sample-app.ts'
import type { MeetingDossier, MeetingList } from '../../../views/api/meetings.ts'

let sample: SampleApp
beforeAll(async () => void (sample = await sampleApp()))
afterAll(() => sample.close())

const list = async (query = ''): Promise<MeetingList> => (await sample.get(`/api/meetings${query}`)).json
const dossier = async (id: string, query = ''): Promise<MeetingDossier> =>
  (await sample.get(`/api/meetings/${id}${query}`)).json

/** The only meeting of a day between Cao Bằng and Guangxi. */
async function talksOn(day: string): Promise<MeetingDossier> {
  const { rows } = await list('?side=vn-cao-bang&side=cn-gx&limit=200')
  return await dossier(rows.find(({ start, reports }) => start === day && reports > 0)!.id)
}

describe('the list of meetings', () => {
  test('by sides, the latest first, a page at a time', async () => {
    const all = await list('?side=vn-cao-bang&limit=200')
    expect(all.rows.length).toBeGreaterThan(3)
    expect(all.rows.every(({ parties }) => parties.includes('vn-cao-bang'))).toBe(true)
    const second = await list('?side=vn-cao-bang&limit=2&offset=1')
    expect(second.rows).toEqual(all.rows.slice(1, 3))
    expect(second.more).toBe(true)
  })

  test('by words, and up to a day', async () => {
    const found = await list('?q=hoi+dam&until=2025-06-30')
    expect(found.rows.length).toBeGreaterThan(0)
    for (const { start } of found.rows) expect((start ?? '') <= '2025-06-30').toBe(true)
  })

  test('a side that nobody knows is named', async () => {
    const { status, json } = await sample.get('/api/meetings?side=atlantis')
    expect([status, json.message]).toEqual([422, expect.stringContaining('atlantis')])
  })
})

describe('the dossier', () => {
  test('has both sides’ words apart, and what was agreed', async () => {
    const { sides, agreed, row } = await talksOn('2025-12-11')
    expect(row.parties.toSorted()).toEqual(['cn-gx', 'vn-cao-bang'])
    expect(agreed.length).toBeGreaterThan(0)
    for (const { by, said } of sides)
      for (const { tellings } of said) {
        expect(tellings.length).toBeGreaterThan(0)
        expect(by.length).toBeLessThanOrEqual(row.parties.length + 2)
      }
  })

  test('quotes stand exactly where they say', async () => {
    const { sides, since } = await talksOn('2025-12-11')
    const tellings = [
      ...sides.flatMap(({ said }) => said.flatMap(each => each.tellings)),
      ...since.items.flatMap(({ agreed, later }) => [...agreed, ...later]),
    ]
    expect(tellings.length).toBeGreaterThan(3)
    for (const { doc, spoken } of tellings.slice(0, 12)) {
      const { text } = (await sample.get(`/api/reports/${doc}`)).json
      for (const { quote, start, end } of spoken) expect(text.slice(start, end)).toBe(quote)
    }
  })

  test('reviews the last minutes as of the day of the meeting', async () => {
    const { last, row, previous } = await talksOn('2025-12-11')
    expect(last!.at).toBe(row.start)
    expect(last!.day! < row.start!).toBe(true)
    expect(last!.items.length).toBeGreaterThan(0)
    expect(previous).not.toBeNull()
    expect(Object.values(last!.counts).reduce((sum, n) => sum + n)).toBe(last!.items.length)
  })

  test('names those who met, with their side and their person', async () => {
    const { people } = await talksOn('2025-12-11')
    const head = people.find(({ name }) => name === 'Quản Minh Cường')!
    expect(head).toMatchObject({ side: 'vn-cao-bang', person: expect.stringMatching(/^person-/) })
    expect(head.offices.some(office => office.startsWith('Bí thư Tỉnh ủy'))).toBe(true)
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length)
  })

  test('is looked at as of a day', async () => {
    const today = await talksOn('2025-12-11')
    const then = await dossier(today.row.id, '?at=2025-12-11')
    expect(then.at).toBe('2025-12-11')
    expect(then.since.items.every(({ later }) => later.length === 0)).toBe(true)
  })

  test('of what is no meeting there is none', async () => {
    expect((await sample.get('/api/meetings/person-0000000000')).status).toBe(404)
    expect((await sample.get('/api/meetings/..%2f..%2fetc')).status).toBe(404)
  })
})
