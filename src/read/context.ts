import { type Lattice, NONE } from '../grammar/lattice.ts'
import { type Capture, captureOf, type Node } from '../grammar/node.ts'
import type { Parse } from '../grammar/parse.ts'
import { CLASSES, type ClassName } from '../lang/classes.ts'
import type { LanguagePack } from '../lang/pack.ts'
import type { Diagnostic } from '../text/diagnostic.ts'
import type { Document } from '../text/document.ts'
import type { Line, TokenRange, Zone } from '../text/segment.ts'
import type { Span } from '../text/span.ts'
import type { Tokens } from '../text/tokens.ts'

/** Numbers of the classes that the frames ask for, in one pack. */
export type ClassIds = Readonly<Record<ClassName, number>>

export function classIdsOf(pack: LanguagePack): ClassIds {
  return Object.fromEntries(CLASSES.map(name => [name, pack.grammar.lexicon.classes.id(name)])) as ClassIds
}

export interface Sentence extends TokenRange {
  readonly zone: Zone
  /** Number of its line. */
  readonly line: number
}

/** One report while it is read: its parse, its parts, and questions that every frame asks. */
export class ReadContext {
  readonly document: Document
  readonly pack: LanguagePack
  readonly ids: ClassIds
  readonly parse: Parse
  readonly tokens: Tokens
  readonly lattice: Lattice
  readonly diagnostics: Diagnostic[] = []
  lines: readonly Line[] = []
  sentences: readonly Sentence[] = []
  private readonly byClass = new Map<number, Node[]>()
  private names: Set<number> | null = null
  private inner: Set<number> | null = null

  constructor(document: Document, pack: LanguagePack, ids: ClassIds, parse: Parse) {
    this.document = document
    this.pack = pack
    this.ids = ids
    this.parse = parse
    this.tokens = parse.tokens
    this.lattice = parse.lattice
    for (const nodes of parse.nodes) for (const node of nodes) this.file(node)
  }

  private file(node: Node): void {
    const list = this.byClass.get(node.classId)
    if (list) list.push(node)
    else this.byClass.set(node.classId, [node])
  }

  /** The nodes of a class, in the order of the text. */
  nodes(name: ClassName): readonly Node[] {
    return this.byClass.get(this.ids[name]) ?? []
  }

  /** The characters of the tokens `from` up to `to`. */
  textOf(from: number, to: number): string {
    return to <= from ? '' : this.document.text.slice(this.tokens.start[from], this.tokens.end[to - 1])
  }

  spanOf(from: number, to: number): Span {
    return { start: this.tokens.start[from], end: this.tokens.end[to - 1] }
  }

  /** Whether a word or node of the class begins at the token. */
  has(token: number, name: ClassName): boolean {
    return token >= 0 && token < this.tokens.count && this.lattice.has(token, this.ids[name])
  }

  hasAny(token: number, names: readonly ClassName[]): boolean {
    return names.some(name => this.has(token, name))
  }

  /** The first edge of the class at the token; NONE without one. */
  edge(token: number, name: ClassName): number {
    return token < 0 || token >= this.tokens.count ? NONE : this.lattice.firstEdge(token, this.ids[name])
  }

  /** The longest edge of the class that ends at the token; NONE without one. */
  edgeTo(token: number, name: ClassName): number {
    return token <= 0 ? NONE : this.lattice.edgeTo(token, this.ids[name])
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
    let low = 0
    let high = this.sentences.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.sentences[middle].to <= token) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The number of the sentence that holds a character. */
  sentenceOf(offset: number): number {
    let low = 0
    let high = this.sentences.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.tokens.end[this.sentences[middle].to - 1] <= offset) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Whether a token is part of a person's name: "Anh" in Trần Tuấn Anh is no country. */
  isPersonName(token: number): boolean {
    this.names ??= this.personNameTokens()
    return this.names.has(token)
  }

  /** Whether a token stands inside a name, behind its first word: verbs there are no acts. */
  isInsideName(token: number): boolean {
    this.inner ??= this.innerTokens()
    return this.inner.has(token)
  }

  private innerTokens(): Set<number> {
    const tokens = new Set<number>()
    for (const name of ['PERSON', 'OFFICE', 'BODY', 'LOC', 'GATEPAIR', 'MECHANISM', 'DATE'] as const)
      for (const node of this.nodes(name)) for (let at = node.start + 1; at < node.end; at++) tokens.add(at)
    return tokens
  }

  private personNameTokens(): Set<number> {
    const tokens = new Set<number>()
    for (const node of this.nodes('PERSON')) {
      const name = captureOf(node, 'name')
      for (let at = name?.start ?? 0; at < (name?.end ?? 0); at++) tokens.add(at)
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
