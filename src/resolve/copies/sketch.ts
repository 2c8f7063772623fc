import { fold } from '../../text/fold.ts'
import { DIGIT, IDEOGRAPH, IGNORABLE, kindOf, LETTER, MARK, unitAt } from '../../text/letters.ts'

/**
 * What a text is known by: of each of 128 orders of all runs of words, 16 bits of the run that comes first in it. Two texts have the
 * same first run as often as they share runs (Broder, "On the resemblance and containment of documents", 1997); 16 bits of it are
 * enough to tell (Li and König, "b-bit minwise hashing", 2010). Empty of a text that is too short to be told from others.
 */
export type Sketch = Uint16Array

/** Words that stand together: as many are rarely the same by chance. An ideograph is a word. */
const RUN = 6

/** Orders of the runs. */
const ORDERS = 128

/** Runs that a text must have to be compared, and words of its beginning that are. */
const LEAST_RUNS = 24
const MOST_WORDS = 4000

/** Slots of a sketch that make a band: texts that have one band in common are compared. */
const BAND = 8

/** The sketch of a text: of its words and numbers as the project folds them, without case, marks and spacing. */
export function sketchOf(text: string): Sketch {
  const runs = new Set(runsOf(text, RUN, MOST_WORDS))
  if (runs.size < LEAST_RUNS) return new Uint16Array(0)
  const least = new Uint32Array(ORDERS).fill(0xffffffff)
  for (const run of runs)
    for (let order = 0; order < ORDERS; order++) {
      const place = Math.imul(run ^ SEEDS[order], FACTORS[order]) >>> 0
      if (place < least[order]) least[order] = place
    }
  return Uint16Array.from(least, place => place >>> 16)
}

/** What part of the runs of both texts they share, as their sketches tell it: 0 to 1, with a standard error of at most 0.045. */
export function resemblance(a: Sketch, b: Sketch): number {
  if (a.length === 0 || b.length === 0) return 0
  let same = 0
  for (let order = 0; order < ORDERS; order++) if (a[order] === b[order]) same++
  return same / ORDERS
}

/** Keys of the bands of a sketch: texts that share 9 of 10 runs have one in common nearly always, those that share half of them rarely. */
export function bandsOf(sketch: Sketch): string[] {
  const bands: string[] = []
  for (let from = 0; from < sketch.length; from += BAND) {
    let hash = from
    for (const slot of sketch.subarray(from, from + BAND)) hash = mixed(hash ^ slot)
    bands.push(`${from / BAND}.${(hash >>> 0).toString(36)}`)
  }
  return bands
}

/** A number for each run of `length` words of a text, in its order; of its first `most` words. */
export function runsOf(text: string, length: number, most = Infinity): number[] {
  const words = wordHashes(text, most)
  const runs: number[] = []
  for (let from = 0; from + length <= words.length; from++) {
    let hash = length
    for (let i = from; i < from + length; i++) hash = mixed(hash ^ words[i])
    runs.push(hash)
  }
  return runs
}

/** A number for each word. */
function wordHashes(text: string, most: number): number[] {
  const { folded } = fold(text)
  const words: number[] = []
  let word = 0
  for (let at = 0; at < folded.length && words.length < most; at++) {
    const kind = kindOf(unitAt(folded, at))
    if (kind === LETTER || kind === DIGIT) word = mixed(word ^ folded.charCodeAt(at))
    else if (kind !== MARK && kind !== IGNORABLE) {
      if (word !== 0) words.push(word)
      word = 0
      if (kind === IDEOGRAPH) words.push(mixed(folded.charCodeAt(at)))
    }
  }
  if (word !== 0) words.push(word)
  return words
}

/** One step of MurmurHash3, so that each bit of a number bears on all others. */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return ((twice ^ (twice >>> 16)) + 0x9e3779b9) | 0
}

/** What makes each order: the same on every machine, for ever. The factors are odd, so that no two runs fall on one place. */
const SEEDS = Int32Array.from({ length: ORDERS }, (_, order) => mixed(2 * order + 1))
const FACTORS = Int32Array.from({ length: ORDERS }, (_, order) => mixed(mixed(2 * order + 2)) | 1)
