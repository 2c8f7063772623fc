import { partsOf } from '../../model/calendar.ts'
import type { Atlas } from '../atlas.ts'
import type { Portrait, Tallies } from '../mention.ts'

/** Names of facts that meetings' mentions tally. */
export const FACTS = ['kind', 'start', 'end', 'place', 'party', 'mechanism', 'session', 'person', 'told'] as const
export type FactName = (typeof FACTS)[number]

/** The value that the most mentions have, of those of one fact; ties by code unit. */
const ranked = (tallies: Tallies, fact: FactName): { value: string; n: number }[] =>
  Object.entries(tallies)
    .filter(([name]) => name.startsWith(`${fact}:`))
    .map(([name, { n }]) => ({ value: name.slice(fact.length + 1), n }))
    .toSorted((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1))

/** A meeting as it looks from all mentions: what most of them say, and how many say what. */
export function meetingPortrait(tallies: Tallies, labels: readonly string[], atlas: Atlas): Portrait {
  const most = (fact: FactName): string | null => ranked(tallies, fact)[0]?.value ?? null
  const values = (fact: FactName): string[] => ranked(tallies, fact).map(({ value }) => value)
  const [start, kind, mechanism] = [most('start'), most('kind'), most('mechanism')]
  const parties = values('party')
  const session = most('session')
  return {
    label: labelOf(labels[0] ?? '', session, parties, start, atlas),
    tags: [
      ...parties.map(id => `side:${id}`),
      ...(mechanism === null ? [] : [`mechanism:${mechanism}`]),
      ...(kind === null ? [] : [`kind:${kind}`]),
      ...(start === null ? [] : [`year:${start.slice(0, 4)}`]),
    ],
    data: {
      kind,
      kinds: ranked(tallies, 'kind'),
      start,
      end: most('end'),
      days: ranked(tallies, 'start'),
      place: most('place'),
      parties,
      mechanism,
      session: session === null ? null : Number(session),
      people: ranked(tallies, 'person'),
      /** Reports whose occasion it is, and mentions in all. */
      reports: tallies['told:occasion']?.n ?? 0,
      mentions: tallies['']?.n ?? 0,
    },
  }
}

/** "Hội đàm 16: Cao Bằng – Quảng Tây, 14/5/2025". */
function labelOf(
  name: string,
  session: string | null,
  parties: readonly string[],
  start: string | null,
  atlas: Atlas,
): string {
  const sides = parties.map(id => atlas.gazetteer.places.get(id)?.names[0] ?? id).join(' – ')
  const numbered = session === null ? name : `${name} ${session}`
  return [sides ? `${numbered}: ${sides}` : numbered, ...(start === null ? [] : [dayOf(start)])].join(', ')
}

function dayOf(iso: string): string {
  const { year, month, day } = partsOf(iso)
  return `${day}/${month}/${year}`
}
