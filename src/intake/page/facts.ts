import { type LinkedData, linkedDataIn } from './linked-data.ts'
import { type Fetched, isTimeLine, postedDay, tellsUpdate } from './posted.ts'
import { ancestorsOf, isOutside, type PageLine } from './lines.ts'
import { elementsUnder, type PageElement, type PageTree, wordsIn } from './tree.ts'

/** What a page says of its article. Days are ISO; unknown is null. */
export interface PageFacts {
  readonly title: string | null
  readonly outlet: string | null
  readonly author: string | null
  readonly published: string | null
  readonly updated: string | null
  readonly lang: string | null
  /** As the page gives it: it may be relative. */
  readonly url: string | null
}

/** What is asked of a page's head, by the names of its `meta`. */
type Meta = (...names: string[]) => string | null

/** The title of a page's article, and the element that shows it, where one does. */
export interface Title {
  readonly text: string | null
  readonly element: PageElement | null
}

/** What a page says of itself for machines, read once. */
export interface PageHead {
  readonly meta: Meta
  readonly linked: LinkedData | null
  readonly title: Title
}

export function headOf(tree: PageTree): PageHead {
  const meta = metaOf(tree)
  const scripts = named(tree, 'script').filter(({ attributes }) => attributes['type']?.includes('ld+json'))
  const linked = linkedDataIn(
    scripts.map(script => script.children.map(child => (child.kind === 'text' ? child.text : '')).join('')),
  )
  return { meta, linked, title: titleOf(tree, meta, linked) }
}

/** The facts of an article: first what the page says for machines, then what it shows beside the title. */
export function factsOf(
  tree: PageTree,
  head: PageHead,
  lines: readonly PageLine[],
  fetched: { readonly at: string | null; readonly lang: string },
): PageFacts {
  const { meta, linked } = head
  const title = head.title.text
  const lang = langOf(tree, meta, linked)
  const outlet = clean(meta('og:site_name') ?? linked?.publisher ?? meta('application-name') ?? suffixOf(tree, title))
  const when = { at: fetched.at, lang: lang ?? fetched.lang }
  const shown = shownFacts(lines, head.title, when)
  const author = authorOf(tree, meta, linked) ?? shown.author
  return {
    title,
    outlet,
    author: author !== null && author !== outlet ? author : null,
    ...daysOf(tree, meta, linked, shown, when),
    lang,
    url: addressOf(tree, meta),
  }
}

/** The address that the page gives as its own; a relative one counts from the other. */
function addressOf(tree: PageTree, meta: Meta): string | null {
  const canonical = named(tree, 'link').find(({ attributes }) => attributes['rel'] === 'canonical')?.attributes['href']
  const other = meta('og:url')
  if (!canonical) return other
  return other !== null && !URL.canParse(canonical) && URL.canParse(canonical, other)
    ? new URL(canonical, other).href
    : canonical
}

const named = (tree: PageTree, name: string): readonly PageElement[] => tree.named.get(name) ?? []

const clean = (text: string | null | undefined): string | null => text?.replace(/\s+/gu, ' ').trim() || null

function metaOf(tree: PageTree): Meta {
  const values = new Map<string, string>()
  for (const { attributes } of named(tree, 'meta')) {
    const name = (attributes['property'] ?? attributes['name'] ?? attributes['itemprop'])?.toLowerCase()
    const content = clean(attributes['content'])
    if (name !== undefined && content !== null && !values.has(name)) values.set(name, content)
  }
  return (...names) => {
    for (const name of names) if (values.has(name)) return values.get(name)!
    return null
  }
}

function langOf(tree: PageTree, meta: Meta, linked: LinkedData | null): string | null {
  const tags = named(tree, 'html')[0]?.attributes
  const tag = tags?.['lang'] ?? tags?.['xml:lang'] ?? linked?.lang ?? meta('og:locale', 'content-language', 'language')
  return /^[a-z]{2,3}(?=$|[-_])/iu.exec(tag?.trim() ?? '')?.[0].toLowerCase() ?? null
}

/** What parts a title from the name of its outlet. */
const SUFFIX = /\s+[-–—|·»]\s+|\s*[|_｜]\s*/u

/** Whether the one title is the other, or has more behind it. */
const begins = (long: string, short: string): boolean => long.toLowerCase().startsWith(short.toLowerCase())

function titleOf(tree: PageTree, meta: Meta, linked: LinkedData | null): Title {
  const whole = clean(linked?.headline ?? meta('og:title', 'twitter:title', 'title', 'dc.title'))
  const shown = clean(named(tree, 'title')[0] && wordsIn(named(tree, 'title')[0]))
  const said = whole ?? shown
  const headings = [...named(tree, 'h1'), ...named(tree, 'h2')]
  const element = said === null ? null : shownTitle(tree, headings, said)
  if (element) return { text: wordsIn(element), element }
  // Many old pages all have the name of their site for a title.
  const heading = named(tree, 'h1').find(each => wordsIn(each) !== '')
  if (whole === null && heading) return { text: wordsIn(heading), element: heading }
  return { text: said && withoutSuffix(said), element: null }
}

/** A title has more units. */
const SHORTEST = 8
const LONGEST_TITLE = 400

const withoutSuffix = (said: string): string => {
  const bar = said.search(/\s*[|_｜]\s*/u)
  const end = bar > 0 ? bar : Math.max(...[' - ', ' – ', ' — '].map(mark => said.lastIndexOf(mark)))
  return end > SHORTEST ? said.slice(0, end) : said
}

/** The element that shows the title which the page says: a heading, else whatever shows the most of it. */
function shownTitle(tree: PageTree, headings: readonly PageElement[], said: string): PageElement | null {
  const heading = headings.find(each => isTitle(wordsIn(each), said, each.name === 'h1'))
  if (heading) return heading
  let best: PageElement | null = null
  let most = Math.max(SHORTEST, withoutSuffix(said).length * 0.7)
  for (const element of elementsUnder(tree.root)) {
    if (/^(?:title|a|li|body|html|#page|head|script)$/u.test(element.name) || !isSmall(element)) continue
    const words = wordsIn(element)
    if (words.length > most && words.length < LONGEST_TITLE && begins(said, words))
      [best, most] = [element, words.length]
  }
  return best
}

/** Whether a heading is the title that a page says: all of it, or it with less or a little more. */
function isTitle(words: string, said: string, isFirst: boolean): boolean {
  if (words === said) return true
  if (words.length <= SHORTEST || words.length > said.length * 2) return false
  return begins(said, words) || begins(words, said) || (isFirst && said.toLowerCase().endsWith(words.toLowerCase()))
}

/** Whether an element holds so little that it may be a line of its own. */
const isSmall = ({ children }: PageElement): boolean =>
  children.length > 0 && children.length < 8 && children.some(child => child.kind === 'text' || child.name !== 'div')

/** The outlet, where the page's title names it behind the article's. */
function suffixOf(tree: PageTree, title: string | null): string | null {
  const shown = clean(named(tree, 'title')[0] && wordsIn(named(tree, 'title')[0]))
  if (shown === null || title === null || !begins(shown, title) || shown.length === title.length) return null
  const rest = shown.slice(title.length).split(SUFFIX).filter(Boolean)
  return rest.at(-1) ?? null
}

const AUTHOR_WORDS = new Set(['author', 'authorname', 'tacgia', 'byline', 'nguoiviet', 'butdanh'])
const AUTHOR_LABEL = /^(?:tác giả|người viết|bài(?: và ảnh)?|theo|by|作者|记者|文)\s*[:：]?\s*/iu

function authorOf(tree: PageTree, meta: Meta, linked: LinkedData | null): string | null {
  const said = linked?.author ?? meta('author', 'article:author', 'dc.creator', 'dable:author')
  if (said !== null && !/^https?:/u.test(said)) return said
  for (const element of elementsUnder(tree.root)) {
    if (!element.words.some(word => AUTHOR_WORDS.has(word)) || element.name === 'body') continue
    const words = wordsIn(element).replace(AUTHOR_LABEL, '')
    if (words.length > 2 && words.length < 60 && !/\d{2}|[:?!]/u.test(words)) return words
  }
  return null
}

const PUBLISHED = [
  'article:published_time', 'datepublished', 'pubdate', 'publishdate', 'publish_date', 'publication_date', 'date', 'dc.date',
  'dc.date.issued', 'dcterms.created', 'sailthru.date', 'parsely-pub-date',
] // prettier-ignore
const UPDATED = ['article:modified_time', 'og:updated_time', 'datemodified', 'lastmod', 'dcterms.modified']

interface Days {
  readonly published: string | null
  readonly updated: string | null
}

function daysOf(tree: PageTree, meta: Meta, linked: LinkedData | null, shown: Days, fetched: Fetched): Days {
  const day = (value: string | null | undefined): string | null => (value ? postedDay(value, fetched) : null)
  const said = day(linked?.published) ?? day(meta(...PUBLISHED)) ?? timeOf(tree, fetched)
  const published = said ?? shown.published ?? shown.updated
  const updated = day(linked?.modified) ?? day(meta(...UPDATED)) ?? shown.updated
  return { published, updated: updated === published ? null : updated }
}

/** The first `time` that carries a day, and is the article's. */
function timeOf(tree: PageTree, fetched: Fetched): string | null {
  for (const time of named(tree, 'time')) {
    if (time.words.includes('updated') || stands(time)) continue
    const day = postedDay(time.attributes['datetime'] ?? '', fetched) ?? postedDay(wordsIn(time), fetched)
    if (day !== null) return day
  }
  return null
}

/** Whether it stands in furniture, such as a list of other articles. */
function stands(element: PageElement): boolean {
  return [...ancestorsOf(element)].some(isOutside)
}

/** Lines around the title in which a page shows its times: behind it, then before it. */
const BEHIND = 8
const BEFORE = 5
/** Lines at the end of the article in which print versions show them. */
const LAST = 6

const DATE_NAMES = new Set(
  'date time datetime publish published posted ngay thoigian pdate datepublished pubdate createdate pubtime'.split(' '),
)

/** What the page shows to its readers beside the title. */
function shownFacts(
  lines: readonly PageLine[],
  title: Title,
  fetched: Fetched,
): Days & { readonly author: string | null } {
  const at = Math.max(
    0,
    lines.findIndex(
      ({ text, block }) => text === title.text && (title.element === null || under(block, title.element)),
    ),
  )
  const behind = lines.slice(at + 1, at + 1 + BEHIND)
  const near = [
    ...behind,
    ...lines.slice(Math.max(0, at - BEFORE), at).toReversed(),
    ...lines.filter(({ outside }) => !outside).slice(-LAST),
  ]
  const found = near.flatMap((line, i) => daysShown(line, i < 4, fetched))
  return {
    published: found.find(({ updated }) => !updated)?.day ?? null,
    updated: found.find(({ updated }) => updated)?.day ?? null,
    author:
      behind
        .slice(0, 4)
        .map(line => nameBeside(line.text))
        .find(name => name !== null) ?? null,
  }
}

function under(block: PageElement, element: PageElement): boolean {
  return block === element || [...ancestorsOf(block)].includes(element) || [...ancestorsOf(element)].includes(block)
}

const PARTS = /\s+[–-]\s+|\s*[|•·]\s*/u

/** A short line right behind the title that holds a day is a line of its date, whatever it is called. */
const SHORT_LINE = 70

function daysShown({ text, block }: PageLine, near: boolean, fetched: Fetched): { day: string; updated: boolean }[] {
  if (text.length > 160) return []
  const called = block.words.some(word => DATE_NAMES.has(word)) || SAYS_TIME.test(text)
  const short = near && text.length < SHORT_LINE && !/[.!?。]$/u.test(text)
  return text.split(/\s+[–-]\s+|\s*[|•·]\s*|(?=cập nhật|更新)/iu).flatMap(part => {
    const day = called || short || isTimeLine(part) || isTimeLine(text) ? postedDay(part, fetched) : null
    return day === null ? [] : [{ day, updated: tellsUpdate(part) }]
  })
}

/** `Kiều Dung | 28/12/2023 13:52`: a name beside a time. */
function nameBeside(text: string): string | null {
  if (text.length > 120) return null
  const parts = text.split(PARTS)
  if (!parts.some(isTimeLine)) return null
  return parts.find(part => /^\p{Lu}\p{L}*(?:[ .]+\p{Lu}\p{L}*){1,4}$/u.test(part) && !isTimeLine(part)) ?? null
}

/** Lines that name their time, and often the source beside it. */
const SAYS_TIME =
  /^(?:ngày đăng|đăng (?:lúc|ngày)|cập nhật|thời gian|số ra|发布时间|时间|日期|来源|published|posted|updated|date)|\d{1,2}[:h]\d{2}.{0,3}\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}.{0,4}\d{1,2}[:h]\d{2}/iu
