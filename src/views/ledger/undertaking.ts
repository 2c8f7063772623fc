import type { Copy } from '../../ledger/query/copies.ts'
import type { Spoken, Telling, UndertakingHistory } from '../../ledger/query/undertaking.ts'
import { rungOf, STAGES } from '../../model/stage.ts'
import { assignmentLines } from '../wording.ts'
import { type Card, card, type Page, type Quoted, section } from './page.ts'
import { fieldNames, sidesOf, stageOf, titleOf } from './undertakings.ts'
import type { Tongue } from './wording.ts'

/** The life of an undertaking: where it stands, by which steps it came there, and who said what. */
export function undertakingPage(history: UndertakingHistory, tongue: Tongue): Page {
  const { row, at } = history
  const { words } = tongue
  const again = history.contradictions.map(({ kind, tellings }) =>
    card({
      mark: words.outcomes.contradicted,
      tone: 'bad',
      title: kind === 'undone' ? words.doneThenNot : words.oneDayTwoWords,
      quotes: tellings.flatMap(telling => telling.spoken.slice(0, 1).map(each => quoteOf(telling, each, tongue))),
    }),
  )
  return {
    title: titleOf(row, tongue),
    lines: [`${row.id} · ${words.kinds.undertaking} · ${words.atDay(at)}`, ...factsOf(history, tongue)],
    sections: [
      section(words.track, trackOf(history, tongue)),
      ...(again.length > 0 ? [section(words.contradictions, again)] : []),
      section(
        words.said,
        history.tellings.map(telling => tellingCard(telling, tongue)),
        history.tellings.length < row.reports ? words.moreWithLimit(history.tellings.length) : null,
      ),
    ],
  }
}

function factsOf({ row, silence }: UndertakingHistory, tongue: Tongue): string[] {
  const { words, general } = tongue
  const due = row.due === null ? null : row.overdue ? words.overdue(row.due) : general.until(row.due)
  return [
    [stageOf(row, tongue), due, row.verifiable ? words.verifiable : words.notVerifiable].filter(Boolean).join(' · '),
    [
      row.sides.length > 0 ? `${words.sides}: ${sidesOf(row.sides, tongue)}` : null,
      row.must.length > 0 ? `${words.mustAct}: ${sidesOf(row.must, tongue)}` : null,
    ]
      .filter(Boolean)
      .join(' · '),
    assignmentLines(row, general).join(' · '),
    row.fields.length > 0 ? `${words.inFields}: ${fieldNames(row.fields, tongue)}` : '',
    silence && silence.days > 0 ? words.silence(silence.days, silence.reports) : '',
  ].filter(line => line !== '')
}

/** The ladder: reached rungs with the day that says so. */
function trackOf({ row, track }: UndertakingHistory, { general, words }: Tongue): Card[] {
  const reached = new Map(track.map(step => [step.stage, step]))
  const rungs = STAGES.filter(stage => rungOf(stage) >= 0)
  return rungs.map(stage => {
    const step = reached.get(stage)
    const here = stage === row.stage
    return card({
      mark: `${here ? '◉' : step ? '●' : '○'} ${general.stages[stage]}`,
      tone: here ? (row.stalled ? 'bad' : 'good') : 'plain',
      title: step ? `${step.day ?? general.noDay}${here && row.stalled ? ` · ${words.stalledMark}` : ''}` : '',
    })
  })
}

/** What one report says, each claim in its words. */
export function tellingCard(telling: Telling, tongue: Tongue): Card {
  const { general, words } = tongue
  const stalled = telling.stalled && telling.stage !== 'stalled'
  return card({
    mark: telling.day ?? general.noDay,
    title: [general.stages[telling.stage], stalled ? words.stalledMark : null, telling.again ? words.again : null]
      .filter(Boolean)
      .join(' · '),
    meta: [alsoIn(telling.copies, tongue)].filter(line => line !== ''),
    quotes: telling.spoken.map((each, i) =>
      i === telling.spoken.length - 1
        ? quoteOf(telling, each, tongue)
        : { ...quoteOf(telling, each, tongue), source: speakerOf(each, tongue) },
    ),
  })
}

/** Which other reports repeat the text: they tell nothing of their own. Empty where there are none. */
export const alsoIn = (copies: readonly Copy[], { words }: Tongue): string =>
  copies.length === 0
    ? ''
    : `${words.alsoIn}: ${copies.map(({ doc, outlet, published }) => [outlet ?? doc, published].filter(Boolean).join(', ')).join('; ')}`

export const quoteOf = (telling: Telling, spoken: Spoken, tongue: Tongue): Quoted => ({
  words: spoken.quote,
  source: [speakerOf(spoken, tongue), sourceOf(telling)].filter(Boolean).join('; '),
})

/** Who said it, in which office, and what the claim's id is. */
function speakerOf(spoken: Spoken, { general }: Tongue): string {
  const { speaker, due, claim } = spoken
  const who = speaker ? [speaker.name, ...speaker.offices.slice(0, 2)].join(', ') : null
  const until = due === null ? null : general.until(due)
  return [who, ...assignmentLines(spoken, general), until, claim].filter(Boolean).join(' · ')
}

/** Longest title of a report beside its words. */
const LONGEST = 70

/** Which report says it. */
export function sourceOf({ title, outlet, published }: Pick<Telling, 'title' | 'outlet' | 'published'>): string {
  const short = title !== null && title.length > LONGEST ? `${title.slice(0, LONGEST).replace(/\s+\S*$/u, '')}…` : title
  return [short, outlet, published].filter(Boolean).join(', ')
}
