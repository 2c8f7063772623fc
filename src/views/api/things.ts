import { z } from 'zod'
import { LoggedDecision } from './decisions.ts'
import { UndertakingRow } from './undertakings.ts'
import { Day, Mention, Named, Source, StageName, ValueSpan, Words } from './words.ts'

/** An office, from when to when by which reports. */
export const OfficeSpan = z
  .object({ office: z.string(), first: Day.nullable(), last: Day.nullable(), reports: z.int() })
  .meta({ id: 'OfficeSpan' })
export type OfficeSpan = z.infer<typeof OfficeSpan>

export const PersonRow = Named.extend({
  names: z.array(z.string()),
  sides: z.array(z.string()),
  countries: z.array(z.string()),
  offices: z.array(OfficeSpan),
  first: Day.nullable(),
  last: Day.nullable(),
  mentions: z.int(),
}).meta({ id: 'PersonRow' })
export type PersonRow = z.infer<typeof PersonRow>
export const PersonList = z.object({ rows: z.array(PersonRow), more: z.boolean() }).meta({ id: 'PersonList' })
export type PersonList = z.infer<typeof PersonList>

/** `GET /api/people/:id`. */
export const PersonDetail = z
  .object({
    at: Day,
    row: PersonRow,
    /** What the person said, the latest first: each with the undertaking and the report. */
    said: z.array(
      Source.extend({
        ...Words.shape,
        day: Day.nullable(),
        stage: StageName,
        undertaking: z.string(),
        /** What the undertaking is called. */
        label: z.string(),
      }),
    ),
    meetings: z.array(Named.extend({ day: Day.nullable() })),
    mentions: z.array(Mention),
    decisions: z.array(LoggedDecision),
  })
  .meta({ id: 'PersonDetail' })
export type PersonDetail = z.infer<typeof PersonDetail>

/** A body of a side: a department, a committee, a ministry. */
export const BodyRow = Named.extend({
  body: z.string().nullable().describe('Kind of body'),
  place: z.string().nullable(),
  first: Day.nullable(),
  last: Day.nullable(),
  mentions: z.int(),
}).meta({ id: 'BodyRow' })
export type BodyRow = z.infer<typeof BodyRow>
export const BodyList = z.object({ rows: z.array(BodyRow), more: z.boolean() }).meta({ id: 'BodyList' })
export type BodyList = z.infer<typeof BodyList>
export const BodyDetail = z
  .object({
    at: Day,
    row: BodyRow,
    undertakings: z.array(UndertakingRow),
    mentions: z.array(Mention),
    decisions: z.array(LoggedDecision),
  })
  .meta({ id: 'BodyDetail' })
export type BodyDetail = z.infer<typeof BodyDetail>

export const InstrumentRow = Named.extend({
  instrument: z.string().describe('Kind of paper'),
  sides: z.array(z.string()),
  signed: Day.nullable(),
  statuses: z.array(z.string()),
  first: Day.nullable(),
  last: Day.nullable(),
  mentions: z.int(),
}).meta({ id: 'InstrumentRow' })
export type InstrumentRow = z.infer<typeof InstrumentRow>
export const InstrumentList = z
  .object({ rows: z.array(InstrumentRow), more: z.boolean() })
  .meta({ id: 'InstrumentList' })
export type InstrumentList = z.infer<typeof InstrumentList>

/** One value that a report gives of a measure. */
export const FigurePoint = Mention.extend({
  /** In full units: 3,3 tỷ is 3300000000. */
  value: z.number(),
  bound: z.enum(['exact', 'about', 'over', 'under']),
  /** EDTF: `2024`, `2025-01-01/2025-05-14`; null where the report does not say. */
  period: z.string().nullable(),
  /** How it compares with the period before, in the report's words: `tăng 42,5 %`; null where none is told. */
  change: z.string().nullable(),
}).meta({ id: 'FigurePoint' })
export type FigurePoint = z.infer<typeof FigurePoint>

/** One measure of one place in one unit, its points in the order of what they tell of. */
export const FigureSeries = Named.extend({
  unit: z.string(),
  place: z.string().nullable(),
  points: z.array(FigurePoint),
}).meta({ id: 'FigureSeries' })
export type FigureSeries = z.infer<typeof FigureSeries>
export const FigureList = z.object({ rows: z.array(FigureSeries), more: z.boolean() }).meta({ id: 'FigureList' })
export type FigureList = z.infer<typeof FigureList>

/** Longitude and latitude in degrees (WGS 84). */
export const Position = z.tuple([z.number(), z.number()])

/** A gate at a day, by reports and by the gazetteer. */
export const GateRow = Named.extend({
  /** In the gazetteer: the pair of which it is a lane or bridge. */
  pair: z.string().nullable(),
  province: z.string().nullable(),
  counterpart: z.string().nullable(),
  position: Position.nullable(),
  approximate: z.boolean(),
  class: ValueSpan.nullable().describe('As the latest reports up to the day have it'),
  by: z.array(Mention),
  others: z.array(ValueSpan),
  gazetteer: z
    .object({ class: z.string(), since: z.string().nullable(), source: z.string(), held: z.boolean() })
    .nullable(),
  mentions: z.int(),
  first: Day.nullable(),
  last: Day.nullable(),
  /** Undertakings about it that were heard of by the day, the latest 30 at most. */
  undertakings: z.int(),
}).meta({ id: 'GateRow' })
export type GateRow = z.infer<typeof GateRow>

export const LinkRow = Named.extend({
  mode: z.string().nullable(),
  ends: z.array(z.string()),
  /** A line through what is known of its ends and stops; null where fewer than two are. */
  line: z.array(Position).nullable(),
  stage: StageName.nullable().describe('The furthest stage of undertakings about it up to the day'),
  /** Undertakings about it that were heard of by the day, the latest 30 at most. */
  undertakings: z.int(),
  mentions: z.int(),
  first: Day.nullable(),
  last: Day.nullable(),
}).meta({ id: 'LinkRow' })
export type LinkRow = z.infer<typeof LinkRow>

/** `GET /api/corridor?at=`: gates and links as they stood at a day. */
export const Corridor = z
  .object({
    at: Day,
    /** The first and last day of what is known, for the slider. */
    span: z.object({ first: Day, last: Day }).nullable(),
    gates: z.array(GateRow),
    links: z.array(LinkRow),
  })
  .meta({ id: 'Corridor' })
export type Corridor = z.infer<typeof Corridor>

/** `GET /api/gates/:id`, `GET /api/links/:id`. */
export const PlaceHistory = z
  .object({
    at: Day,
    gate: GateRow.nullable(),
    link: LinkRow.nullable(),
    classes: z.array(ValueSpan),
    undertakings: z.array(UndertakingRow),
    mentions: z.array(Mention),
    decisions: z.array(LoggedDecision),
  })
  .meta({ id: 'PlaceHistory' })
export type PlaceHistory = z.infer<typeof PlaceHistory>
