import { findEntities, type Thing, thingOf } from '../../ledger/query/entities.ts'
import { evidenceOn } from '../../ledger/query/evidence.ts'
import { latestMentions } from '../../ledger/query/latest.ts'
import { mentionsOf, type StoredMention } from '../../ledger/query/mentions.ts'
import { quotesAt } from '../../ledger/query/quotes.ts'
import { rowAt, type UndertakingRow } from '../../ledger/query/undertakings.ts'
import { walkEntities } from '../../ledger/query/walk.ts'
import type { Session } from '../../ledger/store.ts'
import type { EntityTable, ReportTable } from '../../ledger/tables.ts'
import { isIsoDay } from '../../model/calendar.ts'
import type { EntityKind } from '../../model/entity.ts'
import { byCodeUnit } from '../../text/order.ts'
import { type CalendarEvent, calendarOf } from '../../views/export/calendar.ts'
import { csvLine } from '../../views/export/csv.ts'
import { type FtmEntity, reportFtm, reportId, sideFtm, thingFtm, undertakingFtm } from '../../views/export/ftm.ts'
import { type Feature, gateFeature, linkFeature } from '../../views/export/geojson.ts'
import { gateRows } from './gate-rows.ts'
import { theResolvers } from './resolving.ts'

/** What an export is made of: the ledger as of one moment, the day at which it is looked at, and the kind where one is asked for. */
export interface ExportAsk {
  readonly session: Session
  readonly at: string
  readonly kind: EntityKind | null
  /** Only these entities; null for all. */
  readonly ids?: readonly string[] | null
  readonly now: Date
}

export const EXPORT_FORMATS = ['csv', 'jsonl', 'geojson', 'ics', 'ftm'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Excel takes a file for UTF-8 by this mark. */
const MARK = '\uFEFF'

/**
 * Entities are in the order of their ids (events of their days), mentions in that in which they were said (`inOrder`): the same ledger gives the
 * same bytes, however its reports were added.
 *
 * How a format is made, of which media type it is, and what a file of it begins with.
 */
export const EXPORTS: Readonly<
  Record<ExportFormat, { text: (ask: ExportAsk) => AsyncGenerator<string>; type: string; mark: string }>
> = {
  csv: { text: csvText, type: 'text/csv; charset=utf-8', mark: MARK },
  jsonl: { text: jsonlText, type: 'application/x-ndjson; charset=utf-8', mark: '' },
  geojson: { text: geojsonText, type: 'application/geo+json', mark: '' },
  ics: { text: icsText, type: 'text/calendar; charset=utf-8', mark: '' },
  ftm: { text: ftmText, type: 'application/x-ndjson; charset=utf-8', mark: '' },
}

/** Entities that are in memory at once, where some were chosen. */
const CHOSEN = 150

/** The entities of an export, some at a time. */
async function* entitiesOf(
  { session, ids }: ExportAsk,
  kind: EntityKind | null,
): AsyncGenerator<readonly EntityTable[]> {
  if (!ids) return yield* walkEntities(session, kind)
  for (let from = 0; from < ids.length; from += CHOSEN) {
    const rows = await session.selectIn('entity', 'id', ids.slice(from, from + CHOSEN))
    yield rows.filter(row => kind === null || row.kind === kind).toSorted((a, b) => byCodeUnit(a.id, b.id))
  }
}

/** Undertakings as they stood, with the mentions that say so. */
async function* undertakings({ session, at }: ExportAsk, entities: readonly EntityTable[]) {
  const said = await evidenceOn(
    session,
    entities.map(({ id }) => id),
    at,
  )
  for (const { id, label } of entities) {
    const own = (said.get(id) ?? []).filter(({ day }) => day === null || day <= at)
    const row = rowAt(id, label, own, at)
    if (row) yield { row, mentions: own.map(({ mention }) => mention) }
  }
}

const ROW_COLUMNS = [
  'id',
  'label',
  'stage',
  'stalled',
  'due',
  'overdue',
  'must',
  'assignees',
  'supporting',
  'progress',
  'reason',
  'sides',
  'fields',
  'objects',
  'first',
  'last',
  'silent',
  'promisedAgain',
  'contradictions',
  'verifiable',
  'reports',
] as const satisfies readonly (keyof UndertakingRow)[]

/** Undertakings with their latest words; other kinds with what their portrait holds. */
async function* csvText(ask: ExportAsk): AsyncGenerator<string> {
  if (ask.kind !== null && ask.kind !== 'undertaking') return yield* thingsCsv(ask, ask.kind)
  yield csvLine([...ROW_COLUMNS, 'quote', 'claim', 'report', 'outlet', 'published', 'url'])
  for await (const entities of entitiesOf(ask, 'undertaking'))
    for await (const { row, mentions } of undertakings(ask, entities)) {
      const last = mentions.at(-1)!
      const [quote] = await quotesAt(ask.session, [last])
      yield csvLine([
        ...ROW_COLUMNS.map(name => row[name]),
        quote,
        last.claim,
        last.title,
        last.outlet,
        last.published,
        last.url,
      ])
    }
}

async function* thingsCsv(ask: ExportAsk, kind: EntityKind): AsyncGenerator<string> {
  yield csvLine(['id', 'kind', 'label', 'first', 'last', 'mentions', 'data'])
  for await (const entities of entitiesOf(ask, kind))
    for (const { id, label, first, last, mentions, data } of entities.map(thingOf))
      yield csvLine([id, kind, label, first, last, mentions, data])
}

/** One entity a line, with all its mentions and their words. */
async function* jsonlText(ask: ExportAsk): AsyncGenerator<string> {
  for await (const entities of entitiesOf(ask, ask.kind)) {
    const rows = new Map<string, UndertakingRow>()
    const commitments = entities.filter(({ kind }) => kind === 'undertaking')
    for await (const { row } of undertakings(ask, commitments)) rows.set(row.id, row)
    for (const entity of entities) {
      const mentions = await mentionsOf(ask.session, [entity.id])
      const quotes = await quotesAt(ask.session, mentions)
      const told = mentions.map((mention, i) => ({ ...mention, quote: quotes[i] }))
      yield `${JSON.stringify({ ...thingOf(entity), now: rows.get(entity.id) ?? null, mentions: told })}\n`
    }
  }
}

/** More gates and links than any border has. */
const ALL = 100_000

async function allOf({ session, ids }: ExportAsk, kind: EntityKind): Promise<EntityTable[]> {
  const all = await findEntities(session, { kind, tags: [], from: null, to: null, limit: ALL })
  return ids ? all.filter(({ id }) => ids.includes(id)) : all
}

/** What reports told of by a day. */
const knownBy = (rows: readonly EntityTable[], at: string): EntityTable[] =>
  rows.filter(({ first }) => first === null || first <= at)

/** Gates and links at a day, with the gazetteer's coordinates. */
async function* geojsonText(ask: ExportAsk): AsyncGenerator<string> {
  const { atlas } = theResolvers()
  const { session, at } = ask
  const gates = await gateRows(session, knownBy(await allOf(ask, 'gate'), at), at)
  const links = knownBy(await allOf(ask, 'link'), at)
  const features: Feature[] = [
    ...gates.map(gate => gateFeature(gate, atlas)),
    ...links.map(link => linkFeature(thingOf(link), atlas)),
  ]
  yield `${JSON.stringify({ type: 'FeatureCollection', features }, null, 1)}\n`
}

/** Meetings, and the sessions of mechanisms that the gazetteer knows beside them. */
async function* icsText(ask: ExportAsk): AsyncGenerator<string> {
  const meetings = (await allOf(ask, 'meeting')).map(thingOf)
  const events = meetings.flatMap(eventOf)
  const held = new Set(meetings.map(({ data }) => `${String(data['mechanism'])} ${String(data['session'])}`))
  for (const entity of await allOf(ask, 'mechanism')) events.push(...sessionEvents(thingOf(entity), held))
  yield calendarOf(
    events.toSorted((a, b) => byCodeUnit(a.start, b.start) || byCodeUnit(a.id, b.id)),
    ask.now,
  )
}

function eventOf({ id, label, data }: Thing): CalendarEvent[] {
  const { start, end, place } = data as { start: string | null; end: string | null; place: string | null }
  if (start === null || !isIsoDay(start)) return []
  const known = place === null ? null : (theResolvers().atlas.gazetteer.places.get(place)?.names[0] ?? place)
  const until = end !== null && isIsoDay(end) && end >= start ? end : start
  return [{ id, start, end: until, summary: label, location: known, description: id }]
}

function sessionEvents({ id, label, data }: Thing, held: ReadonlySet<string>): CalendarEvent[] {
  const ref = String(data['ref'])
  const sessions = theResolvers().atlas.gazetteer.mechanisms.get(ref)?.sessions ?? []
  return sessions
    .filter(({ number, start, end }) => isIsoDay(start) && isIsoDay(end) && !held.has(`${ref} ${number}`))
    .map(({ number, start, end, place }) => ({
      id: `${id}-${number ?? start}`,
      start,
      end,
      summary: number === null ? label : `${label} (${number})`,
      location: place || null,
      description: id,
    }))
}

/** Reports that are named as the proof of one entity, the latest. */
const PROOFS = 10

/** FollowTheMoney entities, one a line: reports and sides first, which the others name. */
async function* ftmText(ask: ExportAsk): AsyncGenerator<string> {
  const { places } = theResolvers().atlas.gazetteer
  const line = (entity: FtmEntity): string => `${JSON.stringify(entity)}\n`
  const country = (side: string): string => (places.get(side)?.country ?? '').toLowerCase()
  for await (const report of reportsOf(ask.session)) yield line(reportFtm(report))
  const sides = await ask.session.db.selectFrom('coverage').select('side').distinct().orderBy('side').execute()
  for (const { side } of sides) if (places.has(side)) yield line(sideFtm(places.get(side)!))
  for await (const entities of entitiesOf(ask, ask.kind)) {
    const commitments = entities.filter(({ kind }) => kind === 'undertaking')
    for await (const { row, mentions } of undertakings(ask, commitments))
      for (const entity of undertakingFtm(row, proofOf(mentions))) yield line(entity)
    for (const entity of entities.filter(({ kind }) => kind !== 'undertaking')) {
      const proof = proofOf(await latestMentions(ask.session, entity, PROOFS))
      for (const made of thingFtm(thingOf(entity), proof, country)) yield line(made)
    }
  }
}

const proofOf = (mentions: readonly StoredMention[]): string[] =>
  [...new Set(mentions.map(({ doc }) => reportId(doc)))].slice(-PROOFS)

async function* reportsOf({ db }: Session): AsyncGenerator<ReportTable> {
  let last = ''
  for (;;) {
    const rows = await db
      .selectFrom('report')
      .selectAll()
      .where('doc', '>', last)
      .where('relevant', '=', 1)
      .orderBy('doc')
      .limit(500)
      .execute()
    yield* rows
    if (rows.length < 500) return
    last = rows[rows.length - 1].doc
  }
}
