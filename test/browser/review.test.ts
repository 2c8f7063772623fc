import { expect, test } from 'vitest'
import { partWords } from '../../src/web/words/parts.ts'
import { reviewWords } from '../../src/web/words/review.ts'
import { browsing, settled } from './browsing.ts'
import { TWO_OF_ONE_NAME } from './own-reports.ts'

const { visit, sample } = browsing()
const review = reviewWords.vi
const { decide } = partWords.vi

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
  const pair = page.locator('main article').filter({ hasText: review.oneOrTwo }).filter({ hasText: 'Triệu Đình Lê' })
  while ((await pair.count()) === 0) {
    const place = await page.locator('main section > p').first().textContent()
    await page.keyboard.press('j')
    // Never round in a circle: the last one stays.
    expect(await page.locator('main section > p').first().textContent()).not.toBe(place)
  }
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
