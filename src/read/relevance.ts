import { skeleton } from '../text/fold.ts'
import type { Span } from '../text/span.ts'
import type { ReadContext } from './context.ts'
import type { ReadPlaces } from './frames/places.ts'

/**
 * What makes a report one about cooperation across a border. Chosen on the development reports and on ordinary news: of
 * 6,157 articles of a general paper these leave those that do report cooperation (see docs/evaluation.md).
 */
const LEAST_CUES = 2
const CUES_IN_THOUSAND_WORDS = 15
/** Where sentence after sentence names both sides, fewer words of cooperation will do. */
const CUES_BETWEEN_NEIGHBOURS = 8
const NEIGHBOURLY_SENTENCES = 6
/** Between two other countries cooperation has to be the whole matter. */
const CUES_ABROAD = 45
/** Threats, crimes and quarrels speak against it, unless it is about fighting them together. */
const CONFLICT_WEIGHT = 2
/** A pair of gates or a mechanism is cooperation that has a name. */
const STRUCTURE_WEIGHT = 2
/** Where the title itself says that sides cooperate, so many are enough with one sentence that names both. */
const CUES_UNDER_TITLE = 10
/** A text of so few sentences is a brief: one that names both sides is enough. */
const BRIEF = 8

/**
 * Whether a report is about cooperation between sides of two countries: both sides are named, often in one sentence, and
 * words and things of cooperation are frequent enough. A mention in passing is not enough.
 */
export function isRelevant(context: ReadContext, places: ReadPlaces): boolean {
  const structures = context.nodes('GATEPAIR').length + context.nodes('MECHANISM').length
  const cues = countCues(context) + STRUCTURE_WEIGHT * structures
  if (cues < LEAST_CUES) return false
  const rate = (cues * 1000) / context.tokens.count
  const { home, abroad, together } = countSides(context, places)
  if (rate >= CUES_ABROAD && (abroad.size >= 2 || (abroad.size > 0 && home > 0))) return true
  if (home > 0 && abroad.size > 0 && rate >= (together > 0 ? CUES_UNDER_TITLE : CUES_IN_THOUSAND_WORDS))
    if (isTitled(context)) return true
  if (rate < (together >= NEIGHBOURLY_SENTENCES ? CUES_BETWEEN_NEIGHBOURS : CUES_IN_THOUSAND_WORDS)) return false
  const brief = context.sentences.length <= BRIEF
  if (brief && (structures > 0 || (home > 0 && abroad.size > 0))) return true
  return home >= 2 && together >= 2
}

/** Whether the title has a verb or a paper of cooperation. */
function isTitled(context: ReadContext): boolean {
  const title = context.sentences.find(s => s.zone === 'title')
  if (!title) return false
  for (let at = title.from; at < title.to; at++)
    if (context.has(at, 'COOPERATION') && context.hasAny(at, ['ACT', 'SIGN', 'INSTR'])) return true
  return false
}

function countCues(context: ReadContext): number {
  return context.tokensWith('COOPERATION').length - CONFLICT_WEIGHT * countConflicts(context)
}

/** Words of conflict, but for those that are fought together: "chống khủng bố" is said of them often enough. */
function countConflicts(context: ReadContext): number {
  const fought = new Map<string, { all: number; against: number }>()
  for (const at of context.tokensWith('CONFLICT')) {
    const word = skeleton(context.textOf(at, context.after(at, 'CONFLICT')))
    const count = fought.get(word) ?? { all: 0, against: 0 }
    count.all++
    if (context.endsAt(at, 'AGAINST')) count.against++
    fought.set(word, count)
  }
  let conflicts = 0
  for (const { all, against } of fought.values()) if (against * 4 < all) conflicts += all - against
  return conflicts
}

interface SideCount {
  /** Mentions of places at home. */
  readonly home: number
  /** The foreign countries that are named. */
  readonly abroad: ReadonlySet<string>
  /** Sentences that name both. */
  readonly together: number
}

function countSides(context: ReadContext, places: ReadPlaces): SideCount {
  const sentenceOf = ({ start }: Span): number => context.sentenceAt(context.tokenAt(start))
  const home: number[] = []
  const foreign = new Set<number>(unionSentences(context))
  const abroad = new Set<string>(foreign.size > 0 ? ['union'] : [])
  for (const { known, mentions } of places.all) {
    if (!known?.country) continue
    if (known.country === context.pack.home) home.push(...mentions.map(m => sentenceOf(m)))
    else {
      abroad.add(known.country)
      for (const mention of mentions) foreign.add(sentenceOf(mention))
    }
  }
  return { home: home.length, abroad, together: [...new Set(home)].filter(s => foreign.has(s)).length }
}

/** The sentences that name a union of countries, which is a partner as a country is. */
const unionSentences = (context: ReadContext): number[] => context.tokensWith('UNION').map(at => context.sentenceAt(at))
