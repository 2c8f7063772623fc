import type { Thing } from '../../ledger/query/entities.ts'
import type { QuotedMention } from '../../ledger/query/things.ts'
import { card, type Page, section } from './page.ts'
import { noteFor } from './things.ts'
import { sourceOf } from './undertaking.ts'
import type { Tongue } from './wording.ts'

/** A measure of a place in one unit, with its points in the order of what they tell of. */
export interface Series {
  readonly thing: Thing
  readonly points: readonly QuotedMention[]
}

export function figuresPage(series: readonly Series[], limit: number, tongue: Tongue): Page {
  const { words, name } = tongue
  const cards = series.map(({ thing, points }) => {
    const { unit, place } = thing.data as { unit: string; place: string | null }
    return card({
      mark: unit.length > 14 ? `${unit.slice(0, 13)}…` : unit,
      title: [thing.label, place === null ? null : name(place)].filter(Boolean).join(' · '),
      meta: [words.points(thing.mentions), thing.id],
      quotes: points.map(point => ({
        words: point.quote,
        source: `${[valueOf(point, unit), periodOf(point)].filter(Boolean).join(', ')}; ${sourceOf(point)}`,
      })),
    })
  })
  return { title: words.figures, lines: [], sections: [section(null, cards, noteFor(cards, limit, tongue))] }
}

const SIGNS: Readonly<Record<string, string>> = { about: '≈ ', over: '> ', under: '< ' }

function valueOf({ said }: QuotedMention, unit: string): string {
  const { value, bound } = said as { value: number; bound: string }
  return `${SIGNS[bound] ?? ''}${value.toLocaleString('en').replaceAll(',', ' ')} ${unit}`
}

export const periodOf = ({ said, day }: QuotedMention): string =>
  typeof said?.['period'] === 'string' ? said['period'] : (day ?? '')
