import type { Judgement } from '../../resolve/judgement.ts'
import { type Card, card, type Page, section } from './page.ts'
import { named } from './undertakings.ts'
import type { Tongue } from './wording.ts'

/** Two ways of speaking, and how they were judged. */
export interface Judged {
  /** What reports call the one and the other. */
  readonly one: string
  readonly other: string
  readonly judgement: Judgement
  readonly ruled: 'same' | 'apart' | null
  /** Key of the decision that counts before the judgement. */
  readonly decision: string | null
}

export interface Why {
  readonly ids: readonly string[]
  readonly title: string
  readonly pairs: readonly Judged[]
}

export function whyPage({ ids, title, pairs }: Why, limit: number, tongue: Tongue): Page {
  const { words } = tongue
  const shown = pairs.slice(0, limit)
  const note = pairs.length === 0 ? words.onlyOne : pairs.length > shown.length ? words.moreWithLimit(limit) : null
  return {
    title: `${words.whyTitle}: ${title}`,
    lines: [ids.join(' · ')],
    sections: [
      section(
        null,
        shown.map(pair => judgedCard(pair, tongue)),
        note,
      ),
    ],
  }
}

const TONES = { same: 'good', unsure: 'open', apart: 'bad', unrelated: 'plain' } as const

/** A judgement with its features, the weightiest first. */
export function judgedCard({ one, other, judgement, ruled, decision }: Judged, { words }: Tongue): Card {
  const verdict = ruled ?? judgement.verdict
  const features = judgement.features
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(
      ({ name, weight, note }) =>
        `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)} ${named(words.features, name)} (${note})`,
    )
  return card({
    mark: words.verdicts[verdict],
    tone: TONES[verdict],
    title: one === other ? one : `${one} ≟ ${other}`,
    meta: [
      decision === null ? '' : `${words.byPerson} (${decision.slice(0, 10)})`,
      judgement.features.length > 0 ? words.score(judgement.score) : words.notCompared,
      ...features,
    ],
  })
}
