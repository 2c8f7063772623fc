import type { News } from '../../ledger/query/things.ts'
import type { Thing } from '../../ledger/query/entities.ts'
import type { UndertakingRow } from '../../ledger/query/undertakings.ts'
import { type GateRow, gateCard } from './gates.ts'
import { type Card, type Page, section, type Section } from './page.ts'
import { meetingCard } from './things.ts'
import { stageOf, undertakingCard } from './undertakings.ts'
import type { Tongue } from './wording.ts'

/** The state of a whole ledger at a day, a few of each. */
export interface Overview {
  readonly at: string
  readonly counts: Readonly<Record<string, number>>
  readonly agreed: readonly UndertakingRow[]
  readonly underway: readonly UndertakingRow[]
  readonly silent: readonly UndertakingRow[]
  readonly done: readonly UndertakingRow[]
  readonly meetings: readonly Thing[]
  readonly gates: readonly GateRow[]
}

export function overviewPage(overview: Overview, tongue: Tongue): Page {
  const { words } = tongue
  const of = (title: string, rows: readonly UndertakingRow[]): Section =>
    section(
      title,
      rows.map(row => undertakingCard(row, tongue)),
    )
  const sections = [
    of(words.agreedNotBegun, overview.agreed),
    of(words.underWay, overview.underway),
    of(words.longSilent, overview.silent),
    of(words.finished, overview.done),
    section(
      words.latestMeetings,
      overview.meetings.map(thing => meetingCard(thing, tongue)),
    ),
    section(
      words.latestGates,
      overview.gates.map(gate => withoutQuotes(gateCard(gate, tongue))),
    ),
  ]
  const shown = sections.filter(({ cards }) => cards.length > 0)
  return {
    title: words.stateOf(overview.at),
    lines: [words.countsLine(overview.counts)],
    sections: shown.length > 0 ? shown : [section(null, [], words.nothing)],
  }
}

const withoutQuotes = (shown: Card): Card => ({ ...shown, quotes: [] })

/** Entries of a section of the news that are shown. */
const MOST = 10

/** What reports that were just added bring. */
export function newsPage(news: readonly News[], meetings: readonly Thing[], tongue: Tongue): Page {
  const { words } = tongue
  const cardOf = ({ row, before }: News): Card => {
    const shown = undertakingCard(row, tongue)
    return before && isMoved(row, before)
      ? { ...shown, meta: [`${stageOf(before, tongue)} → ${stageOf(row, tongue)}`, ...shown.meta] }
      : shown
  }
  const fresh = news.filter(({ before }) => before === null)
  const moved = news.filter(({ row, before }) => before !== null && isMoved(row, before))
  const again = news.filter(({ row, before }) => before !== null && !isMoved(row, before))
  const few = (title: string, cards: readonly Card[]): Section =>
    section(title, cards.slice(0, MOST), cards.length > MOST ? words.things(cards.length) : null)
  const sections = [
    few(
      words.latestMeetings,
      meetings.map(thing => meetingCard(thing, tongue)),
    ),
    few(words.moved, moved.map(cardOf)),
    few(words.newUndertakings, fresh.map(cardOf)),
    few(words.heardAgain, again.map(cardOf)),
  ]
  return { title: words.newsTitle, lines: [], sections: sections.filter(({ cards }) => cards.length > 0) }
}

const isMoved = (row: UndertakingRow, before: UndertakingRow): boolean =>
  row.stage !== before.stage || row.stalled !== before.stalled || row.contradictions !== before.contradictions
