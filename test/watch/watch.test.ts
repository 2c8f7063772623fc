import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createVisitor } from '../../src/intake/fetch/visitor.ts'
import type { Store } from '../../src/ledger/store.ts'
import { sourceState, watchedSources } from '../../src/ledger/watched.ts'
import { readSources, type SourcesConfig } from '../../src/app/watch/config.ts'
import { isDue, readSource, type Watch } from '../../src/app/watch/round.ts'
import { sourcesPage } from '../../src/views/ledger/sources.ts'
import { tongueOf } from '../../src/views/ledger/wording.ts'
import { STORES, withStore } from '../ledger/stores.ts'
import { site, withServer } from './servers.ts'

const folder = mkdtempSync(join(tmpdir(), 'bienban-watch-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ARTICLE = readFileSync('fixtures/pages/vi-clean-article/page.html', 'utf8')
const OTHER = readFileSync('fixtures/pages/vi-amp/page.html', 'utf8')

function configOf(...sources: string[]): SourcesConfig {
  const file = join(folder, 'sources.toml')
  const head = 'contact = "test@example.org"\ninterval = "0s"\npatience = "2s"\nallow_private = true\n'
  writeFileSync(file, head + sources.map(source => `[[source]]\n${source}\n`).join(''))
  return readSources(file)
}

const watchOf = (store: Store, config: SourcesConfig): Watch => ({
  store,
  config,
  now: () => new Date('2026-11-30T12:00:00Z'),
  ended: () => false,
  inTurn: work => work(),
  visitor: createVisitor({
    agent: 'bienban-test',
    allowPrivate: true,
    patience: 2000,
    largest: 1 << 20,
    interval: 0,
  }),
})

const rss = (...links: string[]): string =>
  `<rss version="2.0"><channel><title>T</title>${links.map(link => `<item><link>${link}</link></item>`).join('')}</channel></rss>`

describe.each(STORES)('sources on $name', ({ location }) => {
  test('a feed gives its pages once; what fails is told and the rest goes on', () =>
    withStore(location(), store =>
      withServer(
        site({ '/feed': (_, response) => response.end(rss('/a', '/gone', '/b')), '/a': ARTICLE, '/b': OTHER }),
        async url => {
          const config = configOf(`name = "Báo"\nkind = "feed"\nurl = "${url}/feed"`)
          const watch = watchOf(store, config)
          const first = await readSource(config.source[0], watch)
          expect(first).toMatchObject({ named: 3, fresh: 3, added: 2 })
          expect(first.problems).toEqual([expect.stringContaining('gave 404')])
          const again = await readSource(config.source[0], watch)
          expect(again).toMatchObject({ named: 3, fresh: 1, added: 0 })
          const [report] = await store.db.selectFrom('report').selectAll().where('title', 'like', 'Cao B%').execute()
          expect(report).toMatchObject({ outlet: 'Báo Biên Cương', published: '2025-03-14', relevant: 1 })
          const [state] = await watchedSources(store)
          expect(state).toMatchObject({
            name: 'Báo',
            added: 2,
            failed: 1,
            fails: 0,
            read_at: '2026-11-30T12:00:00.000Z',
          })
          for (const ui of ['vi', 'en', 'zh'] as const)
            expect(
              JSON.stringify(
                sourcesPage(
                  [state],
                  tongueOf(ui, id => id),
                ),
              ),
            ).toContain('404')
        },
      ),
    ))

  test('a list that has not changed is not read again; one whose pages were not all read is', () =>
    withStore(location(), store => {
      const asked: (string | undefined)[] = []
      return withServer(
        site({
          '/feed': (request, response) => {
            asked.push(request.headers['if-none-match'])
            if (request.headers['if-none-match'] === '"1"') return response.writeHead(304).end()
            return response.writeHead(200, { etag: '"1"' }).end(rss('/a', '/b'))
          },
          '/a': ARTICLE,
          '/b': OTHER,
        }),
        async url => {
          const config = configOf(`name = "n"\nkind = "feed"\nlimit = 1\nurl = "${url}/feed"`)
          const watch = watchOf(store, config)
          const rounds = []
          for (let i = 0; i < 3; i++) rounds.push(await readSource(config.source[0], watch))
          expect(asked).toEqual([undefined, undefined, '"1"'])
          expect(rounds.map(({ fresh }) => fresh)).toEqual([1, 1, 0])
        },
      )
    }))

  test('a source that fails waits longer each time', () =>
    withStore(location(), store =>
      withServer(site({ '/feed': '<html>no feed</html>' }), async url => {
        const config = configOf(`name = "n"\nkind = "feed"\nevery = "1h"\nurl = "${url}/feed"`)
        const watch = watchOf(store, config)
        const waits = []
        for (let i = 0; i < 3; i++) {
          const { problems } = await readSource(config.source[0], watch)
          expect(problems[0]).toContain('It is no feed')
          waits.push((await sourceState(store, 'n'))?.next_at)
        }
        expect(waits).toEqual(['2026-11-30T13:00:00.000Z', '2026-11-30T14:00:00.000Z', '2026-11-30T16:00:00.000Z'])
        const state = await sourceState(store, 'n')
        expect([isDue(state, watch.now()), isDue(null, watch.now())]).toEqual([false, true])
      }),
    ))
})

const { location } = STORES[0]

test('sitemaps, listing pages and folders', () =>
  withStore(location(), store =>
    withServer(
      site({
        '/map.xml': (_, response) =>
          response.end('<sitemapindex><sitemap><loc>/part.xml</loc></sitemap></sitemapindex>'),
        '/part.xml': (_, response) =>
          response.end('<urlset><url><loc>/a</loc></url><url><loc>/khac/1</loc></url></urlset>'),
        '/list': '<a href="/b">Diễn tập ứng phó ùn tắc tại cầu Bắc Luân II</a><a href="/">Trang chủ</a>',
        '/a': ARTICLE,
        '/b': OTHER,
      }),
      async url => {
        writeFileSync(join(folder, 'one.html'), readFileSync('fixtures/pages/vi-radio/page.html'))
        const config = configOf(
          `name = "map"\nkind = "sitemap"\nmatch = "/a"\nurl = "${url}/map.xml"`,
          `name = "list"\nkind = "listing"\nurl = "${url}/list"`,
          'name = "folder"\nkind = "folder"\npath = "."',
        )
        const watch = watchOf(store, config)
        const rounds = []
        for (const source of config.source) rounds.push(await readSource(source, watch))
        expect(rounds.map(({ named, added, problems }) => [named, added, problems])).toEqual([
          [1, 1, []],
          [1, 1, []],
          [1, 1, []],
        ])
      },
    ),
  ))

test.each([
  ['contact = 1', /"contact"/],
  ['contact = "a@b.c"\nevery = "5"\n[[source]]\nname="x"\nkind="feed"\nurl="http://x/"', /"every": is no time/],
  ['contact = "a@b.c"\n[[source]]\nname="x"\nkind="feed"\nurl="file:///etc/passwd"', /"source\[1\].url"/],
  ['contact = "a@b.c"\n[[source]]\nname="x"\nkind="tape"', /"source\[1\].kind"/],
  ['contact = ', /line 1: this is not TOML/],
])('a sources file with %j is refused with the place', (text, words) => {
  const file = join(folder, 'bad.toml')
  writeFileSync(file, text)
  expect(() => readSources(file)).toThrow(words)
})
