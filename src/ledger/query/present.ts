import { skeleton } from '../../text/fold.ts'
import { grouped } from '../../text/order.ts'
import type { Session } from '../store.ts'
import { isNameOf } from './evidence.ts'

/** One who was at a meeting, by what its reports say. */
export interface Present {
  readonly name: string
  /** `chair`, `head`, `meets`, `attends`, or the office that most reports name. */
  readonly role: string
  readonly reports: number
  /** The person of the ledger, and the side for which the person speaks: ids; null where they are not known. */
  readonly person: string | null
  readonly side: string | null
  readonly offices: readonly string[]
}

/** What people do at meetings, the weightiest first. */
const ROLES = ['chair', 'head', 'meets', 'attends']

/** How a meeting's portrait counts those who are said to have met: `name|role`. */
export interface CountedPerson {
  readonly value: string
  readonly n: number
}

interface Known {
  readonly label: string
  readonly skeleton: string
  readonly entity: string
  readonly side: string | null
  readonly offices: readonly string[]
}

/** Those who were at a meeting, with the persons of the ledger as the reports in `docs` have them. */
export async function presentAt(
  session: Session,
  docs: readonly string[],
  people: readonly CountedPerson[],
): Promise<Present[]> {
  const known = await peopleIn(session, docs)
  const told = people.map(({ value, n }) => {
    const [name, role = ''] = value.split('|')
    const short = skeleton(name)
    return { name, role, n, short, known: known.filter(each => isNameOf(short, each.skeleton)) }
  })
  const one = grouped(told, each => each.known[0]?.entity ?? each.short)
  return [...one.values()].map(presentOf).toSorted((a, b) => rank(a) - rank(b) || b.reports - a.reports)
}

const rank = ({ role }: Present): number => (ROLES.indexOf(role) + ROLES.length + 1) % (ROLES.length + 1)

function presentOf(
  told: readonly {
    readonly name: string
    readonly role: string
    readonly n: number
    readonly known: readonly Known[]
  }[],
): Present {
  const [first] = told
  const { known } = first
  const roles = told.toSorted((a, b) => b.n - a.n).map(({ role }) => role)
  const written = roles.filter(role => role !== '' && !ROLES.includes(role))
  return {
    name: known[0]?.label ?? first.name,
    role: ROLES.find(role => roles.includes(role)) ?? written[0] ?? '',
    reports: Math.max(...told.map(({ n }) => n)),
    person: known[0]?.entity ?? null,
    side: known.find(({ side }) => side !== null)?.side ?? null,
    offices: [...new Set([...written, ...known.flatMap(({ offices }) => offices)])],
  }
}

async function peopleIn(session: Session, docs: readonly string[]): Promise<Known[]> {
  const rows = await session.db
    .selectFrom('mention')
    .innerJoin('profile', 'profile.id', 'mention.profile')
    .innerJoin('entity', 'entity.id', 'profile.entity')
    .select(['mention.label', 'mention.facts', 'profile.entity', 'entity.data'])
    .where(session.among('mention.doc', docs))
    .where('mention.kind', '=', 'person')
    .execute()
  return rows.map(({ label, facts, entity, data }) => {
    const offices = (JSON.parse(facts) as string[]).filter(fact => fact.startsWith('office:'))
    return {
      label,
      skeleton: skeleton(label),
      entity,
      side: sideOf(JSON.parse(data) as Spoken),
      offices: offices.map(fact => fact.slice('office:'.length)),
    }
  })
}

/** What a person's portrait holds of the sides that the person spoke for. */
interface Spoken {
  readonly sides: readonly string[]
  readonly countries: readonly string[]
}

/** The side for which a person speaks: a consul in Nanning does not speak for Guangxi. */
function sideOf({ sides, countries }: Spoken): string | null {
  const country = countries[0]?.toLowerCase() ?? null
  return sides.find(side => country === null || side === country || side.startsWith(`${country}-`)) ?? country
}
