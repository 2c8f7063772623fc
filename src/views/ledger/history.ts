import type { Addition, LoggedDecision } from '../../ledger/query/history.ts'
import { type Card, card, type Page, section } from './page.ts'
import { noteFor } from './things.ts'
import type { Tongue } from './wording.ts'

export interface LedgerHistory {
  readonly title: string | null
  readonly decisions: readonly (LoggedDecision & { readonly holds: boolean })[]
  readonly additions: readonly Addition[]
}

export function historyPage({ title, decisions, additions }: LedgerHistory, limit: number, tongue: Tongue): Page {
  const { words } = tongue
  const decided = decisions.map(each => {
    const made = decisionCard(each, tongue)
    return each.holds ? made : { ...made, meta: [...made.meta, words.noLongerHolds] }
  })
  const added = additions.map(({ at, doc, title: name, outlet, day }) =>
    card({ mark: at.slice(0, 10), title: name ?? doc, meta: [outlet ?? '', day ?? '', doc] }),
  )
  return {
    title: title === null ? words.history : `${words.history}: ${title}`,
    lines: [],
    sections: [
      section(words.decisions, decided, noteFor(decided, limit, tongue)),
      section(words.additions, added, noteFor(added, limit, tongue)),
    ],
  }
}

/** Claims of a decision that are shown. */
const MOST_QUOTES = 3

/** Who decided what, when and why. */
export function decisionCard({ key, at, decision }: LoggedDecision, { words }: Tongue): Card {
  const { act, by, why, on, against, set, span, undoes } = decision
  const values = Object.entries(set ?? {}).map(([field, value]) => `${field} = ${String(value)}`)
  const shown = [...on.slice(0, MOST_QUOTES), ...against.slice(0, MOST_QUOTES)]
  return card({
    mark: at.slice(0, 10),
    title: [
      words.acts[act],
      undoes === null ? '' : undoes.slice(0, 10),
      ...values,
      span === null ? '' : `${span.start}-${span.end}`,
      why ?? '',
    ]
      .filter(Boolean)
      .join(' · '),
    meta: [by, key.slice(0, 10)],
    quotes: shown.map(({ exact, claim }) => ({ words: exact, source: claim })),
  })
}
