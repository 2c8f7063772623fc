import { findEntities, thingOf } from '../../ledger/query/entities.ts'
import { standingOf } from '../../ledger/query/objects.ts'
import type { Session } from '../../ledger/store.ts'
import type { EntityTable } from '../../ledger/tables.ts'
import type { EntityKind } from '../../model/entity.ts'
import { gateRow, linkRow } from '../../views/answers/corridor.ts'
import type { Corridor, GateRow, LinkRow } from '../../views/api/things.ts'
import { gateRows } from './gate-rows.ts'
import { theResolvers } from './resolving.ts'
import { toldMentions } from './told.ts'

/** Gates and links of one kind that are shown together: all that the gazetteer knows, and the latest of the others. */
const MOST = 200

/** Gates and links as they stood at a day. */
export async function corridorAt(session: Session, at: string): Promise<Corridor> {
  const [gates, links] = [await known(session, 'gate'), await known(session, 'link')]
  return {
    at,
    span: spanOf([...gates, ...links], at),
    gates: await gatesAt(session, gates.filter(heardBy(at)), at),
    links: await linksAt(session, links.filter(heardBy(at)), at),
  }
}

const heardBy =
  (at: string) =>
  ({ first }: EntityTable): boolean =>
    first === null || first <= at

const known = async (session: Session, kind: EntityKind): Promise<EntityTable[]> => {
  const latest = await findEntities(session, { kind, tags: [], from: null, to: null, limit: MOST })
  const { gates, links } = theResolvers().atlas.gazetteer
  const tags = kind === 'gate' ? [...gates.keys()].map(id => `gate:${id}`) : [...links.keys()].map(id => `link:${id}`)
  const rows = await session.db
    .selectFrom('tag')
    .innerJoin('entity', 'entity.id', 'tag.entity')
    .selectAll('entity')
    .where(session.among('tag.tag', tags))
    .where('tag.kind', '=', kind)
    .execute()
  return [...new Map([...rows, ...latest].map(row => [row.id, row])).values()]
}

/** The days between which anything is known, for a slider. */
function spanOf(entities: readonly EntityTable[], at: string): Corridor['span'] {
  const days = entities.flatMap(({ first, last }) => [first, last]).filter(day => day !== null)
  if (days.length === 0) return null
  const sorted = [...days, at].toSorted()
  return { first: sorted[0], last: sorted[sorted.length - 1] }
}

/** Gates at a day, the most spoken of first. */
export async function gatesAt(session: Session, entities: readonly EntityTable[], at: string): Promise<GateRow[]> {
  const told = await gateRows(session, entities, at)
  const objects = told.flatMap(({ ref }) => (ref === null ? [] : [`gate:${ref}`]))
  const standing = await standingOf(session, objects, at)
  const words = new Map(
    (
      await toldMentions(
        session,
        told.flatMap(({ by }) => by),
      )
    ).map(mention => [mention.claim, mention]),
  )
  return told
    .map(row =>
      gateRow(
        row,
        row.by.flatMap(({ claim }) => words.get(claim) ?? []),
        standing.get(`gate:${row.ref}`),
        theResolvers().atlas,
      ),
    ) // prettier-ignore
    .toSorted((a, b) => b.mentions - a.mentions)
}

/** Links at a day, the most spoken of first. */
export async function linksAt(session: Session, entities: readonly EntityTable[], at: string): Promise<LinkRow[]> {
  const things = entities.map(thingOf)
  const refs = things.flatMap(({ data: { ref } }) => (typeof ref === 'string' ? [`link:${ref}`] : []))
  const standing = await standingOf(session, refs, at)
  return things
    .map(thing => linkRow(thing, standing.get(`link:${String(thing.data['ref'])}`), theResolvers().atlas))
    .toSorted((a, b) => b.mentions - a.mentions)
}
