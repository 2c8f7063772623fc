import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleApp, type SampleApp, TODAY } from '../../../test/http/sample-app.ts'

let sample: SampleApp
beforeAll(async () => void (sample = await sampleApp()))
afterAll(() => sample.close())

interface Row {
  readonly stage: string
  readonly silent: number | null
  readonly overdue: boolean
  readonly verifiable: boolean
  readonly contradictions: number
}

test('what fell silent, is overdue or contradicted', async () => {
  const { json } = await sample.get('/api/home')
  expect(json).toMatchObject({ at: TODAY, changed: { reports: 0, news: [] } })
  expect(json.counts.undertaking).toBeGreaterThan(100)
  const { silent, overdue, contradicted } = json as Record<'silent' | 'overdue' | 'contradicted', Row[]>
  expect(silent.length * overdue.length * contradicted.length).toBeGreaterThan(0)
  expect(silent.every(row => row.silent! >= 180 && row.verifiable && row.stage !== 'done')).toBe(true)
  expect(overdue.every(row => row.overdue)).toBe(true)
  expect(contradicted.every(row => row.contradictions > 0)).toBe(true)
})

test('mechanisms that should meet next, the nearest first', async () => {
  const { json } = await sample.get('/api/home')
  const days = (json.sessions as { next: string }[]).map(({ next }) => next)
  expect(days.length).toBeGreaterThan(0)
  expect(days).toEqual(days.toSorted())
})

test('what came since a row of the log, and what of it moved', async () => {
  const { json: all } = await sample.get('/api/home')
  const { json: since } = await sample.get(`/api/home?since=${all.seq - 30}`)
  expect(since.changed.reports).toBeGreaterThan(0)
  expect(since.changed.reports).toBeLessThan(all.counts.report)
  expect(since.changed.news.some(({ before }: { before: unknown }) => before !== null)).toBe(true)
  const { json: seen } = await sample.get(`/api/home?since=${all.seq}`)
  expect(seen.changed).toEqual({ reports: 0, decisions: 0, news: [], meetings: [] })
})

test('an empty ledger is empty, not an error', async () => {
  const { mkdtempSync } = await import('node:fs')
  const { tmpdir } = await import('node:os')
  const location = `${mkdtempSync(`${tmpdir()}/bienban-empty-`)}/empty.db`
  const empty = await sampleApp({ location, samples: false })
  const { status, json } = await empty.get('/api/home')
  await empty.close()
  expect([status, json.seq, json.silent, json.corridor]).toEqual([200, 0, [], { gates: [], links: [] }])
})
