import type { ReviewedItem, ReviewedMeeting } from '../../ledger/query/reviewed.ts'
import type { Telling } from '../../ledger/query/undertaking.ts'
import { type Outcome, OUTCOMES } from '../../resolve/undertakings/review.ts'
import { type Card, card, type Page, type Quoted, section } from './page.ts'
import { quoteOf } from './undertaking.ts'
import { titleOf } from './undertakings.ts'
import type { Tongue } from './wording.ts'

/** A meeting's items and what came of them. */
export function reviewPage(review: ReviewedMeeting, tongue: Tongue): Page {
  const { words } = tongue
  const counts = OUTCOMES.flatMap(each =>
    review.counts[each] > 0 ? [`${words.outcomes[each]} ${review.counts[each]}`] : [],
  )
  const sections = OUTCOMES.flatMap(outcome => {
    const items = review.items.filter(item => item.outcome === outcome)
    return items.length > 0
      ? [
          section(
            words.outcomes[outcome],
            items.map(item => itemCard(item, tongue)),
          ),
        ]
      : []
  })
  return {
    title: words.reviewOf(review.label),
    lines: [[review.id, review.day, words.atDay(review.at)].filter(Boolean).join(' · '), counts.join(' · ')],
    sections: sections.length > 0 ? sections : [section(null, [], words.noItems)],
  }
}

const TONES: Readonly<Record<Outcome, Card['tone']>> = {
  done: 'good',
  'under-way': 'open',
  'promised-again': 'open',
  silent: 'bad',
  contradicted: 'bad',
}

/** Later words that are shown of an item, the last ones. */
const MOST_LATER = 3

function itemCard(item: ReviewedItem, tongue: Tongue): Card {
  const { words, general } = tongue
  const last = item.later.at(-1)
  return card({
    mark: last ? general.stages[last.stage] : words.outcomes[item.outcome],
    tone: item.stalled ? 'bad' : TONES[item.outcome],
    title: titleOf(item, tongue),
    meta: [item.stalled ? words.stalledMark : '', item.undertaking],
    quotes: [
      ...firstWords(item.agreed.slice(0, 1), words.agreedThen, tongue),
      ...item.later.slice(-MOST_LATER).flatMap(telling => firstWords([telling], general.stages[telling.stage], tongue)),
    ],
  })
}

const firstWords = (tellings: readonly Telling[], label: string, tongue: Tongue): Quoted[] =>
  tellings.flatMap(telling =>
    telling.spoken.slice(0, 1).map(spoken => {
      const { words, source } = quoteOf(telling, spoken, tongue)
      return { words, source: `${[telling.day, label].filter(Boolean).join(', ')}: ${source}` }
    }),
  )
