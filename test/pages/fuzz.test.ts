import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode } from '../../src/intake/decode.ts'
import { takeIn } from '../../src/intake/intake.ts'
import { readFeed, readListing, readSitemap } from '../../src/intake/sources.ts'
import { pageNames, readPage } from './score.mjs'

/** How many mutated files of each format: `BIENBAN_FUZZ=20000 npx vitest run test/pages/fuzz.test.ts` for longer by hand. */
const RUNS = Number(process.env['BIENBAN_FUZZ'] ?? 2000)
/** No file of this size may take longer, on however busy a machine. */
const LONGEST = 5000

const pages: Buffer[] = pageNames('').map((name: string) => readPage('', name).bytes)
const lists = [
  '<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item><title><![CDATA[A & B]]></title><link>https://x.example/1?a=1&amp;b=2</link><guid>1</guid></item></channel></rss>',
  '<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><link rel="alternate" href="/2"/><updated>2025-01-01T00:00:00Z</updated></entry></feed>',
  '{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1","url":"https://x.example/3"}]}',
  '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://x.example/&c;</loc><lastmod>2025-01-01</lastmod></url></urlset>',
  '<sitemapindex><sitemap><loc>https://x.example/s1.xml</loc></sitemap><sitemap><loc>/s2.xml</loc></sitemap></sitemapindex>',
].map(text => Buffer.from(text))

/** What parsers stumble over. */
const PIECES = ['<', '>', '</', '<!--', '-->', '<![CDATA[', ']]>', '&#x110000;', '&#xd800;', '&', '"', "'", '<table><tr><td>', '<p>', '</p></br>', '<script>', '<a href="', '<title>', '<div>'.repeat(2000), '<b><i>'.repeat(300), '\0', '\ufeff', '&c;', '{', '[', '<br>'.repeat(500), '<p>1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 3 4 5 x</p>', '<p>janjanjanjanjanjanjanjanjanjanjanjanjanjan1!</p>', ' \t'.repeat(3000)] // prettier-ignore

type Change = readonly [kind: number, at: number, length: number, value: number]

const changes = fc.array(fc.tuple(fc.nat(5), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(400), fc.nat(255)), {
  minLength: 1,
  maxLength: 8,
})

/** A file with some bytes changed, cut out, doubled, cut off, put in, or taken from another file. */
function mutate(files: readonly Buffer[], which: number, made: readonly Change[]): Buffer {
  let bytes = Buffer.from(files[which % files.length])
  for (const [kind, where, length, value] of made) {
    const at = Math.floor(where * bytes.length)
    const [before, part, after] = [bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at + length)]
    const other = files[value % files.length]
    const piece = Buffer.from(PIECES[value % PIECES.length])
    const results = [
      [before, Buffer.from([value]), bytes.subarray(at + 1)],
      [before, after],
      [before, part, part, part, after],
      [before],
      [before, piece, part, after],
      [before, other.subarray(Math.floor(where * other.length)), after],
    ]
    bytes = Buffer.concat(results[kind])
  }
  return bytes
}

async function bounded(work: () => Promise<void> | void): Promise<void> {
  const start = performance.now()
  await work()
  expect(performance.now() - start).toBeLessThan(LONGEST)
}

async function takePage(bytes: Uint8Array): Promise<void> {
  let count = 0
  for await (const { document, diagnostics } of takeIn(
    { file: 'a.html', chunks: [bytes] },
    { lang: 'vi', published: null },
  )) {
    count++
    expect(document !== null || diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
    if (document) expect(document.sourceMap.every(run => run.text <= document.text.length)).toBe(true)
  }
  expect(count).toBe(1)
}

async function takeList(bytes: Uint8Array): Promise<void> {
  const decoded = await decode(bytes)
  const text = 'text' in decoded ? decoded.text : Buffer.from(bytes).toString('latin1')
  for (const read of [readFeed, readSitemap, readListing]) {
    const { pages: found, lists: further } = read(text, 'https://x.example/feed')
    for (const url of [...found, ...further]) expect(url).toMatch(/^https?:/u)
  }
}

test.each([
  ['pages', pages, takePage],
  ['feeds and sitemaps', lists, takeList],
] as const)(
  'mutated %s: a document or a reason, in time',
  async (_, files, take) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1000), changes, (which, made) => bounded(() => take(mutate(files, which, made)))),
      { numRuns: RUNS },
    )
  },
  600_000,
)
