import { NONE } from './none.ts'
import type { Tokens } from '../text/tokens.ts'
import type { Node } from './node.ts'
import type { ClassWord } from './program.ts'

/**
 * Which tiers of a cascade may have a rule that begins with a class, a word (by syllable id) or a shape: bit i for tier i.
 * It lets a tier pass over most tokens with one AND.
 */
export interface Interest {
  readonly classes: Int32Array
  readonly words: Int32Array
  readonly shapes: Int32Array
}

/**
 * All that was found in one text: edges from a token to a later token. An edge is a word of the lexicon or a Node that a rule
 * made. For each token, `bits` tells which classes begin there, so that most questions are answered by one AND.
 */
export class Lattice {
  /** Tokens covered. */
  size = 0
  edges = 0
  start = new Int32Array(4096)
  end = new Int32Array(4096)
  classId = new Int32Array(4096)
  /** Number of the lexicon entry, NONE for a Node. */
  entry = new Int32Array(4096)
  private next = new Int32Array(4096)
  private head = new Int32Array(1024)
  private bits = new Int32Array(4096)
  /** The classes that begin at any token. */
  private readonly present: Int32Array
  /** Tiers that may have a rule for what stands at each token. */
  private readonly interest: Interest
  private tiers = new Int32Array(1024)
  /** Number of the Node of an edge in `nodes`, NONE for a word. */
  private nodeOf = new Int32Array(4096)
  private readonly nodes: Node[] = []
  /** Number that an edge carries, NaN for most. */
  private values = new Float64Array(4096)
  private readonly words: number
  private tails = new Int32Array(0)
  private previous = new Int32Array(0)
  private indexed = NONE

  constructor(interest: Interest) {
    this.interest = interest
    this.words = Math.ceil(interest.classes.length / 32)
    this.present = new Int32Array(this.words)
  }

  clear(tokens: Tokens): void {
    this.size = tokens.count
    this.edges = 0
    this.present.fill(0)
    this.nodes.length = 0
    this.indexed = NONE
    if (this.head.length < this.size + 1) {
      this.head = new Int32Array(2 * this.size + 1)
      this.tiers = new Int32Array(2 * this.size + 1)
    }
    if (this.bits.length < this.words * (this.size + 1)) this.bits = new Int32Array(this.words * (2 * this.size + 1))
    this.head.fill(NONE, 0, this.size + 1)
    this.bits.fill(0, 0, this.words * (this.size + 1))
    const { words, shapes } = this.interest
    for (let at = 0; at < this.size; at++) this.tiers[at] = words[tokens.sid[at]] | shapes[tokens.shape[at]]
  }

  /** The next token, from `from` on, at which a rule of the tier might begin; `size` where there is none. */
  nextInterest(from: number, tier: number): number {
    const { tiers, size } = this
    const bit = 1 << tier
    let at = from
    while (at < size && (tiers[at] & bit) === 0) at++
    return at
  }

  addWord(start: number, end: number, classId: number, entry: number): void {
    this.addEdge(start, end, classId, entry)
  }

  /** An edge that carries a number, such as a quantity's value. */
  addValue(start: number, end: number, classId: number, value: number): void {
    this.values[this.addEdge(start, end, classId, NONE)] = value
  }

  /** The number of an edge, NaN where it has none. */
  value(edge: number): number {
    return edge === NONE ? NaN : this.values[edge]
  }

  addNode(node: Node): number {
    const edge = this.addEdge(node.start, node.end, node.classId, NONE)
    this.nodeOf[edge] = this.nodes.push(node) - 1
    return edge
  }

  private addEdge(start: number, end: number, classId: number, entry: number): number {
    if (this.edges === this.start.length) this.grow()
    const edge = this.edges++
    this.start[edge] = start
    this.end[edge] = end
    this.classId[edge] = classId
    this.entry[edge] = entry
    this.nodeOf[edge] = NONE
    this.values[edge] = NaN
    this.next[edge] = this.head[start]
    this.head[start] = edge
    this.bits[start * this.words + (classId >> 5)] |= 1 << (classId & 31)
    this.present[classId >> 5] |= 1 << (classId & 31)
    this.tiers[start] |= this.interest.classes[classId]
    return edge
  }

  private grow(): void {
    const larger = (old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const copy = new Int32Array(old.length * 2)
      copy.set(old)
      return copy
    }
    this.start = larger(this.start)
    this.end = larger(this.end)
    this.classId = larger(this.classId)
    this.entry = larger(this.entry)
    this.next = larger(this.next)
    this.nodeOf = larger(this.nodeOf)
    const values = new Float64Array(this.values.length * 2)
    values.set(this.values)
    this.values = values
  }

  /** Whether an edge of the class begins at the token. */
  has(token: number, classId: number): boolean {
    return (this.bits[token * this.words + (classId >> 5)] & (1 << (classId & 31))) !== 0
  }

  /** Whether each of the classes begins somewhere in the text. */
  holdsAll(classes: readonly ClassWord[]): boolean {
    return classes.every(({ word, mask }) => (this.present[word] & mask) === mask)
  }

  /** Whether an edge of one of the classes begins at the token. */
  hasAny(token: number, classes: readonly ClassWord[]): boolean {
    for (const { word, mask } of classes) if (this.bits[token * this.words + word] & mask) return true
    return false
  }

  /** The classes that begin at a token, 32 of them: word `index` of its bit set. */
  classBits(token: number, index: number): number {
    return this.bits[token * this.words + index]
  }

  /** The first edge of the class at the token, NONE without one: Nodes made last come first, then the longest word. */
  firstEdge(token: number, classId: number): number {
    return this.has(token, classId) ? this.edgeFrom(this.head[token], classId) : NONE
  }

  /** The next edge of the same class at the same token. */
  nextEdge(edge: number): number {
    return this.edgeFrom(this.next[edge], this.classId[edge])
  }

  private edgeFrom(edge: number, classId: number): number {
    let at = edge
    while (at !== NONE && this.classId[at] !== classId) at = this.next[at]
    return at
  }

  /** The longest edge of the class that ends at a token; NONE without one. Builds its index at the first question. */
  edgeTo(token: number, classId: number): number {
    if (this.indexed !== this.edges) this.indexEnds()
    let best = NONE
    for (let edge = this.tails[token] - 1; edge !== NONE; edge = this.previous[edge] - 1)
      if (this.classId[edge] === classId && (best === NONE || this.start[edge] < this.start[best])) best = edge
    return best
  }

  /** Chains the edges by their ends; entries are edge + 1, 0 for none. */
  private indexEnds(): void {
    this.tails = new Int32Array(this.size + 1)
    this.previous = new Int32Array(this.edges)
    for (let edge = 0; edge < this.edges; edge++) {
      this.previous[edge] = this.tails[this.end[edge]]
      this.tails[this.end[edge]] = edge + 1
    }
    this.indexed = this.edges
  }

  /** Every edge that begins at a token, in no promised order. */
  *edgesAt(token: number): Generator<number> {
    for (let edge = this.head[token]; edge !== NONE; edge = this.next[edge]) yield edge
  }

  node(edge: number): Node | undefined {
    return edge === NONE ? undefined : this.nodes[this.nodeOf[edge]]
  }
}
