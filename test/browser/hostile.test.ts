import { expect, test } from 'vitest'
import { partWords } from '../../src/web/words/parts.ts'
import { browsing, settled } from './browsing.ts'

const { visit, sample, address } = browsing({ samples: false })

const MARKUP =
  '<script>document.title="taken"</script><img src=x onerror="document.title=\'taken\'"><a href="javascript:alert(1)">mở</a><svg onload=alert(1)>'
const TOLD =
  'Ngày 14/5/2025, tỉnh Cao Bằng hội đàm với Quảng Tây (Trung Quốc). Hai bên nhất trí mở cặp cửa khẩu Trà Lĩnh - Long Bang'

/** Puts a report in, and gives its `doc`. */
async function add(name: string, text: string): Promise<string> {
  const body = new FormData()
  body.append('files', new File([text], name))
  const answer = await sample().app.request('/api/reports', { method: 'POST', body })
  const { files } = (await answer.json()) as { files: { doc: string; what: string; messages: string[] }[] }
  expect(files[0].what, files[0].messages.join()).toBe('added')
  return files[0].doc
}

test('a report that holds script and HTML shows them as text, and runs nothing', async () => {
  const doc = await add('<b>a.txt', `${MARKUP} Hội đàm Cao Bằng - Quảng Tây\n${TOLD} ${MARKUP}.`)
  // Not the policy of the server holds it back: without it nothing runs either.
  const { page, problems } = await visit(`/source/${doc}`, { bypassCSP: true })
  for (const path of [`/source/${doc}`, '/', '/ledger', '/search?q=tra+linh', '/meetings']) {
    await page.goto(address() + path)
    await settled(page)
    expect(await page.title(), path).not.toBe('taken')
    expect(await page.locator('img[src="x"], a[href^="javascript:"], main script, [onload]').count(), path).toBe(0)
    if (path.startsWith('/source')) expect(await page.locator('main').textContent()).toContain('<script>document.title')
  }
  expect(problems).toEqual([])
  await page.context().close()
}, 60_000)

test('what turns the direction of writing is one harmless sign', async () => {
  const doc = await add('b.txt', `Hội đàm \u202eCao Bằng - Quảng Tây\n${TOLD} \u202e\u2066 ngay.`)
  for (const path of [`/source/${doc}`, '/', '/ledger', '/meetings', '/search?q=hoi+dam']) {
    const { page } = await visit(path)
    expect(await page.evaluate('document.documentElement.outerHTML'), path).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u)
    expect(await page.title(), path).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u)
    await page.context().close()
  }
}, 60_000)

test('a report of 10 MB in one line is shown in part, and the page still answers', async () => {
  const doc = await add('c.txt', `Hội đàm Cao Bằng - Quảng Tây\n${TOLD}. ${'x'.repeat(10 << 20)}`)
  const { page, problems } = await visit(`/source/${doc}`)
  await page.locator('[data-text]').getByText('Trà Lĩnh').first().waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('tra linh')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/search/)
  await settled(page)
  expect(problems).toEqual([])
  await page.context().close()
}, 90_000)

const PROBE = '..%2f..%2f..%2fetc%2fpasswd'

test('a trick in an address leads nowhere, and a filter that there is not is named', async () => {
  const paths = ['undertakings', 'meetings', 'people', 'bodies', 'reports', 'gates', 'links', 'mechanisms', 'figures']
  for (const path of [...paths.map(name => `/api/${name}/${PROBE}`), `/assets/${PROBE}`, '/api/nothing'])
    expect((await fetch(address() + path)).status, path).toBe(404)
  const { page } = await visit('/people/person-0000000000')
  await page.getByRole('alert').getByText('person-0000000000').waitFor()
  await page.goto(`${address()}/ledger?stage=promised`)
  const told = page.getByRole('alert').first()
  await told.waitFor()
  expect(await told.textContent()).toContain('"stage"')
  expect(await told.getByRole('button', { name: partWords.vi.retry }).count()).toBe(1)
  await page.context().close()
}, 60_000)
