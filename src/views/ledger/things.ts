import type { QuotedMention, MeetingHistory, ThingHistory } from '../../ledger/query/things.ts'
import type { Thing } from '../../ledger/query/entities.ts'
import type { ValueSpan } from '../../ledger/query/gates.ts'
import { type Card, card, type Page, section, spanOf } from './page.ts'
import { sourceOf } from './undertaking.ts'
import { named, undertakingCard } from './undertakings.ts'
import type { Tongue } from './wording.ts'

/** Any entity: what it is, and the latest words on it. */
export function thingPage({ thing, mentions }: ThingHistory, tongue: Tongue): Page {
  return {
    title: thing.label,
    lines: [headOf(thing, tongue), ...linesOf(thing, tongue)],
    sections: [...officeSections(thing, tongue), section(tongue.words.said, mentions.map(mentionCard))],
  }
}

/** A meeting: who met whom, when and where, what was spoken of, and by which reports. */
export function meetingPage(history: MeetingHistory, tongue: Tongue): Page {
  const { thing, mentions, undertakings } = history
  const { words } = tongue
  const people = listOf(thing.data['people']) as readonly { value: string; n: number }[]
  const present = people.map(({ value, n }) => {
    const [name, role = ''] = value.split('|')
    return card({ title: role ? `${name}, ${named(words.roles, role)}` : name, meta: n > 1 ? [words.reports(n)] : [] })
  })
  return {
    title: thing.label,
    lines: [headOf(thing, tongue), ...meetingFacts(thing, tongue)],
    sections: [
      section(
        words.items,
        undertakings.map(row => undertakingCard(row, tongue)),
        undertakings.length === 0 ? words.nothing : null,
      ),
      ...(present.length > 0 ? [section(words.present, present)] : []),
      section(words.said, mentions.map(mentionCard)),
    ],
  }
}

const headOf = ({ id, kind, first, last, mentions }: Thing, { words }: Tongue): string =>
  [id, words.kinds[kind], spanOf(first, last), words.points(mentions)].filter(Boolean).join(' · ')

/** The words of one report on an entity. */
export const mentionCard = ({ day, label, quote, claim, ...report }: QuotedMention): Card =>
  card({
    mark: day ?? '–',
    title: label,
    quotes: [{ words: quote, source: [claim, sourceOf(report)].filter(Boolean).join(' · ') }],
  })

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** What the portrait tells that is for people. */
function linesOf({ data, label }: Thing, tongue: Tongue): string[] {
  const { words, name } = tongue
  const names = (listOf(data['names']) as readonly string[]).filter(each => each !== label)
  const sides = (listOf(data['sides']) as readonly string[]).map(name)
  const successor = textOf(data['successor'])
  const until = textOf(data['validTo'])
  const spans = ['classes', 'sessions'].flatMap(field => spanLines(listOf(data[field]) as readonly ValueSpan[], tongue))
  return [
    names.length > 0 ? `${words.alsoCalled}: ${names.join('; ')}` : '',
    sides.length > 0 ? `${words.sides}: ${sides.join(', ')}` : '',
    until === null
      ? ''
      : `${words.formerDays} ${until}${successor === null ? '' : `, ${words.succeededBy} ${name(successor)}`}`,
    ...spans,
  ].filter(line => line !== '')
}

const spanLines = (spans: readonly ValueSpan[], { words, general }: Tongue): string[] =>
  spans.map(({ value, first, last, reports }) =>
    [
      /^\d+$/.test(value) ? general.session(Number(value)) : named(words.gateClasses, value),
      spanOf(first, last),
      words.reports(reports),
    ].join(' · '),
  )

interface OfficeSpan {
  readonly office: string
  readonly first: string | null
  readonly last: string | null
  readonly reports: number
}

function officeSections({ data }: Thing, { words }: Tongue) {
  const offices = listOf(data['offices']) as readonly OfficeSpan[]
  if (offices.length === 0) return []
  const cards = offices.map(({ office, first, last, reports }) =>
    card({ mark: first ?? '', title: office, meta: [spanOf(first, last), words.reports(reports)] }),
  )
  return [section(words.offices, cards)]
}

/** Days, place, sides and session of a meeting, with what reports do not agree on. */
function meetingFacts({ data }: Thing, tongue: Tongue): string[] {
  const { words, name } = tongue
  const days = listOf(data['days']) as readonly { value: string; n: number }[]
  const told = days.length > 1 ? days.map(({ value, n }) => `${value} (${words.reports(n)})`).join(', ') : null
  return [
    told === null ? '' : `${words.oneDayTwoWords}: ${told}`,
    meetingMeta(data, tongue).join(' · '),
    `${words.sides}: ${(listOf(data['parties']) as readonly string[]).map(name).join(' – ')}`,
  ].filter(line => line !== '')
}

function meetingMeta(data: Thing['data'], { general, name }: Tongue): string[] {
  const kind = textOf(data['kind'])
  const session = typeof data['session'] === 'number' ? general.session(data['session']) : null
  const [place, mechanism] = [textOf(data['place']), textOf(data['mechanism'])]
  return [
    kind === null ? '' : named(general.meetingKinds, kind),
    mechanism === null ? '' : name(mechanism),
    session ?? '',
    place === null ? '' : name(place),
  ].filter(part => part !== '')
}

/** Meetings, the latest first. */
export function meetingsPage(things: readonly Thing[], limit: number, tongue: Tongue): Page {
  const cards = things.map(thing => meetingCard(thing, tongue))
  return { title: tongue.words.meetings, lines: [], sections: [section(null, cards, noteFor(cards, limit, tongue))] }
}

export const meetingCard = ({ id, label, first, mentions, data }: Thing, tongue: Tongue): Card =>
  card({
    mark: textOf(data['start']) ?? first ?? '–',
    title: label,
    meta: [...meetingMeta(data, tongue), tongue.words.points(mentions), id],
  })

/** What is said below a list: that there is nothing, or that there may be more. */
export const noteFor = (cards: readonly Card[], limit: number, { words }: Tongue): string | null =>
  cards.length === 0 ? words.nothing : cards.length >= limit ? words.moreWithLimit(limit) : null

/** People, the latest heard of first, with their offices. */
export function peoplePage(things: readonly Thing[], limit: number, tongue: Tongue): Page {
  const { words, name } = tongue
  const cards = things.map(({ id, label, last, data }) =>
    card({
      mark: last ?? '–',
      title: label,
      meta: [
        [
          ...(listOf(data['sides']) as readonly string[]).map(name),
          ...(listOf(data['countries']) as readonly string[]),
        ].join(', '),
        id,
        ...(listOf(data['offices']) as readonly OfficeSpan[]).map(
          ({ office, first, last: until, reports }) =>
            `${office} (${[spanOf(first, until), words.reports(reports)].filter(Boolean).join(', ')})`,
        ),
      ],
    }),
  )
  return { title: words.people, lines: [], sections: [section(null, cards, noteFor(cards, limit, tongue))] }
}
