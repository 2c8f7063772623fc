import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answered, sampleApp, type SampleApp } from '../../../test/http/sample-app.ts'
import { LIMITS } from './context.ts'

let empty: SampleApp
beforeAll(
  async () => void (empty = await sampleApp({ samples: false, change: { limits: { ...LIMITS, upload: 1 << 20 } } })),
)
afterAll(() => empty.close())

const upload = async (...files: File[]) => {
  const body = new FormData()
  for (const file of files) body.append('files', file)
  const response = await empty.app.request('/api/reports', { method: 'POST', body })
  const json: Answered['json'] = await response.json()
  return { status: response.status, json }
}

const sample = (name: string) => new File([readFileSync(`data/samples/${name}.json`)], `${name}.json`)

describe('files that are dropped', () => {
  test('become reports; each says what it was, and why it could not be read', async () => {
    const broken = new File(['{"text": '], 'broken.json')
    const { status, json } = await upload(sample('sample-01'), broken, sample('sample-02'), sample('sample-01'))
    expect(status).toBe(200)
    expect(json.files.map(({ file, what }: { file: string; what: string }) => [file, what])).toEqual([
      ['sample-01.json', 'added'],
      ['broken.json', 'failed'],
      ['sample-02.json', 'added'],
      ['sample-01.json', 'known'],
    ])
    expect(json.files[1].messages[0]).toMatch(/JSON/)
    expect((await empty.get('/api/state')).json).toMatchObject({ empty: false, seq: json.seq })
  })

  test('a text that is code stays text', async () => {
    const text = 'Hội đàm Cao Bằng – Quảng Tây\nHai bên nhất trí mở <script>alert(1)</script> \u202e cửa khẩu Trà Lĩnh.'
    const { json } = await upload(new File([text], '../../evil<img onerror=x>.txt'))
    expect(json.files[0].messages).toEqual([])
    expect(['added', 'screened']).toContain(json.files[0].what)
  })

  test('more than is taken at once: 413 with a sentence', async () => {
    const { status, json } = await upload(new File([new Uint8Array(2 << 20)], 'large.txt'))
    expect(status).toBe(413)
    expect(json.message).toMatch(/larger than 1 MB/)
  })

  test('no file, or no form: a sentence', async () => {
    expect((await upload()).status).toBe(422)
    expect((await empty.post('/api/reports', {})).status).toBe(415)
  })
})

describe('exports', () => {
  const download = async (query: string) => {
    const response = await empty.app.request(`/api/export?${query}`)
    return { response, text: await response.text() }
  }

  test('csv of all undertakings, with the mark for Excel', async () => {
    const { response, text } = await download('format=csv&at=2026-01-01')
    expect(response.headers.get('content-disposition')).toContain('bienban-2026-01-01.csv')
    expect(text.split('\r\n')[0]).toMatch(/id,label,stage/)
    expect(text.trim().split('\r\n').length).toBeGreaterThan(1)
  })

  test('of chosen ones only those', async () => {
    const { id } = await empty.context.reader.db
      .selectFrom('entity')
      .select('id')
      .where('kind', '=', 'undertaking')
      .orderBy('id')
      .executeTakeFirstOrThrow()
    const { text } = await download(`format=jsonl&id=${id}`)
    const lines = text.trim().split('\n')
    expect(lines.map(line => (JSON.parse(line) as { id: string }).id)).toEqual([id])
  })

  test.each(['geojson', 'ics', 'ftm'])('%s', async format => {
    const { response, text } = await download(`format=${format}`)
    expect(response.status).toBe(200)
    expect(text.length).toBeGreaterThan(20)
  })

  test('an unknown id and an unknown format are told before anything is sent', async () => {
    expect((await empty.get('/api/export?format=csv&id=undertaking-0000000000')).status).toBe(404)
    expect((await empty.get('/api/export?format=xls')).json.message).toMatch(/"format" is not right/)
  })

  test('no more at one time than have a connection; one that is left frees its own', async () => {
    const open = await Promise.all([1, 2].map(async () => await empty.app.request('/api/export?format=jsonl')))
    expect((await empty.get('/api/export?format=csv')).status).toBe(503)
    await Promise.all(open.map(({ body }) => body!.cancel()))
    await expect.poll(async () => (await download('format=csv')).response.status).toBe(200)
  })
})
