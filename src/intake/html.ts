import type { Diagnostic } from '../text/diagnostic.ts'
import type { SourceRun } from '../text/source-map.ts'
import type { Capture, IntakeOptions, Taken } from './capture.ts'
import { describe, publishedDay } from './describe.ts'
import type { NormalizedText } from './lines.ts'

const namesOf = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Elements whose text is not the report's. */
const SKIPPED = namesOf('script style noscript template nav header footer aside form button select iframe svg')
/** Elements that stand on lines of their own. */
const BLOCKS = namesOf(
  'address article blockquote br caption dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li main ol p pre section table td th title tr ul',
)

const ELEMENT = 1
const TEXT = 3

/** The text of a web page with the lines that a reader sees, its title first; each run leads back to its element. */
export async function takeHtml(
  decoded: string,
  { file }: Capture,
  options: IntakeOptions,
  diagnostics: readonly Diagnostic[],
): Promise<Taken> {
  const { parseHTML } = await import('linkedom')
  const { document } = parseHTML(decoded)
  const meta = (name: string): string | null =>
    document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content')?.trim() || null
  // A page may leave out its body's tags, or be a part of a page: then all that it has is looked through.
  const root = ['article', 'main', 'body'].map(name => document.querySelector(name)).find(found => found !== null)
  const wordsOf = (name: string): string | null => document.querySelector(name)?.textContent?.trim() || null
  const title = meta('og:title') ?? wordsOf('h1') ?? wordsOf('title')
  const published = publishedDay(meta('article:published_time') ?? meta('date'))
  const lang = document.querySelector('html')?.getAttribute('lang')?.split('-')[0].toLowerCase() || options.lang
  const found = {
    file,
    title,
    lang,
    url: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url'),
    outlet: meta('og:site_name'),
    published: published.day ?? options.published,
  }
  return describe(visibleText(root ?? document, title), found, [...diagnostics, ...published.diagnostics])
}

/** White space is collapsed as a browser does; the title goes first where the text does not begin with it. */
function visibleText(root: unknown, title: string | null): NormalizedText {
  const writer = new TextWriter()
  walk(root as PageNode, writer)
  const body = writer.finish()
  if (!title || body.text.startsWith(title)) return body
  const head = `${title}\n\n`
  return { text: head + body.text, sourceMap: body.sourceMap.map(run => ({ ...run, text: run.text + head.length })) }
}

/** What is asked of a node of the page. */
interface PageNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: Iterable<PageNode>
}

/** An element whose children are being walked. */
interface Open {
  readonly children: Iterator<PageNode>
  readonly path: string
  readonly isBlock: boolean
  /** Elements among the children so far. */
  count: number
}

/** Walks with a stack of its own: a page may be nested more deeply than calls may be. */
function walk(root: PageNode, writer: TextWriter): void {
  const open: Open[] = []
  const enter = (node: PageNode, path: string, isBlock: boolean): void => {
    if (isBlock) writer.breakLine()
    open.push({ children: node.childNodes[Symbol.iterator](), path, isBlock, count: 0 })
  }
  enter(root, '', false)
  for (let parent = open.at(-1); parent; parent = open.at(-1)) {
    const { value: child, done } = parent.children.next()
    if (done) {
      if (parent.isBlock) writer.breakLine()
      open.pop()
      continue
    }
    if (child.nodeType === TEXT) writer.add(child.textContent ?? '', parent.path)
    const name = child.nodeName.toLowerCase()
    if (child.nodeType !== ELEMENT || SKIPPED.has(name)) continue
    enter(child, `${parent.path}/${name}[${++parent.count}]`, BLOCKS.has(name))
  }
}

/** Joins the words of text nodes with single spaces and line ends, and notes where each run came from. */
class TextWriter {
  private readonly parts: string[] = []
  private readonly runs: SourceRun[] = []
  private length = 0
  private gap = ''

  add(text: string, path: string): void {
    for (const match of text.matchAll(/[^\s]+|\s+/gu)) {
      if (match[0].trim() === '') {
        if (this.gap === '' && this.length > 0) this.gap = ' '
        continue
      }
      if (this.length > 0) this.put(this.gap)
      this.gap = ''
      this.runs.push({ text: this.length, source: match.index, path })
      this.put(match[0])
    }
  }

  breakLine(): void {
    this.gap = '\n'
  }

  private put(text: string): void {
    this.parts.push(text)
    this.length += text.length
  }

  finish(): NormalizedText {
    return { text: this.parts.join(''), sourceMap: this.runs }
  }
}
