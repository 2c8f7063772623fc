import type { Thing } from '../../ledger/query/entities.ts'
import type { UndertakingRow } from '../../ledger/query/undertakings.ts'
import type { ReportTable } from '../../ledger/tables.ts'
import type { Place } from '../../lang/gazetteer.ts'

/** An entity of FollowTheMoney: all properties are lists of texts. */
export interface FtmEntity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

type Values = Readonly<Record<string, string | null | undefined | readonly (string | null)[]>>

function entity(id: string, schema: string, values: Values): FtmEntity {
  const lists = Object.entries(values).map(([name, value]) => [name, textsOf(value)] as const)
  return { id, schema, properties: Object.fromEntries(lists.filter(([, list]) => list.length > 0)) }
}

const textsOf = (value: Values[string]): string[] =>
  [value].flat().filter((text): text is string => typeof text === 'string' && text !== '')

/** The id of a report among the entities. */
export const reportId = (doc: string): string => `report-${doc}`

/** A report is an Article: what the others name as their proof. */
export const reportFtm = ({ doc, title, outlet, published, url }: ReportTable): FtmEntity =>
  entity(reportId(doc), 'Article', { title: title ?? doc, publisher: outlet, publishedAt: published, sourceUrl: url })

/** A side is a PublicBody. */
export const sideFtm = ({ id, names, country }: Place): FtmEntity =>
  entity(`side-${id}`, 'PublicBody', { name: names[0], alias: names.slice(1), country: country.toLowerCase() })

/**
 * A thing of the ledger as FollowTheMoney has it. Links and series of figures have no schema there and are left out; a mechanism is an
 * Organization, a gate an Address. `proof`: ids of reports.
 */
export function thingFtm(thing: Thing, proof: readonly string[], country: (side: string) => string): FtmEntity[] {
  const make = MAKERS[thing.kind]
  return make ? make(thing, proof, country) : []
}

type Maker = (thing: Thing, proof: readonly string[], country: (side: string) => string) => FtmEntity[]

interface OfficeSpan {
  readonly office: string
  readonly first: string | null
  readonly last: string | null
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const MAKERS: Partial<Readonly<Record<Thing['kind'], Maker>>> = {
  person({ id, label, data }, proof) {
    const country = (listOf(data['countries']) as readonly string[]).map(code => code.toLowerCase())
    const offices = listOf(data['offices']) as readonly OfficeSpan[]
    const alias = (listOf(data['names']) as readonly string[]).filter(name => name !== label)
    const position = offices.map(({ office }) => office)
    return [
      entity(id, 'Person', { name: label, alias, country, position, proof }),
      ...offices.flatMap(({ office, first, last }, i) => [
        entity(`${id}-office-${i}`, 'Position', { name: office, country }),
        entity(`${id}-held-${i}`, 'Occupancy', {
          holder: id,
          post: `${id}-office-${i}`,
          startDate: first,
          endDate: last,
          status: 'reported',
        }),
      ]),
    ]
  },
  organization: ({ id, label }, proof) => [entity(id, 'Organization', { name: label, proof })],
  mechanism: ({ id, label }, proof) => [entity(id, 'Organization', { name: label, proof, topics: 'gov.igo' })],
  instrument: ({ id, label, data }, proof) => [
    entity(id, 'Document', { title: label, date: textIn(data['signed']), proof, keywords: textIn(data['kind']) }),
  ],
  gate: ({ id, label }, proof) => [entity(id, 'Address', { name: label, full: label, proof })],
  place: ({ id, label }, proof) => [entity(id, 'Address', { name: label, full: label, proof })],
  meeting({ id, label, first, data }, proof, country) {
    const parties = listOf(data['parties']) as readonly string[]
    return [
      entity(id, 'Event', {
        name: label,
        startDate: textIn(data['start']) ?? first,
        endDate: textIn(data['end']),
        country: [...new Set(parties.map(country))],
        location: textIn(data['place']),
        involved: parties.map(side => `side-${side}`),
        proof,
      }),
    ]
  },
}

/** An undertaking is a Project, its sides are participants. */
export function undertakingFtm(row: UndertakingRow, proof: readonly string[]): FtmEntity[] {
  const { id, label, stage, stalled, due, sides, must, first, last, fields } = row
  const summary = [stage, stalled ? 'stalled' : null, due === null ? null : `due ${due}`].filter(Boolean).join(', ')
  return [
    entity(id, 'Project', {
      name: label,
      projectId: id,
      summary,
      startDate: first,
      date: last,
      keywords: fields,
      proof,
    }),
    ...sides.map(side =>
      entity(`${id}-${side}`, 'ProjectParticipant', {
        project: id,
        participant: `side-${side}`,
        role: must.includes(side) ? 'must act' : 'side',
      }),
    ),
  ]
}
