import type { Lattice } from '../grammar/lattice.ts'
import { NONE } from '../grammar/none.ts'
import { type Capture, captureOf, type Node } from '../grammar/node.ts'
import type { Parse } from '../grammar/parse.ts'
import { type ClassWord, classWords } from '../grammar/program.ts'
import { CLASSES, type ClassName } from '../lang/classes.ts'
import type { LanguagePack } from '../lang/pack.ts'
import type { Diagnostic } from '../text/diagnostic.ts'
import type { Document } from '../text/document.ts'
import { firstAtLeast } from '../text/search.ts'
import type { Line, TokenRange, Zone } from '../text/segment.ts'
import type { Span } from '../text/span.ts'
import { ELLIPSIS, PUNCT, type Tokens } from '../text/tokens.ts'

/** Numbers of the classes that the frames ask for, in one pack. */
export type ClassIds = ReadonlyMap<ClassName, number>

export const classIdsOf = (pack: LanguagePack): ClassIds =>
  new Map(CLASSES.map(name => [name, pack.grammar.lexicon.classes.id(name)]))

export interface Sentence extends TokenRange {
  readonly zone: Zone
  /** Number of its line. */
  readonly line: number
}

export interface Layout {
  readonly lines: readonly Line[]
  readonly sentences: readonly Sentence[]
}

/** Folded punctuation by its id. */
const MARKS = Array.from({ length: 128 }, (_, code) =>
  code === ELLIPSIS ? '…' : code === 0 ? '\ufffd' : String.fromCharCode(code),
)

/** Names in which verbs are no acts, behind the first word. */
const NAMES: readonly ClassName[] = ['PERSON', 'OFFICE', 'BODY', 'LOC', 'GATEPAIR', 'MECHANISM', 'DATE']

/** One report while it is read: its parse, its parts, and questions that every frame asks. */
export class ReadContext {
  readonly document: Document
  readonly pack: LanguagePack
  private readonly ids: ClassIds
  readonly tokens: Tokens
  readonly lattice: Lattice
  readonly diagnostics: Diagnostic[] = []
  lines: readonly Line[] = []
  sentences: readonly Sentence[] = []
  private readonly byClass = new Map<number, Node[]>()
  /** Number of the sentence of each token. */
  private sentenceNumbers = new Int32Array(0)
  private names: Uint8Array | null = null
  private inner: Uint8Array | null = null

  constructor(document: Document, pack: LanguagePack, ids: ClassIds, parse: Parse) {
    this.document = document
    this.pack = pack
    this.ids = ids
    this.tokens = parse.tokens
    this.lattice = parse.lattice
    for (const nodes of parse.nodes) for (const node of nodes) this.file(node)
  }

  private file(node: Node): void {
    const list = this.byClass.get(node.classId)
    if (list) list.push(node)
    else this.byClass.set(node.classId, [node])
  }

  /** Takes over what the report's lines and sentences are. */
  layOut({ lines, sentences }: Layout): void {
    this.lines = lines
    this.sentences = sentences
    this.sentenceNumbers = new Int32Array(this.tokens.count)
    sentences.forEach(({ from, to }, number) => this.sentenceNumbers.fill(number, from, to))
  }

  /** The number of a class in the pack. */
  idOf(name: ClassName): number {
    return this.ids.get(name)!
  }

  /** Classes as the lattice keeps them, to ask at many tokens whether one of them begins there. */
  classBits(names: readonly ClassName[]): readonly ClassWord[] {
    return classWords(names.map(name => this.idOf(name)))
  }

  /** The nodes of a class, in the order of the text. */
  nodes(name: ClassName): readonly Node[] {
    return this.byClass.get(this.idOf(name)) ?? []
  }

  /** The nodes of a class that begin at the token `from` or behind it, before `to`. */
  nodesBetween(name: ClassName, from: number, to: number): readonly Node[] {
    const nodes = this.nodes(name)
    const first = firstAtLeast(nodes.length, i => nodes[i].start, from)
    let last = first
    while (last < nodes.length && nodes[last].start < to) last++
    return nodes.slice(first, last)
  }

  /** The node of a class that covers the token, or null. */
  nodeOver(name: ClassName, token: number): Node | null {
    const nodes = this.nodes(name)
    const node = nodes[firstAtLeast(nodes.length, i => nodes[i].start, token + 1) - 1]
    return node && token < node.end ? node : null
  }

  /** The tokens at which a word or node of the class begins. */
  tokensWith(name: ClassName): number[] {
    const id = this.idOf(name)
    const found: number[] = []
    for (let at = 0; at < this.tokens.count; at++) if (this.lattice.has(at, id)) found.push(at)
    return found
  }

  /** The characters of the tokens `from` up to `to`. */
  textOf(from: number, to: number): string {
    return to <= from ? '' : this.document.text.slice(this.tokens.start[from], this.tokens.end[to - 1])
  }

  spanOf(from: number, to: number): Span {
    return { start: this.tokens.start[from], end: this.tokens.end[to - 1] }
  }

  /** Whether the token is one of these punctuation marks, in their folded form: one kind of dash, quote and apostrophe. */
  isMark(token: number, marks: string): boolean {
    const mark = this.mark(token)
    return mark !== '' && marks.includes(mark)
  }

  /** The punctuation mark at a token, in its folded form; empty for any other token. */
  mark(token: number): string {
    if (token < 0 || token >= this.tokens.count || (this.tokens.shape[token] & PUNCT) === 0) return ''
    return MARKS[this.tokens.sid[token]]
  }

  /** Whether a word or node of the class begins at the token. */
  has(token: number, name: ClassName): boolean {
    return token >= 0 && token < this.tokens.count && this.lattice.has(token, this.idOf(name))
  }

  hasAny(token: number, names: readonly ClassName[]): boolean {
    for (const name of names) if (this.has(token, name)) return true
    return false
  }

  /** The first edge of the class at the token; NONE without one. */
  edge(token: number, name: ClassName): number {
    return token < 0 || token >= this.tokens.count ? NONE : this.lattice.firstEdge(token, this.idOf(name))
  }

  /** The longest edge of the class that ends at the token; NONE without one. */
  edgeTo(token: number, name: ClassName): number {
    return token <= 0 ? NONE : this.lattice.edgeTo(token, this.idOf(name))
  }

  /** Whether a word or node of the class ends at the token. */
  endsAt(token: number, name: ClassName): boolean {
    return this.edgeTo(token, name) !== NONE
  }

  /** Whether a word or node of one of the classes ends at the token. */
  endsAny(token: number, names: readonly ClassName[]): boolean {
    for (const name of names) if (this.endsAt(token, name)) return true
    return false
  }

  /** Where the first edge of the class at the token ends; the token itself without one. */
  after(token: number, name: ClassName): number {
    const edge = this.edge(token, name)
    return edge === NONE ? token : this.lattice.end[edge]
  }

  /** The value that the lexicon gives an edge's word; empty for a node. */
  valueOf(edge: number): string {
    const entry = edge === NONE ? NONE : this.lattice.entry[edge]
    return entry === NONE ? '' : this.pack.grammar.lexicon.entries[entry].value
  }

  /** The value of the first word of the class at the token, or null. */
  value(token: number, name: ClassName): string | null {
    const edge = this.edge(token, name)
    return edge === NONE ? null : this.valueOf(edge)
  }

  captureText(capture: Capture): string {
    return this.textOf(capture.start, capture.end)
  }

  /** The number of the sentence that holds a token. */
  sentenceAt(token: number): number {
    return this.sentenceNumbers[token] ?? 0
  }

  /** The token that holds a character, or the next one behind it. */
  tokenAt(offset: number): number {
    return firstAtLeast(this.tokens.count, at => this.tokens.end[at], offset + 1)
  }

  /** Whether a token is part of a person's name: "Anh" in Trần Tuấn Anh is no country. */
  isPersonName(token: number): boolean {
    this.names ??= this.personNameTokens()
    return this.names[token] === 1
  }

  /** Whether a token stands inside a name, behind its first word: verbs there are no acts. */
  isInsideName(token: number): boolean {
    this.inner ??= this.innerTokens()
    return this.inner[token] === 1
  }

  private innerTokens(): Uint8Array {
    const tokens = new Uint8Array(this.tokens.count)
    for (const name of NAMES) for (const node of this.nodes(name)) tokens.fill(1, node.start + 1, node.end)
    return tokens
  }

  private personNameTokens(): Uint8Array {
    const tokens = new Uint8Array(this.tokens.count)
    for (const node of this.nodes('PERSON')) {
      const name = captureOf(node, 'name')
      if (name) tokens.fill(1, name.start, name.end)
    }
    return tokens
  }

  /** Whether a token stands in the report itself, not in a byline, a source line or the page's furniture. */
  isReport(token: number): boolean {
    const zone = this.zoneAt(token)
    return zone !== 'byline' && zone !== 'source' && zone !== 'furniture'
  }

  zoneAt(token: number): Zone {
    return this.sentences[this.sentenceAt(token)]?.zone ?? 'body'
  }
}
