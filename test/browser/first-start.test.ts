import { expect, test } from 'vitest'
import { homeWords } from '../../src/web/words/home.ts'
import { partWords } from '../../src/web/words/parts.ts'
import { browsing } from './browsing.ts'
import { drop, threeFiles } from './own-reports.ts'

const { visit } = browsing({ samples: false })
const home = homeWords.vi
const { drop: zone } = partWords.vi

test('an empty ledger says in three sentences how to begin; three files dropped on it are read, and told of', async () => {
  const { page, problems } = await visit('/')
  await page.getByRole('heading', { name: home.emptyTitle }).waitFor()
  expect(home.empty).toHaveLength(3)
  for (const sentence of home.empty) expect(await page.getByText(sentence).isVisible()).toBe(true)
  expect(await page.getByLabel(zone.choose).count()).toBe(1)

  const files = await threeFiles()
  await drop(page, `main div:has(> p:text-is("${zone.title}"))`, files)
  await page.getByText(zone.outcomes.added).nth(2).waitFor()
  expect(await page.getByText(zone.outcomes.failed).count()).toBe(0)

  // What became of the files stays in sight when the page is no longer the empty one, and each leads to its text.
  await page.getByRole('heading', { name: home.title, exact: true }).waitFor()
  const taken = page.getByRole('main').getByRole('listitem').filter({ hasText: zone.outcomes.added })
  expect(await taken.count()).toBe(3)
  expect(await taken.first().isVisible()).toBe(true)
  await taken.filter({ hasText: 'Lạng Sơn ký biên bản' }).getByRole('link').click()
  await page.getByText('cửa khẩu thông minh').first().waitFor()

  await page.getByRole('link', { name: 'Sổ theo dõi' }).first().click()
  await page.getByRole('listitem').filter({ hasText: 'kéo dài giờ thông quan' }).first().waitFor()
  expect(problems).toEqual([])
  await page.context().close()
}, 60_000)
