import { Tokenizer } from 'htmlparser2'
import { namesOf } from './names.ts'

/** An element of a page. Names are in small letters. */
export interface PageElement {
  readonly kind: 'element'
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly parent: PageElement | null
  readonly children: PageNode[]
  /** Its number among the children of its parent with the same name, from 1. */
  readonly nth: number
  /** Words of its class, id, role and itemprop, in small letters. */
  readonly words: readonly string[]
}

export interface PageText {
  readonly kind: 'text'
  readonly parent: PageElement
  /** With its entities decoded. */
  readonly text: string
}

export type PageNode = PageElement | PageText

/** A page as a tree that any page can be: what goes beyond the limits is left out, or laid flat. */
export interface PageTree {
  readonly root: PageElement
  /** All its elements of some names that metadata stands in, in their order. */
  readonly named: ReadonlyMap<string, readonly PageElement[]>
  /** Whether something was left out, since the page has more elements than any page that people read. */
  readonly cut: boolean
}

/** Elements nested deeper lie flat in the one at this depth: a walk may then call itself. */
const DEEPEST = 256
/** Elements and texts that are kept of one page. */
const MOST_NODES = 400_000

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '))

const VOID = setOf('area base br col embed hr img input link meta param source track wbr')
/** A paragraph that is open ends where one of these begins. */
const ENDS_PARAGRAPH = setOf(
  'address article aside blockquote center details div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section table td th tr ul',
)
/** What is open outside one of these is not ended by what stands inside. */
const SCOPES = setOf('html body table td th caption button template object')
/** An element that is open ends where another of these begins, up to the nearest of `within`. */
const SIBLINGS: Readonly<Record<string, { readonly ends: ReadonlySet<string>; readonly within: ReadonlySet<string> }>> =
  {
    li: { ends: setOf('li'), within: setOf('ul ol menu table td') },
    dt: { ends: setOf('dt dd'), within: setOf('dl table td') },
    dd: { ends: setOf('dt dd'), within: setOf('dl table td') },
    td: { ends: setOf('td th'), within: setOf('table tr') },
    th: { ends: setOf('td th'), within: setOf('table tr') },
    tr: { ends: setOf('tr td th'), within: setOf('table') },
    tbody: { ends: setOf('thead tbody tfoot tr td th'), within: setOf('table') },
    tfoot: { ends: setOf('thead tbody tfoot tr td th'), within: setOf('table') },
    option: { ends: setOf('option'), within: setOf('select') },
    a: { ends: setOf('a'), within: setOf('td th table') },
  }
/** An end tag of one of these ends nothing beyond the block that it stands in. */
const INLINE = setOf(
  'a abbr acronym b big cite code em font i ins label mark q s small span strike strong sub sup tt u',
)
/** The head, where it is not closed, ends at anything else. */
const IN_HEAD = setOf('base basefont bgsound link meta noscript script style template title xml')
/** End tags that end the cell in which they stand. */
const IN_TABLE = setOf('tr table tbody thead tfoot')
const KEPT = setOf(
  'alt class content datetime hidden href id itemprop lang name property rel role style summary title type xml:lang aria-hidden',
)
const NAMED = setOf('body h1 h2 html link meta script time title')

/** Reads a page as browsers do, roughly: what is not closed is closed where its kind must end, and what was never opened is passed over. */
export function parsePage(page: string): PageTree {
  const builder = new TreeBuilder(page)
  const tokenizer = new Tokenizer({ decodeEntities: true }, builder)
  tokenizer.write(page)
  tokenizer.end()
  return builder.tree()
}

class TreeBuilder {
  private readonly root = element('#page', {}, null, 1)
  private readonly open: PageElement[] = [this.root]
  /** How many children of each name the open elements have; most have none. */
  private readonly counts: (Map<string, number> | null)[] = [null]
  private readonly named = new Map<string, PageElement[]>()
  private nodes = 0
  /** End tags that are still to come for elements that lie flat. */
  private flat = 0
  private openParagraphs = 0
  private name = ''
  private attributes: Record<string, string> = {}
  private attribute = ''
  private value = ''
  private text = ''

  private readonly page: string

  constructor(page: string) {
    this.page = page
  }

  tree(): PageTree {
    this.flush()
    return { root: this.root, named: this.named, cut: this.nodes > MOST_NODES }
  }

  ontext(start: number, end: number): void {
    this.text += this.page.slice(start, end)
  }

  ontextentity(code: number): void {
    this.text += String.fromCodePoint(code)
  }

  oncdata(start: number, end: number, offset: number): void {
    this.text += this.page.slice(start, end - offset)
  }

  onopentagname(start: number, end: number): void {
    this.name = this.page.slice(start, end).toLowerCase()
    this.attributes = {}
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.page.slice(start, end).toLowerCase()
    this.value = ''
  }

  onattribdata(start: number, end: number): void {
    this.value += this.page.slice(start, end)
  }

  onattribentity(code: number): void {
    this.value += String.fromCodePoint(code)
  }

  onattribend(): void {
    if (KEPT.has(this.attribute) && !Object.hasOwn(this.attributes, this.attribute))
      this.attributes[this.attribute] = this.value
  }

  onopentagend(): void {
    this.begin(this.name, this.attributes)
  }

  /** Only a void element is closed by its own slash: `<div/>` is open, as browsers have it. */
  onselfclosingtag(): void {
    this.onopentagend()
  }

  onclosetag(start: number, end: number): void {
    const name = this.page.slice(start, end).toLowerCase()
    if (this.flat > 0) {
      this.flat--
      return
    }
    if (name === 'br' || name === 'p') this.endOrMake(name)
    else this.end(name)
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  private begin(name: string, attributes: Record<string, string>): void {
    this.flush()
    if (this.open.at(-1)!.name === 'head' && !IN_HEAD.has(name)) this.close()
    if (this.openParagraphs > 0 && ENDS_PARAGRAPH.has(name)) this.endParagraph()
    const rule = Object.hasOwn(SIBLINGS, name) ? SIBLINGS[name] : undefined
    if (rule) this.endSiblings(rule)
    if (this.open.length >= DEEPEST && !VOID.has(name)) return this.lieFlat(name)
    if (++this.nodes > MOST_NODES) return
    const made = this.append(name, attributes)
    if (VOID.has(name)) return
    this.open.push(made)
    this.counts.push(null)
    if (name === 'p') this.openParagraphs++
  }

  private append(name: string, attributes: Record<string, string>): PageElement {
    const parent = this.open[this.open.length - 1]
    const counts = (this.counts[this.counts.length - 1] ??= new Map())
    const nth = (counts.get(name) ?? 0) + 1
    counts.set(name, nth)
    const made = element(name, attributes, parent, nth)
    parent.children.push(made)
    if (NAMED.has(name)) this.note(made)
    return made
  }

  private note(made: PageElement): void {
    const known = this.named.get(made.name)
    if (known) known.push(made)
    else this.named.set(made.name, [made])
  }

  /** Its words still stand on lines of their own. */
  private lieFlat(name: string): void {
    this.flat++
    const last = this.open[this.open.length - 1].children.at(-1)
    if (ENDS_PARAGRAPH.has(name) && last?.kind === 'text' && ++this.nodes <= MOST_NODES) this.append('br', {})
  }

  private close(): void {
    if (this.open.length === 1) return
    this.flush()
    if (this.open.pop()!.name === 'p') this.openParagraphs--
    this.counts.pop()
  }

  private closeTo(depth: number): void {
    while (this.open.length > depth) this.close()
  }

  private endParagraph(): void {
    for (let at = this.open.length - 1; at > 0 && !SCOPES.has(this.open[at].name); at--)
      if (this.open[at].name === 'p') return this.closeTo(at)
  }

  private endSiblings({ ends, within }: { ends: ReadonlySet<string>; within: ReadonlySet<string> }): void {
    let found = 0
    for (let at = this.open.length - 1; at > 0 && !within.has(this.open[at].name); at--)
      if (ends.has(this.open[at].name)) found = at
    if (found > 0) this.closeTo(found)
  }

  private end(name: string): void {
    const inline = INLINE.has(name)
    for (let at = this.open.length - 1; at > 0; at--) {
      const open = this.open[at].name
      if (open === name) return this.closeTo(at)
      if (inline ? !INLINE.has(open) : isCell(open) && !IN_TABLE.has(name)) return
    }
  }

  /** `</p>` and `</br>` that end nothing are a break. */
  private endOrMake(name: string): void {
    if (name === 'p' && this.openParagraphs > 0) return this.endParagraph()
    this.begin('br', {})
  }

  private flush(): void {
    if (this.text === '') return
    const parent = this.open[this.open.length - 1]
    if (this.nodes++ <= MOST_NODES) parent.children.push({ kind: 'text', parent, text: this.text })
    this.text = ''
  }
}

const isCell = (name: string): boolean => name === 'td' || name === 'th'

function element(
  name: string,
  attributes: Record<string, string>,
  parent: PageElement | null,
  nth: number,
): PageElement {
  return { kind: 'element', name, attributes, parent, children: [], nth, words: namesOf(attributes) }
}

/** All elements under one, in the order of the page, and itself first. */
export function* elementsUnder(root: PageElement): Generator<PageElement> {
  const waiting = [root]
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    yield at
    for (let i = at.children.length - 1; i >= 0; i--) {
      const child = at.children[i]
      if (child.kind === 'element') waiting.push(child)
    }
  }
}

/** The words of an element in one line. */
export function wordsIn(node: PageNode): string {
  const parts: string[] = []
  gather(node, parts)
  return parts.join('').replace(/\s+/gu, ' ').trim()
}

function gather(node: PageNode, parts: string[]): void {
  if (node.kind === 'text') parts.push(node.text)
  else if (node.name !== 'script' && node.name !== 'style') {
    if (node.name === 'br') parts.push(' ')
    for (const child of node.children) gather(child, parts)
  }
}

/** Where an element stands, as an XPath. */
export function pathOf(of: PageElement): string {
  const known = paths.get(of)
  if (known !== undefined) return known
  const path = of.parent ? `${pathOf(of.parent)}/${of.name}[${of.nth}]` : ''
  paths.set(of, path)
  return path
}

const paths = new WeakMap<PageElement, string>()
