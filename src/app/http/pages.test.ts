import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { servePages } from './pages.ts'

const folder = mkdtempSync(join(tmpdir(), 'bienban-pages-'))
mkdirSync(join(folder, 'assets'))
writeFileSync(join(folder, 'index.html'), '<p>first</p>')
writeFileSync(join(folder, 'assets', 'ledger-DiwrgTda.js'), 'export {}')

const app = new Hono()
servePages(app, pathToFileURL(`${folder}/`))

describe('the built pages', () => {
  test.each(['/', '/ledger', '/source/00ab34', '/index.html'])('%s is the first page', async path => {
    const answer = await app.request(path)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('<p>first</p>')
  })

  test('what has its content in its name is kept for good', async () => {
    const answer = await app.request('/assets/ledger-DiwrgTda.js')
    expect(answer.headers.get('cache-control')).toContain('immutable')
    expect(answer.headers.get('content-type')).toContain('javascript')
  })

  test.each(['/assets/gone-12345678.js', '/..%2f..%2fetc%2fpasswd', '/.env', '/a%5cb'])(
    '%s is not there',
    async path => {
      expect((await app.request(path)).status).toBe(404)
    },
  )
})
