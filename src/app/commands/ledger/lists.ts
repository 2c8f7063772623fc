import { findEntities, type Thing, thingOf } from '../../../ledger/query/entities.ts'
import { gateAt } from '../../../ledger/query/gates.ts'
import { latestMentions } from '../../../ledger/query/latest.ts'
import { withQuotes } from '../../../ledger/query/things.ts'
import type { Session } from '../../../ledger/store.ts'
import type { EntityTable } from '../../../ledger/tables.ts'
import type { EntityKind } from '../../../model/entity.ts'
import { figuresPage, periodOf, type Series } from '../../../views/ledger/figures.ts'
import { type GateRow, gatesPage } from '../../../views/ledger/gates.ts'
import { meetingsPage, peoplePage } from '../../../views/ledger/things.ts'
import { objectId, sideTag } from '../../ledger/finding.ts'
import { theResolvers } from '../../ledger/resolving.ts'
import { todayFor, viewCommand } from '../../ledger/show.ts'
import type { LedgerFlags } from '../../ledger/with-ledger.ts'

export interface ListFlags extends LedgerFlags {
  readonly side: readonly string[]
  readonly mechanism?: string
  readonly since?: string
  readonly until?: string
  readonly words?: string
  readonly at?: string
  readonly limit: number
}

/** Entities of one kind by the conditions of a list, the latest spoken of first. */
async function listed(session: Session, kind: EntityKind, flags: ListFlags): Promise<EntityTable[]> {
  const { since = null, until = null, words, limit } = flags
  const known = ({ first }: EntityTable): boolean => flags.at === undefined || first === null || first <= flags.at
  const tags = [
    ...flags.side.map(sideTag),
    ...(flags.mechanism === undefined ? [] : [`mechanism:${objectId('mechanism', flags.mechanism)}`]),
  ]
  if (words === undefined) {
    const found: EntityTable[] = []
    for (let offset = 0; found.length < limit; offset += PAGE) {
      const page = await findEntities(session, { kind, tags, from: since, to: until, limit: PAGE, offset })
      found.push(...page.filter(known))
      if (page.length < PAGE) break
    }
    return found.slice(0, limit)
  }
  const ids = (await session.search('entity', words, SEARCHED)).filter(id => id.startsWith(`${kind}-`))
  const tagged = await session.selectIn('tag', 'entity', tags.length > 0 ? ids : [])
  const having = (id: string): boolean => tags.every(tag => tagged.some(row => row.entity === id && row.tag === tag))
  const chosen = await session.selectIn('entity', 'id', ids.filter(having))
  const within = chosen.filter(({ last }) => (since ?? '') <= (last ?? '') && (until === null || (last ?? '') <= until))
  return within.toSorted((a, b) => ((b.last ?? '') < (a.last ?? '') ? -1 : 1)).slice(0, limit)
}

/** Entities that are looked at in one go. */
const PAGE = 100

/** Entities that are looked through for words. */
const SEARCHED = 3000

/** `bienban meetings`. */
export const meetingsCommand = (flags: ListFlags): Promise<number> =>
  viewCommand(
    flags,
    async session => (await listed(session, 'meeting', flags)).map(thingOf),
    (things, tongue) => meetingsPage(things, flags.limit, tongue),
  )

/** `bienban people`: who held which office from when to when; at a day only those who were heard of by then. */
export const peopleCommand = (flags: ListFlags): Promise<number> =>
  viewCommand(
    flags,
    async session => (await listed(session, 'person', flags)).map(thingOf).map(thing => personAt(thing, flags.at)),
    (things, tongue) => peoplePage(things, flags.limit, tongue),
  )

interface OfficeSpan {
  readonly first: string | null
  readonly last: string | null
}

/** A person with the offices that reports tell of up to a day. */
function personAt(thing: Thing, at: string | undefined): Thing {
  if (at === undefined) return thing
  const offices = (thing.data['offices'] as OfficeSpan[]).filter(({ first }) => first === null || first <= at)
  return { ...thing, data: { ...thing.data, offices } }
}

/** `bienban gates`: what each gate was open to at a day, and who says so. */
export const gatesCommand = (flags: ListFlags): Promise<number> => {
  const at = flags.at ?? todayFor(flags)
  return viewCommand(
    flags,
    async session => await gateRows(session, await listed(session, 'gate', flags), at),
    (rows, tongue) => gatesPage(rows, at, flags.limit, tongue),
  )
}

/** Gates as they were at a day. */
export async function gateRows(session: Session, gates: readonly EntityTable[], at: string): Promise<GateRow[]> {
  const rows: GateRow[] = []
  for (const gate of gates) rows.push(await gateRow(session, gate, at))
  return rows
}

async function gateRow(session: Session, entity: EntityTable, at: string): Promise<GateRow> {
  const { now, by, others } = await gateAt(session, entity, at)
  const { ref } = JSON.parse(entity.data) as { ref: string | null }
  const known = ref === null ? undefined : theResolvers().atlas.gazetteer.gates.get(ref)
  const { id, label, first, last, mentions } = entity
  return {
    id,
    label,
    ref,
    first,
    last,
    mentions,
    class: now,
    by: await withQuotes(session, by),
    others,
    gazetteer: known
      ? {
          class: known.gateClass,
          since: known.since,
          source: known.source,
          held: known.since === null || known.since <= at,
        }
      : null,
  }
}

/** Points of a series that are shown. */
const POINTS = 6

/** `bienban figures`: series by measure and place. */
export const figuresCommand = (flags: ListFlags): Promise<number> =>
  viewCommand(
    flags,
    async session => {
      const series: Series[] = []
      for (const entity of await listed(session, 'figure', flags)) {
        const points = await withQuotes(session, await latestMentions(session, entity, POINTS))
        series.push({
          thing: thingOf(entity),
          points: points.toSorted((a, b) => (periodOf(a) < periodOf(b) ? -1 : 1)),
        })
      }
      return series
    },
    (series, tongue) => figuresPage(series, flags.limit, tongue),
  )
