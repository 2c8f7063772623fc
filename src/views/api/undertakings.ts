import { z } from 'zod'
import { LoggedDecision } from './decisions.ts'
import { Day, Named, Source, StageName, Words } from './words.ts'

/** Who has to do it by the words of a plan, and how a report says that it goes. */
const assignment = {
  /** Agencies in charge, as written, and those who help. */
  assignees: z.array(z.string()).readonly(),
  supporting: z.array(z.string()).readonly(),
  /** It goes on or comes again, and has no deadline. */
  standing: z.boolean(),
  /** Per cent that are done; null where no report says so. */
  progress: z.number().nullable(),
  /** Why it is late, in the words of a report. */
  reason: z.string().nullable(),
}

/** An undertaking as it stood at a day. */
export const UndertakingRow = z
  .object({
    id: z.string(),
    label: z.string(),
    /** `gate:tra-linh`, `link:…`: ids of the gazetteer behind the colon. */
    objects: z.array(z.string()).readonly(),
    sides: z.array(z.string()).readonly(),
    fields: z.array(z.string()).readonly(),
    stage: StageName,
    stalled: z.boolean(),
    due: Day.nullable(),
    overdue: z.boolean(),
    must: z.array(z.string()).readonly(),
    ...assignment,
    first: Day.nullable(),
    last: Day.nullable(),
    /** Days since the last evidence; null where it is done or no day is known. */
    silent: z.int().nullable(),
    verifiable: z.boolean(),
    promisedAgain: z.int(),
    contradictions: z.int(),
    reports: z.int(),
  })
  .meta({ id: 'UndertakingRow' })
export type UndertakingRow = z.infer<typeof UndertakingRow>

export const UNDERTAKING_SORTS = ['latest', 'silent', 'stage', 'due', 'reports'] as const

/** The query of `GET /api/undertakings`, which is also the address of the ledger page. Lists are repeated parameters. */
export const UndertakingQuery = z.object({
  /** Words of the label, or of reports' claims, without regard to marks, case and đ. */
  q: z.string().max(200).optional(),
  /** Ids of places: all of them take part (side and partner). */
  side: z.array(z.string()).default([]),
  field: z.array(z.string()).default([]),
  stage: StageName.optional(),
  /** `gate:tra-linh`, `link:…`. */
  object: z.string().optional(),
  mechanism: z.string().optional(),
  person: z.string().optional(),
  since: Day.optional(),
  until: Day.optional(),
  silent: z.coerce.number().int().min(0).optional(),
  verifiable: z.enum(['true', 'false']).optional(),
  sort: z.enum(UNDERTAKING_SORTS).default('latest'),
  at: Day.optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type UndertakingQuery = z.infer<typeof UndertakingQuery>

/** How many undertakings have a value, by the other conditions. `more`: counted no further. */
export const FacetValue = z.object({ value: z.string(), n: z.int() }).meta({ id: 'FacetValue' })
export type FacetValue = z.infer<typeof FacetValue>

export const UndertakingList = z
  .object({
    at: Day,
    /** How many there are by these conditions; `totalIsLeast`: at least as many. */
    total: z.int(),
    totalIsLeast: z.boolean(),
    rows: z.array(UndertakingRow),
  })
  .meta({ id: 'UndertakingList' })
export type UndertakingList = z.infer<typeof UndertakingList>

/** `GET /api/undertakings/facets`, with the same query: the values that can be chosen, the most frequent first. */
export const UndertakingFacets = z
  .object({
    side: z.array(FacetValue),
    field: z.array(FacetValue),
    stage: z.array(FacetValue),
    object: z.array(FacetValue),
    mechanism: z.array(FacetValue),
    verifiable: z.array(FacetValue),
  })
  .meta({ id: 'UndertakingFacets' })
export type UndertakingFacets = z.infer<typeof UndertakingFacets>

/** Who said something, in which offices as the same report has them. `id`: the person in the ledger, where there is one. */
export const Speaker = z
  .object({ name: z.string(), offices: z.array(z.string()), id: z.string().nullable() })
  .meta({ id: 'Speaker' })
export type Speaker = z.infer<typeof Speaker>

/** What one claim says. */
export const Spoken = Words.extend({
  stage: StageName,
  due: Day.nullable(),
  speaker: Speaker.nullable(),
  ...assignment,
}).meta({ id: 'Spoken' })
export type Spoken = z.infer<typeof Spoken>

/** What one report says of an undertaking. */
export const Telling = Source.extend({
  day: Day.nullable(),
  stage: StageName,
  stalled: z.boolean(),
  /** Whether it promises again what was promised before. */
  again: z.boolean(),
  spoken: z.array(Spoken),
  /** Reports that repeat its text, word for word or nearly: they are no evidence of their own. */
  copies: z.array(Source),
}).meta({ id: 'Telling' })
export type Telling = z.infer<typeof Telling>

export const CONTRADICTION_KINDS = ['undone', 'differ'] as const

/** Two words that cannot both be so: `undone` (done, and later still to be done), `differ` (two reports of one meeting). */
export const Contradiction = z
  .object({ kind: z.enum(CONTRADICTION_KINDS), tellings: z.array(Telling) })
  .meta({ id: 'Contradiction' })
export type Contradiction = z.infer<typeof Contradiction>

/** `GET /api/undertakings/:id`: an undertaking with its whole life up to a day. */
export const UndertakingDetail = z
  .object({
    at: Day,
    row: UndertakingRow,
    /** Each stage that was reached, with the first report that says so. */
    track: z.array(z.object({ stage: StageName, day: Day.nullable(), doc: z.string() })),
    tellings: z.array(Telling),
    contradictions: z.array(Contradiction),
    silence: z.object({ days: z.int(), reports: z.int() }).nullable(),
    /** Meetings whose reports speak of it, the latest first. */
    meetings: z.array(Named.extend({ day: Day.nullable() })),
    /** Undertakings that share an object, the latest first. */
    related: z.array(UndertakingRow),
    decisions: z.array(LoggedDecision),
  })
  .meta({ id: 'UndertakingDetail' })
export type UndertakingDetail = z.infer<typeof UndertakingDetail>
