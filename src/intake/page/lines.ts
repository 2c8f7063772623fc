import type { SourceRun } from '../../text/source-map.ts'
import {
  ARTICLE_NAMES,
  AUTHOR_NAMES,
  CAPTION_NAMES,
  FURNITURE_NAMES,
  HEAD_NAMES,
  LEAD_NAMES,
} from './furniture-words.ts'
import { type PageElement, type PageNode, pathOf } from './tree.ts'

/** A line that a reader of the page sees. */
export interface PageLine {
  readonly text: string
  /** From positions in the line to where its words stand. */
  readonly runs: readonly SourceRun[]
  /** The block that it stands in. */
  readonly block: PageElement
  /** Its units that are links. */
  readonly linked: number
  /** Whether it is, or is called, something: the nearest element that says so counts. */
  readonly role: LineRole
  /** Whether it stands in what is called furniture; such lines are never the article's, unless all of it is. */
  readonly outside: boolean
  /** How many `br` part it from the line before, where nothing but those does. */
  readonly breaks: number
}

export type LineRole = 'text' | 'heading' | 'caption' | 'lead' | 'author' | 'item' | 'row'

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Elements whose words no reader sees, or that are no words. */
const HIDDEN = setOf(
  'script style noscript template button select option textarea input iframe svg canvas object video audio head map datalist dialog',
)
/** Elements that are not the article's by their name. */
const OUTSIDE = setOf('nav footer aside form menu')
const BLOCKS = setOf(
  '#page address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead title tr ul',
)

/** State that goes down the tree. */
interface Around {
  readonly block: PageElement
  readonly role: LineRole
  readonly outside: boolean
  readonly linked: boolean
  /** The elements that the title stands in. */
  readonly holders: ReadonlySet<PageElement>
}

/**
 * All lines of a page, in the order of its source. White space is collapsed as browsers do. What holds the title (`heading`, null
 * for none) is not furniture, whatever it is called.
 */
export function linesOf(root: PageElement, heading: PageElement | null): PageLine[] {
  const writer = new LineWriter()
  const holders = new Set(heading ? ancestorsOf(heading) : [])
  walk(root, { block: root, role: 'text', outside: false, linked: false, holders }, writer)
  writer.endLine()
  return writer.lines
}

/** An element, its parent, and so on up to the page. */
export function* ancestorsOf(element: PageElement): Generator<PageElement> {
  for (let at: PageElement | null = element; at; at = at.parent) yield at
}

function walk(node: PageNode, around: Around, writer: LineWriter): void {
  if (node.kind === 'text') return writer.add(node.text, node.parent, around)
  const { name } = node
  if (HIDDEN.has(name) || isHidden(node)) return
  if (name === 'br') return writer.breakLine()
  const isBlock = BLOCKS.has(name) && !isStyled(node, /display\s*:\s*inline\s*(?:;|$)/iu)
  if (isBlock) writer.endLine()
  if (name === 'table' && isDataTable(node)) return writeTable(node, inside(node, around), writer)
  const within = isBlock || name === 'a' || node.words.length > 0 ? inside(node, around) : around
  for (const child of node.children) walk(child, within, writer)
  if (isBlock) writer.endLine()
}

function inside(node: PageElement, around: Around): Around {
  const { name } = node
  return {
    block: BLOCKS.has(name) ? node : around.block,
    role: roleOf(node) ?? (around.role === 'item' && name === 'p' ? 'item' : around.role),
    outside: around.outside || (isOutside(node) && !around.holders.has(node)),
    linked: around.linked || (name === 'a' && node.attributes['href'] !== undefined),
    holders: around.holders,
  }
}

function roleOf({ name, words }: PageElement): LineRole | null {
  if (name === 'figcaption' || name === 'caption' || words.some(word => CAPTION_NAMES.has(word))) return 'caption'
  if (/^h[1-6]$/u.test(name)) return words.some(word => LEAD_NAMES.has(word)) ? 'lead' : 'heading'
  if (words.some(word => LEAD_NAMES.has(word))) return 'lead'
  if (words.some(word => AUTHOR_NAMES.has(word)) && name !== 'article') return 'author'
  return name === 'li' || name === 'dd' || name === 'dt' ? 'item' : null
}

const isHidden = ({ attributes }: PageElement): boolean =>
  attributes['hidden'] !== undefined ||
  attributes['aria-hidden'] === 'true' ||
  isStyled({ attributes }, /display\s*:\s*none|visibility\s*:\s*hidden/iu)

function isStyled({ attributes }: Pick<PageElement, 'attributes'>, how: RegExp): boolean {
  const style = attributes['style']
  return style !== undefined && how.test(style)
}

/** Whether an element is called furniture, and not at the same time the article. */
export function isOutside({ name, words }: PageElement): boolean {
  if (name === 'body' || name === 'html' || name === 'article' || name === 'main') return false
  if (OUTSIDE.has(name)) return true
  if (words.length === 0 || words.some(word => ARTICLE_NAMES.has(word))) return words.includes('related')
  return words.some(word => FURNITURE_NAMES.has(word))
}

/** Whether an element is a page's head by its name or its class. */
export const isHead = ({ name, words }: PageElement): boolean =>
  name === 'header' || words.some(word => HEAD_NAMES.has(word))

const LONGEST_CELL = 160

/** Whether a table holds figures and names, and is not there to lay out the page: several short rows of several cells without blocks. */
function isDataTable(table: PageElement): boolean {
  const rows = rowsOf(table)
  const wide = rows.filter(row => cellsOf(row).length > 1)
  return rows.length > 1 && wide.length * 2 > rows.length && rows.every(row => cellsOf(row).every(isSimpleCell))
}

function isSimpleCell(cell: PageElement): boolean {
  let length = 0
  const simple = (node: PageNode): boolean => {
    if (node.kind === 'text') return (length += node.text.trim().length) <= LONGEST_CELL
    if (/^(?:table|div|ul|ol|img|h[1-6]|figure|iframe)$/u.test(node.name)) return false
    return node.children.every(simple)
  }
  return cell.children.every(simple)
}

function rowsOf(table: PageElement): PageElement[] {
  return table.children.flatMap(child => {
    if (child.kind === 'text') return []
    if (child.name === 'tr') return [child]
    return /^t(?:head|body|foot)$/u.test(child.name) ? rowsOf(child) : []
  })
}

const cellsOf = (row: PageElement): PageElement[] =>
  row.children.flatMap(child => (child.kind === 'element' && /^t[dh]$/u.test(child.name) ? [child] : []))

/** A row of a table is a line. Its cells are parted by bars, which no sentence goes over. */
function writeTable(table: PageElement, around: Around, writer: LineWriter): void {
  for (const child of table.children)
    if (child.kind === 'element' && child.name === 'caption') walk(child, around, writer)
  for (const row of rowsOf(table)) {
    const inRow: Around = { ...around, block: table, role: 'row' }
    for (const [i, cell] of cellsOf(row).entries()) {
      if (i > 0) writer.part(' | ')
      for (const child of cell.children) walkCell(child, inRow, writer)
    }
    writer.endLine()
  }
}

function walkCell(node: PageNode, around: Around, writer: LineWriter): void {
  if (node.kind === 'text') return writer.add(node.text, node.parent, around)
  if (HIDDEN.has(node.name) || isHidden(node)) return
  if (BLOCKS.has(node.name)) writer.gap()
  const within = node.name === 'a' ? inside(node, around) : around
  for (const child of node.children) walkCell(child, within, writer)
}

/** Words with one space between each two: they stand in the line as they stand in the page. */
const PIECE = /\S+(?:\s\S+)*/gu
const OTHER_SPACE = /[^\S ]/u

/** Joins the words of text nodes to lines, and notes where each run came from. */
class LineWriter {
  readonly lines: PageLine[] = []
  private parts: string[] = []
  private runs: SourceRun[] = []
  private length = 0
  private linked = 0
  private spaced = false
  private around: Around | null = null
  /** Breaks since the last line, where nothing else ended it. */
  private breaks = 0

  add(text: string, element: PageElement, around: Around): void {
    PIECE.lastIndex = 0
    for (let match = PIECE.exec(text); match; match = PIECE.exec(text)) {
      const [piece] = match
      if (this.length > 0 && (this.spaced || match.index > 0)) this.put(' ')
      this.note(match.index, pathOf(element))
      this.put(OTHER_SPACE.test(piece) ? piece.replace(/\s/gu, ' ') : piece)
      if (around.linked) this.linked += piece.replace(/\s/gu, '').length
      this.around ??= around
      this.spaced = false
    }
    this.spaced ||= /\s$/u.test(text)
  }

  /** Words before and behind do not touch. */
  gap(): void {
    this.spaced = true
  }

  /** A mark between words that the page does not have. */
  part(mark: string): void {
    if (this.length > 0) this.put(mark)
    this.spaced = false
  }

  endLine(): void {
    this.finish()
    this.breaks = 0
  }

  breakLine(): void {
    this.finish()
    this.breaks++
  }

  /** A run is new where the text is not the source's, unit for unit. */
  private note(source: number, path: string): void {
    const last = this.runs.at(-1)
    if (!last || last.path !== path || last.source + (this.length - last.text) !== source)
      this.runs.push({ text: this.length, source, path })
  }

  private put(text: string): void {
    this.parts.push(text)
    this.length += text.length
  }

  private finish(): void {
    this.spaced = false
    if (!this.around) return
    const { block, role, outside } = this.around
    const { runs, linked, breaks } = this
    this.lines.push({ text: this.parts.join(''), runs, block, linked, role, outside, breaks })
    this.parts = []
    this.runs = []
    this.length = 0
    this.linked = 0
    this.breaks = 0
    this.around = null
  }
}
