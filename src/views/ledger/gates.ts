import type { GateState } from '../../ledger/query/gates.ts'
import type { QuotedMention } from '../../ledger/query/things.ts'
import { type Card, card, type Page, section, spanOf } from './page.ts'
import { noteFor } from './things.ts'
import { sourceOf } from './undertaking.ts'
import { named } from './undertakings.ts'
import type { Tongue } from './wording.ts'

/** A gate at a day, by reports and by the gazetteer. */
export interface GateRow {
  readonly id: string
  readonly label: string
  /** Id in the gazetteer, or null. */
  readonly ref: string | null
  readonly first: string | null
  readonly last: string | null
  readonly mentions: number
  /** As reports have it. */
  readonly class: GateState['now']
  readonly by: readonly QuotedMention[]
  readonly others: GateState['others']
  readonly gazetteer: {
    readonly class: string
    readonly since: string | null
    readonly source: string
    /** Whether the day is not before that on which the class was announced, or no day is known. */
    readonly held: boolean
  } | null
}

export function gatesPage(rows: readonly GateRow[], at: string, limit: number, tongue: Tongue): Page {
  const cards = rows.map(row => gateCard(row, tongue))
  const title = `${tongue.words.gates}, ${tongue.words.atDay(at)}`
  return { title, lines: [], sections: [section(null, cards, noteFor(cards, limit, tongue))] }
}

export function gateCard(row: GateRow, tongue: Tongue): Card {
  const { words } = tongue
  const held = row.gazetteer?.held ? row.gazetteer.class : null
  const present = row.class?.value ?? held
  const others = row.others.map(each => `${named(words.gateClasses, each.value)} (${spanOf(each.first, each.last)})`)
  return card({
    mark: present === null ? '–' : named(words.gateClasses, present),
    tone: row.class ? 'good' : 'plain',
    title: row.label,
    meta: [
      row.class ? `${spanOf(row.class.first, row.class.last)}, ${words.reports(row.class.reports)}` : words.noClass,
      row.gazetteer ? gazetteerWords(row.gazetteer, tongue) : '',
      others.length > 0 ? `${words.othersSay}: ${others.join(', ')}` : '',
      row.id,
    ],
    quotes: row.by.map(mention => ({
      words: mention.quote,
      source: `${mention.day ?? ''} ${sourceOf(mention)}`.trim(),
    })),
  })
}

const gazetteerWords = (known: NonNullable<GateRow['gazetteer']>, { words }: Tongue): string =>
  words.gazetteerSays(named(words.gateClasses, known.class), known.since, '')
