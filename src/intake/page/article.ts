import { fold } from '../../text/fold.ts'
import { AFTER_HEADINGS, ARTICLE_NAMES, FURNITURE_LINES } from './furniture-words.ts'
import { ancestorsOf, isHead, isOutside, type PageLine } from './lines.ts'
import { isTimeLine, writtenDay } from './posted.ts'
import type { PageElement } from './tree.ts'

/** A line of so many units that ends a sentence is likely a paragraph. */
const PARAGRAPH = 60
/** A line with so much of it in links is a list of other articles. */
const MOSTLY_LINKS = 0.55
/** One element that holds so much of all paragraphs holds the article. */
const MOST = 0.72
/** Lines before the article's body in which its lead is looked for. */
const LEAD_LINES = 14

/** What is known of a page while its article is looked for. */
interface Search {
  readonly lines: readonly PageLine[]
  /** Units of paragraphs under each element. */
  readonly weights: ReadonlyMap<PageElement, number>
  readonly title: string
  readonly author: string
}

/** What is known of the article already. */
interface Known {
  readonly title: string | null
  readonly author: string | null
}

/**
 * The lines of the article on a page: paragraphs, headings, captions, lists and tables in their order, without its title. Which lines
 * are paragraphs shows in their length, their links and their stops; the element that holds most of them is the article's body.
 */
export function articleLines(all: readonly PageLine[], { title, author }: Known): PageLine[] {
  const inner = all.filter(({ outside }) => !outside)
  // A page may call its article what others call their furniture.
  const lines = unitsOf(inner) === 0 && unitsOf(all) > 2 * PARAGRAPH ? all : inner
  if (lines.length === 0) return []
  const search: Search = {
    lines,
    weights: weigh(lines),
    title: title === null ? '' : plain(title),
    author: author ?? '',
  }
  const body = bodyOf(search)
  const from = lines.findIndex(({ block }) => isUnder(block, body))
  if (from < 0) return []
  const to = lines.findLastIndex(({ block }) => isUnder(block, body)) + 1
  const within = lines.slice(from, to).filter(({ block }) => isUnder(block, body))
  const kept = withoutFurniture(search, within.slice(titleAt(search, within) + 1), body)
  return [...leadBefore(search, from), ...kept, ...captionless(lines.slice(to))]
}

const unitsOf = (lines: readonly PageLine[]): number => lines.reduce((sum, line) => sum + weightOf(line), 0)

const plain = (text: string): string =>
  fold(text)
    .folded.replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether a line is the title, in whatever case and marks. */
const isTitle = ({ title }: Search, text: string): boolean =>
  text.length < title.length * 1.5 + 8 && text.length * 1.5 + 8 > title.length && plain(text) === title

/** The part of a line's letters that are links. */
function linkShare({ linked, text }: PageLine): number {
  if (linked === 0) return 0
  return linked / Math.max(1, text.length - (text.match(/ /gu)?.length ?? 0))
}

const CLOSED = /[.!?…。！？；;:：]["”’»)\]]*$/u

/** Units of a line that speak for a paragraph. Ideographs say more with fewer. */
function weightOf(line: PageLine): number {
  const { text, role } = line
  if (linkShare(line) > 0.35 || role === 'heading' || role === 'caption') return 0
  const dense = (text.match(/\p{Script=Han}/gu)?.length ?? 0) * 2
  const size = text.length + dense
  if (size < 30) return 0
  if (!CLOSED.test(text) && size < 2 * PARAGRAPH) return role === 'item' || role === 'row' ? size / 4 : 0
  return size < PARAGRAPH ? size / 2 : size
}

function weigh(lines: readonly PageLine[]): Map<PageElement, number> {
  const weights = new Map<PageElement, number>()
  for (const line of lines) {
    const weight = weightOf(line)
    if (weight === 0) continue
    for (const at of ancestorsOf(line.block)) weights.set(at, (weights.get(at) ?? 0) + weight)
  }
  return weights
}

/** Goes down from the root as long as one child holds most of the paragraphs. */
function bodyOf({ lines, weights }: Search): PageElement {
  let at = rootOf(lines[0].block)
  for (;;) {
    const whole = weights.get(at) ?? 0
    const next: PageElement | undefined = childElements(at).find(
      child => (weights.get(child) ?? 0) >= whole * shareFor(child),
    )
    if (!next || whole === 0 || next.name === 'p') return at
    at = next
  }
}

/** An element that calls itself the article needs less. */
const shareFor = ({ name, words }: PageElement): number =>
  name === 'article' || name === 'main' || words.some(word => ARTICLE_NAMES.has(word)) ? 0.5 : MOST

function rootOf(element: PageElement): PageElement {
  let at = element
  while (at.parent) at = at.parent
  return at
}

const childElements = ({ children }: PageElement): PageElement[] =>
  children.flatMap(child => (child.kind === 'element' ? [child] : []))

function isUnder(element: PageElement, ancestor: PageElement): boolean {
  for (const at of ancestorsOf(element)) if (at === ancestor) return true
  return false
}

/** Where the title stands in the body, if little but the page's head is before it; -1 where it does not. */
function titleAt(search: Search, lines: readonly PageLine[]): number {
  const at = lines.findIndex(({ text }) => isTitle(search, text))
  return at >= 0 && unitsOf(lines.slice(0, at)) * 4 < unitsOf(lines) ? at : -1
}

/** The lines of the body without titles of other articles, buttons, and all that comes under "Tin liên quan". */
function withoutFurniture(search: Search, lines: readonly PageLine[], body: PageElement): PageLine[] {
  const total = unitsOf(lines)
  let read = 0
  const kept: PageLine[] = []
  let skipUnder: PageElement | null = null
  for (const line of lines) {
    if (skipUnder && isUnder(line.block, skipUnder)) continue
    skipUnder = null
    if (isAfterHeading(line)) {
      if (read >= total * 0.6 && line.role !== 'item') break
      skipUnder = sectionOf(line.block, body, search)
      continue
    }
    if (isFurniture(search, line) || (read === 0 && isHeadLine(search, line))) continue
    read += weightOf(line)
    kept.push(line)
  }
  return trimmed(kept)
}

const isAfterHeading = ({ text }: PageLine): boolean => text.length < 60 && AFTER_HEADINGS.test(text)

/** What a heading stands over: its parents up to the one below which the article's own paragraphs are. */
function sectionOf(block: PageElement, body: PageElement, { weights }: Search): PageElement {
  let at = block
  const most = (weights.get(body) ?? 0) * 0.3
  while (at.parent && at.parent !== body && (weights.get(at.parent) ?? 0) < most) at = at.parent
  return at
}

function isFurniture(search: Search, line: PageLine): boolean {
  const { text, role } = line
  const share = linkShare(line)
  if (share > MOSTLY_LINKS && !(role === 'row' && share < 0.95)) return true
  if (text.length < 140 && FURNITURE_LINES.test(text.replace(/^[\s–•*-]+|[\s–•*-]+$/gu, ''))) return true
  if (!/[\p{L}\p{N}]/u.test(text) || isTimeLine(text)) return true
  return role !== 'caption' && isTitle(search, text)
}

/** Before the first paragraph: the author, the time beside the author, a part of the title. */
function isHeadLine({ title, author }: Search, { text, role }: PageLine): boolean {
  if (role === 'caption' || role === 'lead' || text.length > 120) return false
  const rest = author === '' ? text : text.replace(author, '').trim()
  if (rest === '' || isTimeLine(rest)) return true
  const words = plain(text)
  if (words.length > 5 && (title.startsWith(words) || title.endsWith(words))) return true
  return text.length < 70 && writtenDay(text) !== null && !CLOSED.test(text)
}

/** What ends an article is a line of words; a heading or a link behind the last paragraph begins something else. */
function trimmed(lines: readonly PageLine[]): PageLine[] {
  const last = lines.findLastIndex(line => line.role !== 'heading' && linkShare(line) < 0.3)
  return lines.slice(0, last + 1)
}

/** The lead and the picture that stand between the title and the body. */
function leadBefore(search: Search, from: number): PageLine[] {
  const { lines } = search
  const head = lines.slice(0, from).findLastIndex(({ text }) => isTitle(search, text))
  const first = head >= 0 ? head + 1 : Math.max(0, from - LEAD_LINES)
  return lines.slice(first, from).filter(line => {
    if (isFurniture(search, line) || isAfterHeading(line) || isHeadLine(search, line)) return false
    if (head < 0 && inHead(line.block)) return false
    if (line.role === 'lead' || line.role === 'caption') return head >= 0 || line.text.length > PARAGRAPH
    return head >= 0 && weightOf(line) >= PARAGRAPH
  })
}

function inHead(element: PageElement): boolean {
  return [...ancestorsOf(element)].some(at => isHead(at) || isOutside(at))
}

/** The author's line behind the body. */
const captionless = (after: readonly PageLine[]): PageLine[] =>
  after
    .slice(0, 3)
    .filter(line => line.role === 'author' && line.text.length < 60 && linkShare(line) < 0.5 && !isTimeLine(line.text))
