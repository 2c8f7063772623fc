import { dayNumber } from '../../model/calendar.ts'
import type { Claim } from '../../model/claim.ts'
import { byCodeUnit } from '../../text/order.ts'
import type { Source } from '../mention.ts'
import { resemblance, runsOf, type Sketch } from './sketch.ts'

/** A report as it is looked at for being a copy: `published` is an ISO day or null. */
export interface Print {
  readonly doc: string
  readonly published: string | null
  readonly sketch: Sketch
}

/**
 * What part of their runs two texts must share to be one: other reports of one event were seen to share up to 0.42, copies that
 * outlets had edited from 0.75 on (docs/ledger.md).
 */
const ONE_TEXT = 0.65

/** A text that comes again later than so many days was not copied, but written again for another occasion. */
const COPIED_WITHIN = 31

/** Whether two reports have one text, edited perhaps. */
export const haveOneText = (a: Print, b: Print): boolean =>
  isNear(a.published, b.published) && resemblance(a.sketch, b.sketch) >= ONE_TEXT

const isNear = (a: string | null, b: string | null): boolean =>
  a === null || b === null || Math.abs(dayNumber(a) - dayNumber(b)) <= COPIED_WITHIN

/** Of reports with one text the one that came out first is the original; those without a day come last. */
export const byPublication = (a: Omit<Print, 'sketch'>, b: Omit<Print, 'sketch'>): number =>
  byCodeUnit(a.published ?? '~', b.published ?? '~') || byCodeUnit(a.doc, b.doc)

/** The `doc` of the earliest of some reports of which this one is a copy; null where it is a text of its own. */
export function originalOf(print: Print, others: readonly Print[]): string | null {
  const before = others.filter(other => byPublication(other, print) < 0 && haveOneText(other, print))
  return before.toSorted(byPublication)[0]?.doc ?? null
}

/** Words that stand together in a claim and in the original, and what part of its runs makes a claim the original's. */
const TOGETHER = 3
const COPIED = 0.5

/**
 * Ids of the claims of a copy that its original does not make: their words stand in what was added to it. What the meeting was is the
 * original's to say, and a headline is only put into other words.
 */
export function addedClaims({ document: { text }, claims }: Source, original: string): ReadonlySet<string> {
  const known = new Map<number, ReadonlySet<number>>()
  const runsOfOriginal = (length: number): ReadonlySet<number> => {
    const runs = known.get(length) ?? new Set(runsOf(original, length))
    known.set(length, runs)
    return runs
  }
  const isAdded = ({ type, quote }: Claim): boolean => {
    if (type === 'meeting' || quote.start < text.indexOf('\n')) return false
    const length = Math.min(TOGETHER, Math.max(1, runsOf(quote.exact, 1).length))
    const runs = runsOf(quote.exact, length)
    return runs.filter(run => runsOfOriginal(length).has(run)).length < COPIED * runs.length
  }
  return new Set(claims.filter(isAdded).map(({ id }) => id))
}
