import { findEntities, thingOf } from '../../ledger/query/entities.ts'
import { mentionsIn, type StoredMention } from '../../ledger/query/mentions.ts'
import { quotesAt } from '../../ledger/query/quotes.ts'
import type { Session } from '../../ledger/store.ts'
import type { EntityTable } from '../../ledger/tables.ts'
import { rungOf, type Stage } from '../../model/stage.ts'
import { byCodeUnit, distinct, grouped } from '../../text/order.ts'
import type { BriefingOptions, FigureFact, GateFact, Item, LinkFact, PersonFact } from '../../views/briefing/facts.ts'
import { gateFeature, linkFeature } from '../../views/export/geojson.ts'
import { gateRows } from '../ledger/gate-rows.ts'
import { theResolvers } from '../ledger/resolving.ts'

/** People of a side that are read, the latest heard of first. */
const PEOPLE = 60

/** People of both sides who were heard of by a day. A consul is of the country that sent him, wherever the seat is. */
export async function peopleOf(session: Session, { ours, partner, at }: BriefingOptions) {
  const [own, other] = [await peopleOfSide(session, ours, at), await peopleOfSide(session, partner, at)]
  const { gazetteer } = theResolvers().atlas
  const countryOf = (side: string): string | undefined => gazetteer.places.get(side)?.country
  const [home, abroad] = [countryOf(ours), countryOf(partner)]
  const strangers = other.filter(({ countries }) => home !== abroad && home !== undefined && countries.includes(home))
  const hosts = own.filter(({ countries }) => home !== abroad && abroad !== undefined && countries.includes(abroad))
  return {
    ours: [...own.filter(each => !hosts.includes(each)).map(({ fact }) => fact), ...strangers.map(envoy)],
    partner: [...other.filter(each => !strangers.includes(each)).map(({ fact }) => fact), ...hosts.map(envoy)],
  }
}

const envoy = ({ fact }: { readonly fact: PersonFact }): PersonFact => ({ ...fact, envoy: true })

async function peopleOfSide(session: Session, side: string, at: string) {
  const filter = { kind: 'person', tags: [`side:${side}`], from: null, to: null, limit: PEOPLE } as const
  const people = await findEntities(session, filter)
  return people.filter(({ first }) => first === null || first <= at).map(entity => personOf(entity, at))
}

function personOf({ id, label, last, mentions, data }: EntityTable, at: string) {
  const { names, countries, offices } = JSON.parse(data) as {
    names: string[]
    countries: string[]
    offices: PersonFact['offices']
  }
  const held = offices.filter(({ first }) => first === null || first <= at)
  const until =
    last !== null && last > at
      ? (held
          .map(each => each.first ?? '')
          .toSorted()
          .at(-1) ?? null)
      : last
  return {
    countries,
    fact: { id, label, names, offices: held, last: until, mentions, envoy: false } satisfies PersonFact,
  }
}

/** Gates and links that some undertakings are about, and the gates of our side, as they stood at a day. */
export async function corridorOf(
  session: Session,
  items: readonly Item[],
  { ours, at }: BriefingOptions,
): Promise<{ gates: readonly GateFact[]; links: readonly LinkFact[] }> {
  const { atlas } = theResolvers()
  const entities = await entitiesOf(session, distinct(items.flatMap(({ row }) => row.objects)))
  const own = await findEntities(session, {
    kind: 'gate',
    tags: [`side:${ours}`],
    from: null,
    to: null,
    limit: GATES,
  })
  const byId = new Map([...entities, ...own].map(entity => [entity.id, entity]))
  const known = [...byId.values()].filter(({ first }) => first === null || first <= at)
  const rows = await gateRows(session, known.filter(isKind('gate')), at)
  const gates = rows.map(row => {
    const { geometry, properties } = gateFeature(row, atlas)
    const position = geometry?.type === 'Point' ? geometry.coordinates : null
    return { row, position, approximate: properties['approximate'] === true }
  })
  const links = known.filter(isKind('link')).map(entity => {
    const { id, label, geometry, properties } = { ...thingOf(entity), ...linkFeature(thingOf(entity), atlas) }
    const line = geometry?.type === 'LineString' ? geometry.coordinates : null
    const ref = properties['ref'] as string | null
    return { id, label, ref, mode: properties['mode'] as string | null, stage: stageOn(`link:${ref}`, items), line }
  })
  return { gates, links: links.toSorted((a, b) => byCodeUnit(a.id, b.id)) }
}

const GATES = 40

/** The furthest stage of what was promised about a thing. */
function stageOn(object: string, items: readonly Item[]): Stage | null {
  const stages = items.filter(({ row }) => row.objects.includes(object)).map(({ row }) => row.stage)
  return stages.toSorted((a, b) => rungOf(b) - rungOf(a))[0] ?? null
}

const isKind = (kind: 'gate' | 'link') => (entity: EntityTable) => entity.kind === kind

/** The gates and links behind `gate:tra-linh`, `link:…`. */
async function entitiesOf(session: Session, objects: readonly string[]): Promise<EntityTable[]> {
  const tags = objects.filter(object => object.startsWith('gate:') || object.startsWith('link:'))
  const rows = await session.selectIn('tag', 'tag', tags)
  const ids = rows.filter(({ kind }) => kind === 'gate' || kind === 'link').map(({ entity }) => entity)
  const entities = await session.selectIn('entity', 'id', [...new Set(ids)])
  return entities.toSorted((a, b) => byCodeUnit(a.id, b.id))
}

/** Figures with their points, of what the reports between two sides tell. */
export async function figuresIn(session: Session, docs: readonly string[], at: string): Promise<FigureFact[]> {
  const mentions = await mentionsIn(session, docs)
  const told = mentions.filter(({ kind, day }) => kind === 'figure' && (day === null || day <= at))
  const byEntity = grouped(told, ({ entity }) => entity)
  const entities = await session.selectIn('entity', 'id', [...byEntity.keys()])
  const places = [...byEntity.values()].flat()
  const quotes = new Map((await quotesAt(session, places, 'around')).map((quote, i) => [places[i], quote]))
  return entities
    .toSorted((a, b) => byCodeUnit(a.id, b.id))
    .flatMap(entity => figureOf(entity, byEntity.get(entity.id) ?? [], quotes))
}

function figureOf(
  { id, label, data }: EntityTable,
  mentions: readonly StoredMention[],
  quotes: ReadonlyMap<StoredMention, string>,
): FigureFact[] {
  const { unit, place, measured } = JSON.parse(data) as { unit: string; place: string | null; measured: boolean }
  if (!measured) return []
  const points = mentions.flatMap(mention => {
    const { value, bound, period, change } = mention.said as Record<string, unknown>
    if (typeof value !== 'number') return []
    return {
      value,
      bound: String(bound),
      period: typeof period === 'string' ? period : (mention.day ?? ''),
      change: typeof change === 'number' ? change : null,
      quote: quotes.get(mention) ?? '',
      doc: mention.doc,
    }
  })
  return [{ id, label, unit, place, points }]
}
