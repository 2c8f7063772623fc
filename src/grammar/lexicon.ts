import { CAPITAL, LINE_START, NUMBER, PUNCT, Tokens, tokenize, WORD } from '../text/tokens.ts'
import { Syllables, UNKNOWN } from '../text/syllables.ts'
import type { Lattice } from './lattice.ts'
import { NONE } from './none.ts'

/** A phrase as a pack or a gazetteer gives it. */
export interface Word {
  readonly phrase: string
  /** The class that patterns ask for, such as PLACE or SAY. */
  readonly cls: string
  /** What it means, such as a gazetteer id or a stage; empty where the class says it all. */
  readonly value: string
  /** Holds its capitals: each syllable that the phrase writes with a capital must have one in the text. */
  readonly proper: boolean
  /** Counts even inside a longer phrase; any other one-syllable entry is silent there ("cầu" in "yêu cầu"). */
  readonly strong: boolean
}

export interface Entry extends Word {
  readonly classId: number
  /** Bit i is set where token i (of the first 31) must begin with a capital. */
  readonly capitals: number
  /** The next entry under the same phrase, -1 at the end. */
  readonly next: number
}

/** Longest phrase, in tokens; longer ones are refused when a pack is built. */
export const LONGEST_PHRASE = 60

/** Names of classes as small numbers, shared by words and rules. */
export class ClassTable {
  readonly names: string[] = []
  private readonly ids = new Map<string, number>()

  id(name: string): number {
    const known = this.ids.get(name)
    if (known !== undefined) return known
    this.ids.set(name, this.names.length)
    return this.names.push(name) - 1
  }

  find(name: string): number {
    return this.ids.get(name) ?? -1
  }
}

/**
 * All words and names of a pack as one trie over syllable ids: `first` leads from a syllable to a state, an open-addressing
 * table from (state, syllable) to the next. Finding every phrase in a text costs a few look-ups a token.
 */
export class Lexicon {
  readonly syllables = new Syllables()
  readonly classes = new ClassTable()
  readonly entries: Entry[] = []
  private first = new Int32Array(1 << 12)
  /** Three integers a slot: state, syllable, next state (0 where free). */
  private slots = new Int32Array(3 << 14)
  private used = 0
  /**
   * Two integers a state: the head of its entry list, NONE where no phrase ends; and the syllables that lead on, a bit for the
   * last five bits of each, so that most of those that do not need no look-up. State 0 is none.
   */
  private states = new Int32Array(1 << 14)
  private stateCount = 1
  private readonly scratch = new Tokens()
  /** The entries' fields that scanning asks for, by entry; built again when words were added. */
  private tables = tablesOf([])
  /** What the last walk found: entry lists and where they end. */
  private found = 0
  private readonly heads = new Int32Array(LONGEST_PHRASE)
  private readonly tos = new Int32Array(LONGEST_PHRASE)

  add(word: Word): void {
    const { sids, capitals } = this.tokensOf(word)
    let state = this.rootState(sids[0])
    for (let i = 1; i < sids.length; i++) state = this.addStep(state, sids[i])
    const { phrase, cls, value, proper, strong } = word
    const classId = this.classes.id(cls)
    this.entries.push({ phrase, cls, value, proper, strong, classId, capitals, next: this.states[state * 2] })
    this.states[state * 2] = this.entries.length - 1
  }

  /** The syllable ids of a phrase, added where they are new. */
  tokensOf(word: Pick<Word, 'phrase' | 'proper'>): { sids: number[]; capitals: number } {
    const phrase = word.phrase.normalize('NFC')
    const tokens = this.scratch
    tokenize(phrase, this.syllables, tokens)
    if (tokens.count === 0 || tokens.count > LONGEST_PHRASE)
      throw new Error(`A phrase must have 1 to ${LONGEST_PHRASE} words: "${phrase}"`)
    const sids: number[] = []
    let capitals = 0
    for (let i = 0; i < tokens.count; i++) {
      const known = tokens.sid[i]
      const isWord = (tokens.shape[i] & (WORD | NUMBER)) !== 0
      sids.push(known === UNKNOWN && isWord ? this.syllables.add(phrase.slice(tokens.start[i], tokens.end[i])) : known)
      if (word.proper && i < 31 && tokens.shape[i] & CAPITAL) capitals |= 1 << i
    }
    if (sids.includes(UNKNOWN)) throw new Error(`A phrase holds a character that is no word: "${phrase}"`)
    return { sids, capitals }
  }

  /** Puts every phrase of the tokens into the lattice: at each token the shortest first, so that the longest is found first. */
  scan(tokens: Tokens, lattice: Lattice): void {
    if (this.tables.next.length !== this.entries.length) this.tables = tablesOf(this.entries)
    let covered = 0
    for (let from = 0; from < tokens.count; from++) {
      const sid = tokens.sid[from]
      const root = sid < this.first.length ? this.first[sid] : 0
      if (root === 0) continue
      const longest = this.walk(tokens, from, root)
      this.putAll(tokens, lattice, from, longest > from + 1 || covered > from)
      if (longest > from + 1 && longest > covered) covered = longest
    }
  }

  /** Follows the trie from a token; leaves what ends on the way in `heads` and `tos`; returns the end of the longest phrase. */
  private walk(tokens: Tokens, from: number, root: number): number {
    let state = root
    let at = from + 1
    let longest = from
    this.found = 0
    while (state !== 0) {
      const head = this.states[state * 2]
      if (head >= 0 && this.allows(tokens, from, head)) {
        this.heads[this.found] = head
        this.tos[this.found++] = at
        longest = at
      }
      if (at === tokens.count || tokens.shape[at] & LINE_START) break
      state = this.step(state, tokens.sid[at++])
    }
    return longest
  }

  private allows(tokens: Tokens, from: number, head: number): boolean {
    const { capitals, next } = this.tables
    for (let i = head; i >= 0; i = next[i]) if (capitals[i] === 0 || hasCapitals(tokens, from, capitals[i])) return true
    return false
  }

  private putAll(tokens: Tokens, lattice: Lattice, from: number, inside: boolean): void {
    const { capitals, next, classId, strong } = this.tables
    for (let f = 0; f < this.found; f++) {
      const to = this.tos[f]
      const silent = inside && to === from + 1
      for (let i = this.heads[f]; i >= 0; i = next[i]) {
        if ((silent && strong[i] === 0) || (capitals[i] !== 0 && !hasCapitals(tokens, from, capitals[i]))) continue
        lattice.addWord(from, to, classId[i], i)
      }
    }
  }

  private rootState(sid: number): number {
    if (sid >= this.first.length) {
      const larger = new Int32Array(Math.max(sid + 1, this.first.length * 2))
      larger.set(this.first)
      this.first = larger
    }
    if (this.first[sid] === 0) this.first[sid] = this.newState()
    return this.first[sid]
  }

  private newState(): number {
    if (this.stateCount * 2 === this.states.length) {
      const larger = new Int32Array(this.states.length * 2)
      larger.set(this.states)
      this.states = larger
    }
    this.states[this.stateCount * 2] = NONE
    return this.stateCount++
  }

  private step(state: number, sid: number): number {
    if ((this.states[state * 2 + 1] & (1 << (sid & 31))) === 0) return 0
    const slots = this.slots
    for (let slot = this.slotOf(state, sid); ; slot = slot + 3 === slots.length ? 0 : slot + 3) {
      if (slots[slot] === 0) return 0
      if (slots[slot] === state && slots[slot + 1] === sid) return slots[slot + 2]
    }
  }

  private addStep(state: number, sid: number): number {
    const known = this.step(state, sid)
    if (known !== 0) return known
    if (++this.used * 6 > this.slots.length) this.grow()
    const next = this.newState()
    this.place(state, sid, next)
    this.states[state * 2 + 1] |= 1 << (sid & 31)
    return next
  }

  private grow(): void {
    const old = this.slots
    this.slots = new Int32Array(old.length * 2)
    for (let slot = 0; slot < old.length; slot += 3)
      if (old[slot] !== 0) this.place(old[slot], old[slot + 1], old[slot + 2])
  }

  private place(state: number, sid: number, next: number): void {
    let slot = this.slotOf(state, sid)
    while (this.slots[slot] !== 0) slot = slot + 3 === this.slots.length ? 0 : slot + 3
    this.slots[slot] = state
    this.slots[slot + 1] = sid
    this.slots[slot + 2] = next
  }

  /** Fibonacci hashing of the pair; the number of slots is a power of two. */
  private slotOf(state: number, sid: number): number {
    const hash = Math.imul(state, 0x9e3779b1) ^ Math.imul(sid, 0x85ebca6b)
    return (((hash ^ (hash >>> 15)) >>> 0) & (this.slots.length / 3 - 1)) * 3
  }
}

/** The fields of entries as flat arrays. */
function tablesOf(entries: readonly Entry[]) {
  return {
    next: Int32Array.from(entries, e => e.next),
    capitals: Int32Array.from(entries, e => e.capitals),
    classId: Int32Array.from(entries, e => e.classId),
    strong: Uint8Array.from(entries, e => (e.strong ? 1 : 0)),
  }
}

/** Whether each token that must be a capital is one; punctuation and digits have no case. */
function hasCapitals(tokens: Tokens, from: number, capitals: number): boolean {
  for (let i = 0, left = capitals; left !== 0; i++, left >>>= 1)
    if (left & 1 && (tokens.shape[from + i] & (CAPITAL | PUNCT)) === 0) return false
  return true
}
