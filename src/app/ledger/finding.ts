import { LedgerError } from '../../ledger/error.ts'
import { type Found, findId } from '../../ledger/query/find-id.ts'
import type { Session } from '../../ledger/store.ts'
import { skeleton } from '../../text/fold.ts'
import { theResolvers } from './resolving.ts'

/** What an id stands for; a sentence where nothing has it. */
export async function foundAt(session: Session, id: string): Promise<Found> {
  const found = await findId(session, id)
  if (found) return found
  throw unknownId(id)
}

export const unknownId = (id: string): LedgerError =>
  new LedgerError(
    'id-unknown',
    `Nothing in this ledger has the id ${id}. "bienban search WORDS" and "bienban ledger" show ids.`,
  )

/** The tag of a side that a person names: `side:vn-cao-bang`. */
export function sideTag(name: string): string {
  const { atlas } = theResolvers()
  if (atlas.gazetteer.places.has(name)) return `side:${name}`
  if (atlas.place(name, null)) return `side:${atlas.side(name, null)}`
  throw unknownName('place', name)
}

/** The id of a gate, a link or a mechanism of the gazetteer that a person names, marks and case aside. */
export function objectId(kind: 'gate' | 'link' | 'mechanism', name: string): string {
  const { gates, links, mechanisms } = theResolvers().atlas.gazetteer
  const wanted = skeleton(name)
  const named: readonly (readonly [string, readonly string[]])[] = {
    gate: () => [...gates.values()].map(g => [g.id, [g.name, g.counterpart, ...g.aliases]] as const),
    link: () => [...links.values()].map(l => [l.id, [l.name, l.ends.join(' - ')]] as const),
    mechanism: () => [...mechanisms.values()].map(m => [m.id, [m.name, ...m.aliases]] as const),
  }[kind]()
  const exact = named.find(([id, names]) => id === name || names.some(each => skeleton(each) === wanted))
  const found = exact ?? named.find(([, names]) => names.some(each => skeleton(each).includes(wanted)))
  if (found) return found[0]
  throw unknownName(kind, name)
}

const unknownName = (kind: string, name: string): LedgerError =>
  new LedgerError(
    'name-unknown',
    `The gazetteer knows no ${kind} "${name}". Give its name as reports do, or its id in data/gazetteer.`,
  )

/** Id of the person that an id or a name means. */
export async function personId(session: Session, named: string): Promise<string> {
  if (/^person-[0-9a-f]{10}$/.test(named)) {
    const found = await foundAt(session, named)
    if (found.what === 'entity') return found.entity.id
  }
  const ids = await session.search('entity', `"${named.replaceAll('"', '')}"`, 200)
  const people = await session.selectIn(
    'entity',
    'id',
    ids.filter(id => id.startsWith('person-')),
  )
  if (people.length === 1) return people[0].id
  const listed = people
    .slice(0, 5)
    .map(({ id, label }) => `${id} (${label})`)
    .join(', ')
  throw new LedgerError(
    'id-unknown',
    people.length === 0
      ? `No person in this ledger is called ${named}. "bienban people" lists those who are.`
      : `Several people are called ${named}: give the id of one, such as ${listed}.`,
  )
}
