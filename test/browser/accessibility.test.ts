import { expect, test } from 'vitest'
import { browsing, still, violations } from './browsing.ts'

const { visit, sample } = browsing()

/** The first entity of a kind, for the page of one. */
const idOf = async (kind: string): Promise<string> => {
  const { db } = sample().context.reader
  const row = await db
    .selectFrom('entity')
    .select('id')
    .where('kind', '=', kind as never)
    .orderBy('mentions', 'desc')
    .orderBy('id')
    .executeTakeFirstOrThrow()
  return row.id
}

const docOf = async (): Promise<string> => {
  const { db } = sample().context.reader
  return (
    await db.selectFrom('report').select('doc').where('relevant', '=', 1).orderBy('doc').executeTakeFirstOrThrow()
  ).doc
}

const PAGES: readonly (readonly [name: string, path: () => Promise<string>])[] = [
  ['home', async () => '/'],
  ['ledger', async () => '/ledger'],
  ['undertaking', async () => `/ledger/${await idOf('undertaking')}`],
  ['meetings', async () => '/meetings'],
  ['meeting', async () => `/meetings/${await idOf('meeting')}`],
  ['mechanisms', async () => '/mechanisms'],
  ['mechanism', async () => `/mechanisms/${await idOf('mechanism')}`],
  ['corridor', async () => '/corridor'],
  ['gate', async () => `/gates/${await idOf('gate')}`],
  ['link', async () => `/links/${await idOf('link')}`],
  ['people', async () => '/people'],
  ['person', async () => `/people/${await idOf('person')}`],
  ['bodies', async () => '/bodies'],
  ['body', async () => `/bodies/${await idOf('organization')}`],
  ['figures', async () => '/figures'],
  ['source', async () => `/source/${await docOf()}`],
  ['review', async () => '/review'],
  ['briefing', async () => '/briefing'],
  ['search', async () => '/search?q=cua+khau'],
  ['the API', async () => '/api/docs'],
]

test.each(PAGES)(
  'nothing is in the way of anybody: %s, light and dark',
  // A browser on a busy machine may break off a request once; what is really wrong is wrong twice.
  { timeout: 180_000, retry: 1 },
  async (_, path) => {
    const { page, problems } = await visit(await path())
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await still(page)
      expect(await violations(page), colorScheme).toEqual([])
    }
    expect(problems).toEqual([])
    await page.context().close()
  },
)
