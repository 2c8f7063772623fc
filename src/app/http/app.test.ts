import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleApp, type SampleApp, TODAY } from '../../../test/http/sample-app.ts'

let sample: SampleApp
beforeAll(async () => void (sample = await sampleApp()))
afterAll(() => sample.close())

describe('what is looked at', () => {
  test('the state: ledger, day and who decides, without the folders of this machine', async () => {
    const { json } = await sample.get('/api/state')
    expect(json).toMatchObject({ empty: false, readonly: false, today: TODAY, home: 'VN', by: 'Lan' })
    expect(json.ledger).not.toContain('/')
  })

  test('a search without diacritics finds entities and reports', async () => {
    const { json } = await sample.get('/api/search?q=cua+khau+tra+linh')
    expect(json.reports.some(({ words }: { words: string }) => words.includes('cửa khẩu Trà Lĩnh'))).toBe(true)
  })

  test('names in three languages, by id', async () => {
    const { json } = await sample.get('/api/names')
    expect(json['tra-linh']).toMatchObject({ kind: 'gate', vi: 'Trà Lĩnh - Long Bang' })
    expect(json['tra-linh'].zh).toMatch(/龙邦/)
    expect(json['vn-cao-bang']).toMatchObject({ kind: 'place', country: 'VN', en: 'Cao Bang' })
  })

  test('asked again with the tag of the answer: 304, and nothing is sent', async () => {
    const first = await sample.app.request('/api/search?q=duc+thien')
    const tag = first.headers.get('etag')!
    const again = await sample.app.request('/api/search?q=duc+thien', { headers: { 'if-none-match': tag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const other = await sample.app.request('/api/search?q=tra+linh', { headers: { 'if-none-match': tag } })
    expect(other.status).toBe(200)
  })
})

describe('what cannot be answered', () => {
  test.each([
    ['/api/search?xyz=1', 422, 'Unknown filter "xyz"; there are: q, limit.'],
    ['/api/search?q=a&q=b', 422, 'The filter "q" can be given only once.'],
    ['/api/search?limit=many', 422, 'The filter "limit" is not right'],
    ['/api/state?x=1', 422, 'Unknown filter "x"; there are none here.'],
    ['/api/nothing', 404, 'There is nothing at this address'],
    ['/nowhere', 404, 'There is nothing at this address'],
  ])('%s: %i', async (path, status, sentence) => {
    const { status: given, json, headers } = await sample.get(path)
    expect(given).toBe(status)
    expect(json.message).toContain(sentence)
    expect(headers.get('content-type')).toContain('application/problem+json')
  })

  test('another method: 405', async () => {
    expect((await sample.post('/api/state', {})).status).toBe(405)
  })
})

describe('who may ask', () => {
  const ask = (headers: Record<string, string>, url = 'http://127.0.0.1:4600/api/state', method = 'GET') =>
    sample.app.request(url, { method, headers })

  test('a name that was made to lead here is refused', async () => {
    expect((await ask({}, 'http://evil.example/api/state')).status).toBe(421)
    expect((await ask({}, 'http://127.0.0.1.evil.example:4600/api/state')).status).toBe(421)
    expect((await ask({}, 'http://localhost:4600/api/state')).status).toBe(200)
    expect((await ask({}, 'http://[::1]:4600/api/state')).status).toBe(200)
  })

  test('a page of another site is refused, whatever it asks', async () => {
    expect((await ask({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await ask({ 'sec-fetch-site': 'same-site' })).status).toBe(403)
    expect((await ask({ 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    const write = (origin: string) =>
      ask({ origin, 'content-type': 'application/json' }, 'http://127.0.0.1:4600/api/decisions', 'POST')
    expect((await write('http://127.0.0.1:9999')).status).toBe(403)
    expect((await write('null')).status).toBe(403)
  })

  test('every answer keeps a page to itself', async () => {
    for (const path of ['/api/state', '/api/docs', '/nowhere']) {
      const { headers } = await sample.app.request(path)
      expect(headers.get('content-security-policy')).toMatch(/default-src 'self'.*frame-ancestors 'none'/)
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
  })
})
