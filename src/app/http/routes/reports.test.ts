import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleApp, type SampleApp } from '../../../../test/http/sample-app.ts'
import type { ClaimExplanation, ReportDetail } from '../../../views/api/reports.ts'

let sample: SampleApp
let doc: string
beforeAll(async () => {
  sample = await sampleApp()
  const { reports } = (await sample.get('/api/search?q=tra+linh')).json
  doc = reports[0].doc
})
afterAll(() => sample.close())

const report = async (): Promise<ReportDetail> => (await sample.get(`/api/reports/${doc}`)).json

describe('a report', () => {
  test('has its claims where their words stand, in the order of the text', async () => {
    const { text, claims, relevant } = await report()
    expect(relevant).toBe(true)
    expect(claims.length).toBeGreaterThan(5)
    for (const { start, end, exact } of claims) expect(text.slice(start, end)).toBe(exact)
    expect(claims.map(({ start }) => start)).toEqual(claims.map(({ start }) => start).toSorted((a, b) => a - b))
  })

  test('says what kind of paper it is by its form, and who signed it for whom', async () => {
    const { reports } = (await sample.get('/api/search?q=bien+ban+hoi+dam')).json as { reports: { doc: string }[] }
    const all = await Promise.all(reports.map(({ doc: each }) => sample.get(`/api/reports/${each}`)))
    const paper = all.map(({ json }) => (json as ReportDetail).paper).find(each => each?.kind === 'minutes')
    expect(paper?.kind).toBe('minutes')
    expect(paper?.signatories.map(({ name }) => name !== null)).toEqual([true, true])
    expect(all.some(({ json }) => (json as ReportDetail).paper === null)).toBe(true)
  })

  test('leads to the entities that its claims speak of', async () => {
    const { claims } = await report()
    const kinds = new Set(claims.flatMap(({ entities }) => entities.map(({ kind }) => kind)))
    expect(kinds).toContain('gate')
  })

  test('shows what people decided, until it is undone', async () => {
    const claim = (await report()).claims.find(({ type }) => type === 'commitment')!
    const stateOf = async () => (await report()).claims.find(({ id }) => id === claim.id)!
    const rejected = await sample.post('/api/decisions', { act: 'reject', claims: [claim.id], why: 'not said' })
    expect(await stateOf()).toMatchObject({ state: 'rejected', decisions: [{ act: 'reject', why: 'not said' }] })
    await sample.post(`/api/decisions/${rejected.json.key}/undo`, {})
    expect(await stateOf()).toMatchObject({ state: 'read', decisions: [] })
    const stage = claim.values['stage'] === 'done' ? 'agreed' : 'done'
    const corrected = await sample.post('/api/decisions', { act: 'correct', claims: [claim.id], set: { stage } })
    expect(await stateOf()).toMatchObject({ state: 'corrected', values: { stage } })
    await sample.post(`/api/decisions/${corrected.json.key}/undo`, {})
  })

  test('explains a claim by rules and words that stand in the text', async () => {
    const { text, claims } = await report()
    const { json } = await sample.get(`/api/reports/${doc}/explain?claim=${claims[0].id}`)
    const { rule, steps, words } = json as ClaimExplanation
    expect(rule).toBe(claims[0].rule)
    expect(steps.length + words.length).toBeGreaterThan(0)
    for (const { start, end, quote } of [...steps, ...words]) expect(text.slice(start, end)).toBe(quote)
  })

  test('a claim of another report is not explained', async () => {
    expect((await sample.get(`/api/reports/${doc}/explain?claim=0000000000000000`)).status).toBe(404)
    expect((await sample.get('/api/reports/0000000000000000')).status).toBe(404)
  })
})
