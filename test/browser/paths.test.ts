import { readFile } from 'node:fs/promises'
import mammoth from 'mammoth'
import type { Download, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { WORDINGS } from '../../src/views/wording.ts'
import { briefingWords } from '../../src/web/words/briefing.ts'
import { ledgerWords } from '../../src/web/words/ledger.ts'
import { partWords } from '../../src/web/words/parts.ts'
import { undertakingWords } from '../../src/web/words/undertaking.ts'
import { browsing, settled } from './browsing.ts'

const { visit } = browsing()
const ledger = ledgerWords.vi
const undertaking = undertakingWords.vi
const { decide } = partWords.vi
const { stages } = WORDINGS.vi

const rowsOf = (page: Page) => page.getByRole('list', { name: ledger.title }).getByRole('listitem')
const EXPRESSWAY = 'giai đoạn 1 cao tốc Đồng Đăng'

/** Searches the ledger as a person does, and waits for what is found. */
async function find(page: Page, words: string, first: string): Promise<void> {
  await page.getByLabel(ledger.find).fill(words)
  await rowsOf(page).filter({ hasText: first }).first().waitFor()
  await page.waitForURL(url => url.searchParams.get('q') === words)
  await settled(page)
}

test('an undertaking is found without diacritics, and leads to the words that say it', async () => {
  const { page, problems } = await visit('/ledger')
  await find(page, 'duc thien', 'Bản Giốc - Đức Thiên')
  await find(page, 'cua khau tra linh', EXPRESSWAY)
  const found = await rowsOf(page).allTextContents()
  expect(found.length).toBeGreaterThan(2)

  await rowsOf(page).getByRole('link').filter({ hasText: EXPRESSWAY }).click()
  await page.getByRole('heading', { level: 1 }).filter({ hasText: EXPRESSWAY }).waitFor()
  const quote = page.locator('main article blockquote a').first()
  const words = (await quote.textContent())!
  await quote.click()

  // The mark in the text is the one of the evidence, in sight, and the panel says the same.
  await page.waitForURL(/\/source\/.+#/)
  const chosen = page.locator('[data-text] [data-chosen]')
  await chosen.first().waitFor()
  expect((await chosen.allTextContents()).join('')).toBe(words)
  const box = (await chosen.first().boundingBox())!
  expect(box.y).toBeGreaterThanOrEqual(0)
  expect(box.y).toBeLessThan(800)
  expect(await page.locator('aside section blockquote').textContent()).toBe(`“${words}”`)
  expect(problems).toEqual([])
  await page.context().close()
}, 60_000)

/** How far the undertaking of the open page has come. */
const standing = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('img', { name: /bước \d trên \d/ })
    .first()

test('a corrected stage changes the ledger; taken back, it is as before', async () => {
  const { page, problems } = await visit('/ledger?q=cua+khau+tra+linh')
  const row = rowsOf(page).filter({ hasText: EXPRESSWAY })
  const before = (await row.getByRole('img').getAttribute('aria-label'))!
  expect(before).toContain(stages.underway)
  await row.getByRole('link').click()
  await standing(page).waitFor()

  await page.getByRole('button', { name: decide.correct }).first().click()
  await page.getByLabel(undertaking.stage).selectOption(stages.done)
  await page.getByLabel(undertaking.why).fill('Ảnh chụp cho thấy đường đã xong')
  await page.getByRole('button', { name: undertaking.save }).click()
  await page
    .getByRole('img', { name: new RegExp(`^${stages.done}: `, 'u') })
    .first()
    .waitFor()
  await page.getByText('Ảnh chụp cho thấy đường đã xong').waitFor()
  await page.goBack()
  await row.getByRole('img', { name: stages.done }).waitFor()

  await page.goForward()
  await page.getByRole('complementary').getByRole('button', { name: decide.undo }).click()
  await page.getByText(decide.undone).waitFor()
  await page.getByRole('main').getByRole('img', { name: before }).first().waitFor()
  await page.goBack()
  await row.getByRole('img', { name: before }).waitFor()
  expect(problems).toEqual([])
  await page.context().close()
}, 60_000)

test('what is in the address is there again in another browser: filters, order, words, what is selected', async () => {
  const { page } = await visit('/ledger')
  await find(page, 'cua khau', 'cửa khẩu')
  await page.getByRole('group', { name: ledger.facets.theirs }).getByRole('checkbox').first().check()
  await page.getByRole('group', { name: ledger.facets.field }).getByRole('checkbox').first().check()
  await page.getByLabel(ledger.sort).selectOption(ledger.sorts.reports)
  await settled(page)
  await rowsOf(page).getByRole('checkbox').nth(0).check()
  await rowsOf(page).getByRole('checkbox').nth(1).check()
  await page.getByText(ledger.selected(2)).waitFor()
  const shown = async (on: Page) => ({
    // Those in sight; how many there are below hangs on how far the list has been measured.
    rows: (await rowsOf(on).allTextContents()).slice(0, 8),
    checked: await on
      .getByRole('checkbox', { checked: true })
      .evaluateAll(boxes => boxes.map(box => box.getAttribute('aria-label') ?? box.closest('label')?.textContent)),
    words: await on.getByLabel(ledger.find).inputValue(),
    order: await on.getByLabel(ledger.sort).inputValue(),
    total: await on.getByRole('status').first().textContent(),
  })
  const { pathname, search } = new URL(page.url())
  const { page: other, problems } = await visit(pathname + search)
  await other.getByText(ledger.selected(2)).waitFor()
  const before = await shown(page)
  expect(before.checked).toHaveLength(4)
  expect(await shown(other)).toEqual(before)
  expect(problems).toEqual([])
  await page.context().close()
  await other.context().close()
}, 60_000)

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path())
}

test('a briefing is built from what is selected, looked at, and downloaded as DOCX and PDF', async () => {
  const { page, problems } = await visit('/ledger?q=cua+khau+tra+linh')
  await rowsOf(page).getByRole('checkbox').first().check()
  await page.getByRole('link', { name: ledger.toBriefing }).click()
  await page.getByLabel(briefingWords.vi.partner).selectOption({ label: 'Quảng Tây' })
  const paper = page.getByRole('article')
  await paper.getByRole('heading').first().waitFor()
  const title = (await paper.getByRole('heading').first().textContent())!
  const save = async (name: string): Promise<Buffer> => {
    const waiting = page.waitForEvent('download')
    await page.getByRole('link', { name }).click()
    return bytesOf(await waiting)
  }
  const { value } = await mammoth.extractRawText({ buffer: await save(briefingWords.vi.docx) })
  expect(value).toContain(title)
  expect(value).toContain('Quảng Tây')
  const pdf = await save(briefingWords.vi.pdf)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.subarray(-10).toString()).toContain('%%EOF')
  expect(problems).toEqual([])
  await page.context().close()
}, 60_000)

test('what the ledger lists is exported by its filters and its day, and counts of today say so', async () => {
  const { page, problems } = await visit('/ledger?q=cua+khau&side=cn-gx&at=2025-06-30')
  await page.getByText(ledger.countsOfToday).waitFor()
  const told = page.getByRole('status').filter({ hasText: /^\d+ việc$/u })
  const total = Number.parseInt((await told.textContent())!, 10)
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: ledger.exportAll }).click()
  const lines = (await bytesOf(await waiting)).toString().trim().split('\r\n')
  expect(lines[0].replace('\uFEFF', '')).toBe(ledger.columns.join(','))
  expect(lines).toHaveLength(total + 1)
  expect(lines.every((line, i) => i === 0 || line.includes('Quảng Tây'))).toBe(true)
  expect(lines.some(line => line.includes('2025-12'))).toBe(false)
  expect(problems).toEqual([])
  await page.context().close()
}, 60_000)
