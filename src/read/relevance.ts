import type { ReadContext } from './context.ts'
import type { ReadPlaces } from './frames/places.ts'

/** Words of cooperation, and words in all, that make a report one about cooperation across a border. */
const LEAST_CUES = 4
const WORDS_A_CUE = 110

/**
 * Whether a report is about cooperation between sides of two countries: it names a foreign place in its head or more than
 * once, and words of cooperation are frequent enough. A mention in passing is not enough.
 */
export function isRelevant(context: ReadContext, places: ReadPlaces): boolean {
  const cues = countCues(context)
  if (cues < Math.max(LEAST_CUES, context.tokens.count / WORDS_A_CUE)) return false
  const foreign = places.all.filter(p => p.known?.country && p.known.country !== context.pack.home)
  const mentions = foreign.flatMap(place => place.mentions)
  return mentions.some(m => m.start < headEnd(context)) && mentions.length >= 2
}

/** Where the title and the first two sentences of the body end. */
function headEnd({ sentences, tokens }: ReadContext): number {
  const body = sentences.filter(s => s.zone === 'body').slice(0, 2).at(-1)
  return body ? tokens.end[body.to - 1] : 0
}

function countCues(context: ReadContext): number {
  let cues = 0
  for (let at = 0; at < context.tokens.count; at++) if (context.has(at, 'COOPERATION')) cues++
  return cues
}
