import type { BriefingSection } from '../api/briefing.ts'
import type { Outcome } from '../../resolve/undertakings/review.ts'
import { type Desk, line, sourceOf } from './desk.ts'
import type { MeetingReviewed } from './facts.ts'
import { markOf, pointLine } from './items.ts'
import { pointsToExpect, pointsToRaise } from './points.ts'
import { section } from './section.ts'
import { countsOf } from './standing.ts'

/** The one page that the director reads: where it stands, what to raise, what to expect. */
export const directorPage = (desk: Desk): BriefingSection[] => [
  stateSection(desk),
  raiseSection(desk),
  expectSection(desk),
]

function stateSection(desk: Desk): BriefingSection {
  const { facts, words } = desk
  const { at } = facts.options
  const counts = countsOf(facts.items, at)
  const { state } = words
  if (counts.all === 0) return section({ title: state.title, lines: [line({ text: state.nothing }), basisLine(desk)] })
  const [last] = facts.meetings
  return section({
    title: state.title,
    counts: [
      { value: String(counts.all), label: state.counts.all, tone: 'plain' },
      { value: String(counts.done), label: state.counts.done, tone: 'good' },
      { value: String(counts.underway), label: state.counts.underway, tone: 'open' },
      { value: String(counts.late), label: state.counts.late, tone: 'bad' },
      { value: String(counts.silent), label: state.counts.silent, tone: 'bad' },
    ],
    lines: [
      line({ text: state.standing(at, counts) }),
      ...(last ? [line({ text: state.meeting(meetingName(desk, last), outcomeCounts(last)) })] : []),
      ...(counts.soon > 0 ? [line({ text: state.soon(counts.soon) })] : []),
      basisLine(desk),
    ],
  })
}

function basisLine({ facts, words }: Desk) {
  const own = facts.reports.filter(({ copyOf }) => copyOf === null)
  const sources = new Set(own.filter(({ outlet, url }) => outlet ?? url).map(report => sourceOf(report)))
  const last = facts.reports.find(({ day }) => day !== null)?.day ?? null
  return line({ text: words.state.basis(facts.reports.length, sources.size, last) })
}

/** What a meeting is called in the language of the paper. */
export function meetingName({ words, onomasticon, lang }: Desk, meeting: MeetingReviewed): string {
  const { kind, mechanism, session, place, day } = meeting
  return words.meeting({
    kind: words.meetingKinds[kind ?? 'other'] ?? words.meetingKinds['other'],
    mechanism: mechanism === null ? null : onomasticon.name(mechanism, lang),
    session,
    place: place === null ? null : onomasticon.name(place, lang),
    day,
  })
}

export function outcomeCounts({ items }: MeetingReviewed): Readonly<Record<Outcome, number>> {
  const count = (outcome: Outcome): number => items.filter(item => item.outcome === outcome).length
  return {
    done: count('done'),
    'under-way': count('under-way'),
    'promised-again': count('promised-again'),
    silent: count('silent'),
    contradicted: count('contradicted'),
  }
}

function raiseSection(desk: Desk): BriefingSection {
  const { facts, words } = desk
  const points = pointsToRaise(facts.items, facts.options)
  return section({
    title: words.raise.title,
    intro: points.length === 0 ? words.raise.none : null,
    lines: points.map((item, i) => pointLine(item, desk, i + 1, markOf(item, desk))),
  })
}

function expectSection(desk: Desk): BriefingSection {
  const { facts, words, sides } = desk
  const { ours, theirs } = pointsToExpect(facts.items, facts.options)
  const { expect } = words
  return section({
    title: expect.title(sides.partner),
    intro: ours.length + theirs.length === 0 ? expect.none : null,
    lines: [
      ...ours.map(item => pointLine(item, desk, null, expect.ours)),
      ...theirs.map(item => pointLine(item, desk, null, expect.theirs)),
    ],
  })
}
