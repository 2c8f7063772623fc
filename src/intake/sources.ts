import { XMLParser } from 'fast-xml-parser'
import { parseFeed } from 'feedsmith'
import { linesOf } from './page/lines.ts'
import { elementsUnder, parsePage, wordsIn } from './page/tree.ts'

/** What a source names: pages to read, the latest first where it says when; other lists of pages; what is wrong with it. */
export interface Listed {
  readonly pages: readonly string[]
  /** Sitemaps that a sitemap is made of. */
  readonly lists: readonly string[]
  /** For people; null where it is sound. */
  readonly problem: string | null
}

/** More addresses of one list are left alone: they are there the next time. */
const MOST_PAGES = 5000

const listed = (pages: readonly string[], lists: readonly string[] = []): Listed => ({
  pages: [...new Set(pages)].slice(0, MOST_PAGES),
  lists: [...new Set(lists)].slice(0, MOST_PAGES),
  problem: null,
})

const nothing = (problem: string): Listed => ({ pages: [], lists: [], problem })

/** Absolute http addresses, without their fragments. */
function addressesIn(found: readonly (string | undefined)[], base: string): string[] {
  return found.flatMap(each => {
    const address = each?.trim()
    if (!address || !URL.canParse(address, base)) return []
    const url = new URL(address, base)
    url.hash = ''
    return url.protocol === 'http:' || url.protocol === 'https:' ? [url.href] : []
  })
}

/** What is asked of a feed, whichever format it has. */
interface Feed {
  readonly items?: readonly {
    readonly link?: string
    readonly url?: string
    readonly guid?: { readonly value?: string }
  }[]
  readonly entries?: readonly { readonly links?: readonly { readonly href?: string; readonly rel?: string }[] }[]
}

/** The pages of a feed: RSS, Atom, RDF or JSON Feed. `base`: its address. */
export function readFeed(text: string, base: string): Listed {
  try {
    const { feed } = parseFeed(text) as { readonly feed: Feed }
    const items = (feed.items ?? []).map(({ link, url, guid }) => link ?? url ?? guid?.value)
    const entries = (feed.entries ?? []).map(
      ({ links = [] }) => (links.find(({ rel }) => rel === 'alternate') ?? links[0])?.href,
    )
    return listed(addressesIn([...items, ...entries], base))
  } catch {
    return nothing('It is no feed (RSS, Atom or JSON Feed). Open the address in a browser: the site may have moved it.')
  }
}

interface SitemapEntry {
  readonly loc?: unknown
  readonly lastmod?: unknown
}

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Entities stay as they are: none can be made to grow. */
const sitemapParser = new XMLParser({
  processEntities: false,
  ignoreAttributes: true,
  parseTagValue: false,
  removeNSPrefix: true,
})

/** The pages and further sitemaps of a sitemap (sitemaps.org), the latest changed first; also a plain list of addresses. */
export function readSitemap(text: string, base: string): Listed {
  if (!/^\s*</u.test(text))
    return listed(
      addressesIn(
        text.split(/\s+/u).filter(each => /^https?:/u.test(each)),
        base,
      ),
    )
  try {
    const root = sitemapParser.parse(text) as Record<string, Record<string, unknown> | undefined>
    const locations = (name: string, entry: string): string[] =>
      ([root[name]?.[entry] ?? []].flat() as SitemapEntry[])
        .toSorted((a, b) => (wordsOf(a.lastmod) < wordsOf(b.lastmod) ? 1 : -1))
        .map(({ loc }) => wordsOf(loc).replaceAll('&amp;', '&'))
    if (!('urlset' in root) && !('sitemapindex' in root))
      return nothing('It is no sitemap: it has neither "urlset" nor "sitemapindex".')
    return listed(
      addressesIn(locations('urlset', 'url'), base),
      addressesIn(locations('sitemapindex', 'sitemap'), base),
    )
  } catch {
    return nothing('It is no sitemap: its XML is broken.')
  }
}

/** A link of fewer letters is a button or a section. */
const SHORT_LINK = 20

/** The pages that a listing page links to on its own site, in their order: links of more than a few words. */
export function readListing(text: string, base: string): Listed {
  const { root } = parsePage(text)
  const site = new URL(base).hostname
  const found = [...elementsUnder(root)].flatMap(element => {
    if (element.name !== 'a') return []
    const words = element.attributes['title'] ?? wordsIn(element)
    return words.length >= SHORT_LINK ? [element.attributes['href']] : []
  })
  const pages = addressesIn(found, base).filter(url => new URL(url).hostname === site && url !== base)
  if (pages.length > 0) return listed(pages)
  const shown = linesOf(root, null).length
  return nothing(
    shown < 5
      ? 'The page shows almost nothing without a browser: its list is made by a script. Look for its feed or its sitemap.'
      : 'The page links to no other page of its site by more than a few words.',
  )
}
