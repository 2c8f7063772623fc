import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { formatIn } from '../../src/web/format.ts'
import { ledgerWords } from '../../src/web/words/ledger.ts'
import { partWords } from '../../src/web/words/parts.ts'
import { reviewWords } from '../../src/web/words/review.ts'
import { shellWords } from '../../src/web/words/shell.ts'
import { TODAY } from '../http/sample-app.ts'
import { browsing, settled } from './browsing.ts'
import { TWO_OF_ONE_NAME } from './own-reports.ts'

const { visit, sample } = browsing()
const review = reviewWords.vi
const { decide } = partWords.vi
const ledger = ledgerWords.vi

/** Whether what has the focus shows it: an outline. */
const FOCUS = `(() => {
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement)
  return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1
})()`

/** Goes on by the Tab key until something is reached; all on the way shows that it has the focus. */
async function tabTo(page: Page, reached: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(FOCUS), await page.evaluate('document.activeElement.outerHTML')).toBe(true)
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(reached)})`)) return
  }
  throw new Error(`${reached} is not reached by the keyboard.`)
}

/** Goes on to the next that waits, and until it is there; at the last one it fails. */
async function next(page: Page): Promise<void> {
  const place = page.locator('main section > p').first()
  const before = (await place.textContent())!
  await page.keyboard.press('j')
  await place.filter({ hasNotText: before }).waitFor({ timeout: 10_000 })
}

test('by the keyboard alone: to the ledger, into an undertaking, and through the review', async () => {
  const { page, problems } = await visit('/')
  await tabTo(page, 'a[href="/ledger"]')
  await page.keyboard.press('Enter')
  const rows = page.getByRole('list', { name: ledger.title }).getByRole('listitem')
  await rows.getByRole('link').first().waitFor()
  await settled(page)
  await tabTo(page, 'main input[type="search"]')
  await page.keyboard.type('duc thien')
  await page.waitForURL(/q=duc/)
  await settled(page)
  await tabTo(page, '[role="listitem"] input')
  await page.keyboard.press('Space')
  await page.getByText(ledger.selected(1)).waitFor()
  const label = (await rows.getByRole('link').first().textContent())!
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1 }).filter({ hasText: label }).waitFor()

  // From the list by single keys: the second row, opened.
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await page.waitForURL(/\/ledger$/)
  await rows.getByRole('link').nth(1).waitFor()
  const second = (await rows.getByRole('link').nth(1).textContent())!
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('o')
  await page.getByRole('heading', { level: 1 }).filter({ hasText: second }).waitFor()

  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await page.waitForURL(/\/review$/)
  await page.getByRole('heading', { level: 1, name: shellWords.vi.pages.review }).waitFor()
  const words = page.locator('main article blockquote').first()
  await words.waitFor()
  await settled(page)
  for (const [key, said] of [
    ['a', 'chấp nhận'],
    ['r', 'bác bỏ'],
  ] as const) {
    while ((await page.getByRole('button', { name: decide.accept }).count()) === 0) await next(page)
    const before = await words.textContent()
    await page.keyboard.press(key)
    await page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasText: `Lan ${said}` })
      .first()
      .waitFor()
    await settled(page)
    expect(await words.textContent()).not.toBe(before)
  }
  expect(problems).toEqual([])
  await page.context().close()
}, 90_000)

async function people(q: string): Promise<string[]> {
  const { json } = await sample().get(`/api/people?q=${encodeURIComponent(q)}`)
  return (json.rows as { id: string }[]).map(({ id }) => id)
}

test('two people who may be one are merged, and parted again', async () => {
  const body = new FormData()
  for (const { name, bytes } of TWO_OF_ONE_NAME) body.append('files', new File([new Uint8Array(bytes)], name))
  await sample().app.request('/api/reports', { method: 'POST', body })
  expect(await people('Triệu Đình Lê')).toHaveLength(2)

  const { page, problems } = await visit('/review')
  await page.locator('main article').first().waitFor()
  const pair = page.locator('main article').filter({ hasText: review.oneOrTwo }).filter({ hasText: 'Triệu Đình Lê' })
  while ((await pair.count()) === 0) await next(page)
  expect(await pair.getByText('Sở Ngoại vụ').count()).toBeGreaterThan(1)
  await page.keyboard.press('s')
  await page.getByText(decide.done).first().waitFor()
  await settled(page)
  expect(await people('Triệu Đình Lê')).toHaveLength(1)
  await page.getByRole('button', { name: decide.undo }).first().click()
  await page.getByText(decide.undone).waitFor()
  expect(await people('Triệu Đình Lê')).toHaveLength(2)
  expect(problems).toEqual([])
  await page.context().close()
}, 60_000)

test('another language is kept; names, dates and numbers follow it, the words of reports do not', async () => {
  const { page, problems } = await visit('/figures')
  const headings = async (): Promise<string> => (await page.getByRole('heading', { level: 1 }).textContent())!
  const text = async (): Promise<string> => (await page.getByRole('main').textContent())!
  expect(await headings()).toBe('Số liệu')
  expect(await text()).toMatch(/\d,\d/u)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { level: 1, name: 'Figures' }).waitFor()
  expect(await text()).toMatch(/\d\.\d/u)
  await page.reload()
  await settled(page)
  expect(await headings()).toBe('Figures')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')

  await page.goto(`${new URL(page.url()).origin}/`)
  await page.getByText(`As of ${formatIn('en').longDay(TODAY)}`).waitFor()
  await page.getByRole('button', { name: '中文' }).click()
  await page.getByText(`截至 ${formatIn('zh').longDay(TODAY)}`).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans')
  expect(await page.locator('main [lang="vi"]').first().textContent()).toMatch(
    /[ăâđêôơưạảấầẩậắằặẹẻếềểệỉịọỏốồổộớờởợụủứừửựỳỵ]/iu,
  )
  expect(problems).toEqual([])
  await page.context().close()
}, 60_000)
