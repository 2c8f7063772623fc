import { dayNumber } from '../../model/calendar.ts'
import { byCodeUnit } from '../../text/order.ts'
import type { BriefingSection } from '../api/briefing.ts'
import type { Desk } from './desk.ts'
import type { PersonFact } from './facts.ts'
import { officeIn, rankOf, seatOf } from './offices.ts'
import { section, table } from './section.ts'
import { onPaper } from './typography.ts'

/** People of a side that are shown. */
const SHOWN = 10

/** Who speaks for whom, with the offices that reports tell of up to the day. */
export function peopleSections(desk: Desk): BriefingSection[] {
  const { facts, words, sides } = desk
  return [
    section({ title: words.people.title, intro: words.people.intro(facts.options.at) }),
    sideSection(desk, words.people.side(sides.ours), facts.people.ours),
    sideSection(desk, words.people.side(sides.partner), facts.people.partner),
  ]
}

function sideSection(desk: Desk, title: string, people: readonly PersonFact[]): BriefingSection {
  const { words } = desk
  const present = people.filter(({ offices, last }) => offices.length > 0 && isRecent(last, desk))
  const former = formerAmong(present, desk)
  const latestFirst = present.toSorted((a, b) => byCodeUnit(b.last ?? '', a.last ?? '') || byCodeUnit(a.id, b.id))
  const shown = [...latestFirst.filter(each => !former.has(each)), ...latestFirst.filter(each => former.has(each))]
  if (shown.length === 0) return section({ level: 2, title, intro: words.people.none })
  const rows = inPrecedence(shown.slice(0, SHOWN), former, desk).map(person => ({
    cells: [nameOf(person), officesOf(desk, person, former.has(person)), lastOf(desk, person)],
  }))
  return section({ level: 2, title, table: table(words.people.head, [28, 52, 20], rows) })
}

/** Days after which somebody who was not heard of is no longer expected at the table. */
const RECENT = 4 * 365

const isRecent = (last: string | null, { facts }: Desk): boolean =>
  last !== null && dayNumber(facts.options.at) - dayNumber(last) <= RECENT

/** By office; envoys behind those of the side itself, and at the end those whose seat another one has now. */
function inPrecedence(people: readonly PersonFact[], former: ReadonlySet<PersonFact>, { onomasticon }: Desk) {
  const placeOf = (person: PersonFact): number =>
    (former.has(person) ? 1e6 : 0) + (person.envoy ? 1e5 : 0) + rankOf(latestOffice(person), onomasticon)
  return people.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** Those whose seat a later report gives to somebody else. */
function formerAmong(people: readonly PersonFact[], { onomasticon }: Desk): ReadonlySet<PersonFact> {
  const seats = new Map(people.map(person => [person, person.offices.map(({ office }) => seatOf(office, onomasticon))]))
  const isFormer = (person: PersonFact): boolean =>
    people.some(
      other =>
        other !== person &&
        (other.last ?? '') > (person.last ?? '') &&
        seats.get(person)!.some(seat => seat !== null && seats.get(other)!.includes(seat)),
    )
  return new Set(people.filter(isFormer))
}

const HAN = /\p{Script=Han}/u

/** A name as Vietnamese writes it, with the Han beside it where a report gives it. */
function nameOf({ label, names }: PersonFact): string {
  const han = names.find(name => HAN.test(name) && name !== label)
  return onPaper(han === undefined ? label : `${label} (${han})`)
}

const lastOf = ({ words }: Desk, { last }: PersonFact): string => (last === null ? words.noDay : words.day(last))

/** The office that was told of last; of several told at once the one that most reports have, then the longest. */
const latest = ({ offices }: PersonFact) =>
  offices.toSorted(
    (a, b) => byCodeUnit(b.last ?? '', a.last ?? '') || b.reports - a.reports || b.office.length - a.office.length,
  )

const latestOffice = (person: PersonFact): string => latest(person)[0]?.office ?? ''

/** Offices that are shown of a person: those of the last report that names any. */
const OFFICES = 2

function officesOf(desk: Desk, person: PersonFact, former: boolean): string {
  const offices = latest(person)
  const now = offices.filter(({ last }) => last === offices[0]?.last)
  const names = now.map(({ office }) => officeIn(onPaper(office), desk.lang, desk.onomasticon))
  const held = names.filter(name => !names.some(other => other !== name && other.startsWith(name)))
  const told = held.slice(0, OFFICES).join('; ')
  return former ? desk.words.people.former(told) : told
}
