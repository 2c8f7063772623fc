import { letterValue, OTHER_LETTER } from './letters.ts'
import { spellings } from './spelling.ts'

/** Ids below are punctuation marks, by ASCII code; UNKNOWN is any word that no pack knows. */
export const FIRST_SYLLABLE = 128
export const UNKNOWN = 0

/** Letters of a word that are kept for its key; a longer word is never in a pack. */
export const LONGEST_WORD = 64

/** Letters that fit the exact key: seven bits each in two integers, the first letter lowest. */
export const PACKED = 8
const HASHED_BIT = 0x80000000

/**
 * Words as small numbers. A word of up to eight Vietnamese letters or digits is its own key, packed in two integers: exact,
 * with no string built. Longer words and letters of other alphabets are hashed (32-bit FNV-1a, twice) and then compared
 * letter by letter. Only packs add words; reading looks up, so that memory stays flat however much is read.
 */
export class Syllables {
  /** The spelling of each id that was added first, in small letters. */
  readonly forms: string[] = Array.from({ length: FIRST_SYLLABLE }, (_, i) => String.fromCharCode(i))
  /** Open addressing, four integers a slot: low and high half of the key, id (0 where free), number in `spelled`. */
  private slots = new Int32Array(4 << 13)
  private readonly spelled: string[] = []

  get size(): number {
    return this.forms.length
  }

  /** The id of a word under all its spellings, added where it is new. `word` holds letters or digits only. */
  add(word: string): number {
    const small = word.normalize('NFC').toLowerCase()
    const known = this.lookUp(lettersOf(small), small.length)
    if (known !== UNKNOWN) return known
    const id = this.forms.push(small) - 1
    for (const spelling of spellings(small)) this.insert(lettersOf(spelling), spelling, id)
    return id
  }

  /** The id of the word whose letters are the first `length` of `letters` (letter codes, or units of other alphabets). */
  lookUp(letters: Int32Array, length: number): number {
    packKey(letters, length)
    const low = key.low
    const high = key.high
    const slots = this.slots
    const mask = slots.length - 1
    for (let slot = slotOf(low, high) & mask; ; slot = (slot + 4) & mask) {
      const id = slots[slot + 2]
      if (id === 0) return UNKNOWN
      if (
        slots[slot] === low &&
        slots[slot + 1] === high &&
        (low >= 0 || this.isSame(slots[slot + 3], letters, length))
      )
        return id
    }
  }

  /** The id of a word by its exact key. */
  lookUpKey(low: number, high: number): number {
    const slots = this.slots
    const mask = slots.length - 1
    for (let slot = slotOf(low, high) & mask; ; slot = (slot + 4) & mask) {
      if (slots[slot] === low && slots[slot + 1] === high) return slots[slot + 2]
      if (slots[slot + 2] === 0) return UNKNOWN
    }
  }

  private isSame(entry: number, letters: Int32Array, length: number): boolean {
    const stored = lettersOf(this.spelled[entry])
    return stored.length === length && stored.every((letter, i) => letter === letters[i])
  }

  private insert(letters: Int32Array, spelling: string, id: number): void {
    if (this.lookUp(letters, letters.length) !== UNKNOWN) return
    const entry = this.spelled.push(spelling) - 1
    this.place(key.low, key.high, id, entry)
    if (this.spelled.length * 8 > this.slots.length) this.grow()
  }

  private grow(): void {
    const old = this.slots
    this.slots = new Int32Array(old.length * 2)
    for (let slot = 0; slot < old.length; slot += 4)
      if (old[slot + 2] !== 0) this.place(old[slot], old[slot + 1], old[slot + 2], old[slot + 3])
  }

  private place(low: number, high: number, id: number, entry: number): void {
    const mask = this.slots.length - 1
    let slot = slotOf(low, high) & mask
    while (this.slots[slot + 2] !== 0) slot = (slot + 4) & mask
    this.slots[slot] = low
    this.slots[slot + 1] = high
    this.slots[slot + 2] = id
    this.slots[slot + 3] = entry
  }
}

/** The key made last: one object for all words, since looking up never yields. */
const key = { low: 0, high: 0 }

/** Packs a word's letters into `key`; a word that does not fit is hashed, and only a hash has its top bit set. */
function packKey(letters: Int32Array, length: number): void {
  let low = 0
  let high = 0
  let most = 0
  for (let i = 0; i < length && i < 4; i++) {
    most |= letters[i]
    low |= letters[i] << (7 * i)
  }
  for (let i = 4; i < length && i < PACKED; i++) {
    most |= letters[i]
    high |= letters[i] << (7 * (i - 4))
  }
  const exact = length <= PACKED && most <= OTHER_LETTER
  key.low = exact ? low : wordHash(letters, length, 0x811c9dc5)
  key.high = exact ? high : wordHash(letters, length, 0x811c9dc9)
}

function wordHash(letters: Int32Array, length: number, seed: number): number {
  let hash = seed
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ letters[i], 0x01000193)
  return hash | HASHED_BIT
}

/** Mixes a key into a slot's position, a multiple of four (the finalizer of MurmurHash3). */
function slotOf(low: number, high: number): number {
  let hash = Math.imul(low ^ (high >>> 15), 0x85ebca6b) ^ Math.imul(high, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) << 2
}

/** The letters of a small-letter word in NFC: their codes, or their units where they belong to another alphabet. */
function lettersOf(word: string): Int32Array {
  const letters = new Int32Array(word.length)
  for (let i = 0; i < word.length; i++) letters[i] = letterValue(word, i)
  return letters
}
