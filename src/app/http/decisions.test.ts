import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleApp, type SampleApp } from '../../../test/http/sample-app.ts'

let sample: SampleApp
/** A claim of a commitment, the report in which it stands, and its undertaking. */
let claim: { id: string; doc: string; entity: string }
beforeAll(async () => {
  sample = await sampleApp()
  const { db } = sample.context.reader
  claim = await db
    .selectFrom('mention')
    .innerJoin('profile', 'profile.id', 'mention.profile')
    .select(['mention.claim as id', 'mention.doc', 'profile.entity'])
    .where('mention.kind', '=', 'undertaking')
    .where('mention.facts', 'like', '%"stage:agreed"%')
    .orderBy('mention.claim')
    .executeTakeFirstOrThrow()
})
afterAll(() => sample.close())

describe('a correction', () => {
  let key = ''
  test('is appended, and the ledger changes', async () => {
    const before = await sample.get('/api/state')
    const { status, json } = await sample.post('/api/decisions', {
      act: 'correct',
      claims: [claim.id],
      set: { stage: 'done', by: ['Cao Bằng', 'Quảng Tây'] },
      why: 'the photo shows it',
    })
    expect(status).toBe(200)
    key = json.key
    expect((await sample.get('/api/state')).json.seq).toBe(before.json.seq + 1)
    const { json: past } = await sample.get(`/api/history?id=${claim.id}`)
    expect(past.decisions[0]).toMatchObject({ key, act: 'correct', by: 'Lan', holds: true, why: 'the photo shows it' })
  })

  test('can be downloaded as a case', async () => {
    const answer = await sample.app.request(`/api/reports/${claim.doc}/case?claim=${claim.id}`)
    expect(answer.headers.get('content-disposition')).toContain(`${claim.id}.cases.txt`)
    const text = await answer.text()
    expect(text).toMatch(
      /^# correct: Lan · the photo shows it\n# Quotes words of the report.*\n\+ .*\{commitment by=Cao_Bằng\+Quảng_Tây stage=done\|/u,
    )
    const { json: report } = await sample.get(`/api/reports/${claim.doc}`)
    const lines = (report.text as string).split('\n').filter(line => line.length > 200)
    const plain = text.replaceAll(/\{[^|{}]*\||\}/gu, '')
    for (const line of lines) expect(plain).not.toContain(line)
  })

  test('is undone once', async () => {
    expect((await sample.post(`/api/decisions/${key}/undo`, {})).status).toBe(200)
    const { json } = await sample.get(`/api/history?id=${claim.id}`)
    expect(json.decisions.find((each: { key: string }) => each.key === key).holds).toBe(false)
    const again = await sample.post(`/api/decisions/${key}/undo`, {})
    expect([again.status, again.json.code]).toEqual([404, 'decision-gone'])
  })
})

test('an inferred date, which is nothing that the ledger keeps, is decided on like anything that waits', async () => {
  const { claims } = (await sample.get('/api/queue?limit=50')).json as { claims: { claim: string; type: string }[] }
  const date = claims.find(({ type }) => type === 'date')!
  const accepted = await sample.post('/api/decisions', { act: 'accept', claims: [date.claim], why: null })
  expect(accepted.status).toBe(200)
  const left = (await sample.get('/api/queue?limit=50')).json as { claims: { claim: string }[] }
  expect(left.claims.map(({ claim: id }) => id)).not.toContain(date.claim)
  await sample.post(`/api/decisions/${accepted.json.key}/undo`, {})
})

describe('what makes no sense is refused in a sentence', () => {
  test.each([
    [{ act: 'correct', claims: ['0123456789abcdef'], set: { stage: 'done' } }, 404, '0123456789abcdef'],
    [{ act: 'praise', claims: ['0123456789abcdef'] }, 422, 'act'],
    [{ act: 'accept', claims: [] }, 422, 'claims'],
    [{ act: 'same', ids: ['person-0000000000', 'person-1111111111'] }, 404, 'person-0000000000'],
  ])('%j', async (body, status, word) => {
    const { status: given, json } = await sample.post('/api/decisions', body)
    expect(given, json.message).toBe(status)
    expect(json.message).toContain(word)
  })

  test('a field that the claim has not, and a value that no stage is', async () => {
    const set = (values: object) => sample.post('/api/decisions', { act: 'correct', claims: [claim.id], set: values })
    expect((await set({ colour: 'red' })).json.message).toContain('It has: stage')
    expect((await set({ stage: 'finished' })).json.message).toContain('It is one of: wished')
    expect((await set({ stage: { a: 1 } })).json.message).toContain('no value of stage')
  })

  test('a body that is no JSON, or not said to be', async () => {
    const send = (body: string, type: string) =>
      sample.app.request('/api/decisions', { method: 'POST', body, headers: { 'content-type': type } })
    expect((await send('{', 'application/json')).status).toBe(400)
    expect((await send('{}', 'text/plain')).status).toBe(415)
    expect((await send(`"${'x'.repeat(2 << 20)}"`, 'application/json')).status).toBe(413)
  })
})

describe('by rule', () => {
  test('tells how many there are, accepts them at once, and can be undone', async () => {
    const rule = { type: 'commitment', doc: claim.doc }
    const dry = await sample.post('/api/decisions/rule', { ...rule, dryRun: true })
    expect(dry.json).toMatchObject({ key: null })
    expect(dry.json.claims).toBeGreaterThan(0)
    const { json } = await sample.post('/api/decisions/rule', rule)
    expect(json.claims).toBe(dry.json.claims)
    expect((await sample.post('/api/decisions/rule', rule)).json).toEqual({ claims: 0, key: null })
    expect((await sample.post(`/api/decisions/${json.key}/undo`, {})).status).toBe(200)
  })

  test('without any condition: refused', async () => {
    expect((await sample.post('/api/decisions/rule', {})).status).toBe(422)
  })
})

test('why: the judgements that made an entity', async () => {
  const { status, json } = await sample.get(`/api/why?id=${claim.entity}`)
  expect(status).toBe(200)
  expect(json.ids).toEqual([claim.entity])
  expect((await sample.get('/api/why?id=person-0000000000')).status).toBe(404)
})

test('a server that only looks refuses to write', async () => {
  const looking = await sampleApp({ samples: false, change: { writer: null } })
  const { status, json } = await looking.post('/api/decisions', { act: 'accept', claims: ['0123456789abcdef'] })
  expect([status, json.code]).toEqual([403, 'ledger-readonly'])
  await looking.context.reader.close()
})
