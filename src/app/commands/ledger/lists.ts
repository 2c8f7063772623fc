import { type Thing, thingOf } from '../../../ledger/query/entities.ts'
import { latestMentions } from '../../../ledger/query/latest.ts'
import { withQuotes } from '../../../ledger/query/things.ts'
import type { Session } from '../../../ledger/store.ts'
import type { EntityTable } from '../../../ledger/tables.ts'
import type { EntityKind } from '../../../model/entity.ts'
import { figuresPage, periodOf, type Series } from '../../../views/ledger/figures.ts'
import { gatesPage } from '../../../views/ledger/gates.ts'
import { meetingsPage, peoplePage } from '../../../views/ledger/things.ts'
import { objectId, sideTag } from '../../ledger/finding.ts'
import { gateRows } from '../../ledger/gate-rows.ts'
import { listed } from '../../ledger/listing.ts'
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
const listedBy = (session: Session, kind: EntityKind, flags: ListFlags): Promise<EntityTable[]> =>
  listed(session, {
    kind,
    tags: [
      ...flags.side.map(sideTag),
      ...(flags.mechanism === undefined ? [] : [`mechanism:${objectId('mechanism', flags.mechanism)}`]),
    ],
    since: flags.since ?? null,
    until: flags.until ?? null,
    at: flags.at ?? null,
    words: flags.words ?? null,
    limit: flags.limit,
  })

/** `bienban meetings`. */
export const meetingsCommand = (flags: ListFlags): Promise<number> =>
  viewCommand(
    flags,
    async session => (await listedBy(session, 'meeting', flags)).map(thingOf),
    (things, tongue) => meetingsPage(things, flags.limit, tongue),
  )

/** `bienban people`: who held which office from when to when; at a day only those who were heard of by then. */
export const peopleCommand = (flags: ListFlags): Promise<number> =>
  viewCommand(
    flags,
    async session => (await listedBy(session, 'person', flags)).map(thingOf).map(thing => personAt(thing, flags.at)),
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
    async session => await gateRows(session, await listedBy(session, 'gate', flags), at),
    (rows, tongue) => gatesPage(rows, at, flags.limit, tongue),
  )
}

/** Points of a series that are shown. */
const POINTS = 6

/** `bienban figures`: series by measure and place. */
export const figuresCommand = (flags: ListFlags): Promise<number> =>
  viewCommand(
    flags,
    async session => {
      const series: Series[] = []
      for (const entity of await listedBy(session, 'figure', flags)) {
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
