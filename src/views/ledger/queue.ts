import type { LoggedDecision } from '../../ledger/query/history.ts'
import type { Thing } from '../../ledger/query/entities.ts'
import { decisionCard } from './history.ts'
import { card, type Page, section, spanOf } from './page.ts'
import { noteFor } from './things.ts'
import type { Tongue } from './wording.ts'
import { type Judged, judgedCard } from './why.ts'

/** Two entities that may be one, with the surest judgement between them. */
export interface QueuedPair {
  readonly a: Thing
  readonly b: Thing
  readonly judged: Judged
}

/** All that waits for a person, the best first. */
export interface Queue {
  readonly pairs: readonly QueuedPair[]
  /** Decisions on claims that a better reader no longer makes. */
  readonly orphans: readonly LoggedDecision[]
  /** Decisions on reports of which a newer version came. */
  readonly changed: readonly (LoggedDecision & { readonly newer: string })[]
}

export function queuePage({ pairs, orphans, changed }: Queue, limit: number, tongue: Tongue): Page {
  const { words } = tongue
  const asked = pairs.map(({ a, b, judged }) => {
    const { mark, tone, meta } = judgedCard(judged, tongue)
    const quotes = [a, b].map(({ label, id, first, last }) => ({
      words: label,
      source: [id, spanOf(first, last)].filter(Boolean).join(' · '),
    }))
    return card({ mark, tone, title: words.kinds[a.kind], meta, quotes })
  })
  const reopened = changed.map(each =>
    card({
      ...decisionCard(each, tongue),
      tone: 'bad',
      mark: words.acts[each.decision.act],
      meta: [words.replacedBy, each.newer, each.key.slice(0, 10)],
    }),
  )
  const note = noteFor(asked, limit, tongue)
  return {
    title: words.queueTitle,
    lines: [],
    sections: [
      ...(reopened.length > 0 ? [section(words.changedSources, reopened)] : []),
      ...(orphans.length > 0
        ? [
            section(
              words.orphans,
              orphans.map(each => decisionCard(each, tongue)),
            ),
          ]
        : []),
      section(words.unsurePairs, asked, asked.length > 0 ? [note, words.queueHint].filter(Boolean).join(' ') : note),
    ],
  }
}
