import { skeleton } from '../../text/fold.ts'
import type { TokenRange } from '../../text/segment.ts'
import type { ReadContext } from '../context.ts'

/** Something said, in the lead or behind it. */
interface Repeatable extends TokenRange {
  readonly lead: boolean
  readonly stage: string
}

/** With how many items the lead is compared: it bounds the time that a list of thousands takes. */
const MOST_COMPARED = 200

/** The lead says in short what a later paragraph says in full: of two items of one stage with the same words the later stays. */
export function withoutRepeats<T extends Repeatable>(context: ReadContext, items: readonly T[]): T[] {
  const wordsOf = ({ from, to }: T): Set<string> => new Set(skeleton(context.textOf(from, to)).split(' '))
  const full = items
    .filter(item => !item.lead)
    .slice(0, MOST_COMPARED)
    .map(item => ({ stage: item.stage, words: wordsOf(item) }))
  const isRepeated = (item: T): boolean => {
    const words = wordsOf(item)
    return full.some(other => other.stage === item.stage && isRepeat(words, other.words))
  }
  return items.filter(item => !item.lead || !isRepeated(item))
}

/** Nearly all words of the one stand in the other, too. */
function isRepeat(words: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  let shared = 0
  for (const word of words) if (other.has(word)) shared++
  return words.size > 3 && shared / words.size >= 0.65
}
