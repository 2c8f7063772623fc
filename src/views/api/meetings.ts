import { z } from 'zod'
import { OUTCOMES } from '../../resolve/undertakings/review.ts'
import { LoggedDecision } from './decisions.ts'
import { Telling, UndertakingRow } from './undertakings.ts'
import { Day, Mention, Named, Source, Words } from './words.ts'

const Counted = z.object({ value: z.string(), n: z.int() })

/** A meeting as a list shows it. */
export const MeetingRow = Named.extend({
  meeting: z.string().nullable().describe('Kind of meeting'),
  start: Day.nullable(),
  end: Day.nullable(),
  place: z.string().nullable(),
  parties: z.array(z.string()),
  mechanism: z.string().nullable(),
  session: z.int().nullable(),
  reports: z.int(),
}).meta({ id: 'MeetingRow' })
export type MeetingRow = z.infer<typeof MeetingRow>

/** The query of one thing: the day at which it is looked at, today where none is given. */
export const AtDay = z.object({ at: Day.optional() })

/** The query of lists of entities. */
export const ThingQuery = z.object({
  q: z.string().max(200).optional(),
  side: z.array(z.string()).default([]),
  mechanism: z.string().optional(),
  since: Day.optional(),
  until: Day.optional(),
  at: Day.optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ThingQuery = z.infer<typeof ThingQuery>

export const MeetingList = z.object({ rows: z.array(MeetingRow), more: z.boolean() }).meta({ id: 'MeetingList' })
export type MeetingList = z.infer<typeof MeetingList>

/** One item of the last minutes, with its words then and since. */
export const ReviewedItem = z
  .object({
    undertaking: z.string(),
    label: z.string(),
    objects: z.array(z.string()),
    outcome: z.enum(OUTCOMES),
    stalled: z.boolean(),
    agreed: z.array(Telling),
    later: z.array(Telling),
    contradictions: z.array(z.string()),
  })
  .meta({ id: 'ReviewedItem' })
export type ReviewedItem = z.infer<typeof ReviewedItem>

/** What came of a meeting's minutes. */
export const Review = z
  .object({
    id: z.string(),
    label: z.string(),
    day: Day.nullable(),
    at: Day,
    counts: z.record(z.string(), z.int()),
    items: z.array(ReviewedItem),
  })
  .meta({ id: 'Review' })
export type Review = z.infer<typeof Review>

/** What one side said at a meeting, or several together, beside what was agreed: by undertaking, in the words of each report that tells it. */
export const SideWords = z
  .object({
    /** Ids of the sides whose words they are; none where the reports do not say. */
    by: z.array(z.string()),
    said: z.array(z.object({ undertaking: z.string(), label: z.string(), tellings: z.array(Telling) })),
  })
  .meta({ id: 'SideWords' })
export type SideWords = z.infer<typeof SideWords>

/** A report of a meeting, with what only it says of it. */
export const MeetingReport = Source.extend({
  /** Whether the meeting is its occasion; otherwise it only speaks of it. */
  occasion: z.boolean(),
  only: z.array(z.object({ undertaking: z.string(), label: z.string(), words: z.array(Words) })),
  /** `doc` of the report of which it is a copy, word for word or nearly. */
  copyOf: z.string().nullable(),
}).meta({ id: 'MeetingReport' })
export type MeetingReport = z.infer<typeof MeetingReport>

/** `GET /api/meetings/:id`: the dossier of one meeting. */
export const MeetingDossier = z
  .object({
    at: Day,
    row: MeetingRow,
    /** What reports do not agree on: kinds and days with how many reports. */
    kinds: z.array(Counted),
    days: z.array(Counted),
    people: z.array(
      z.object({
        name: z.string(),
        /** `chair`, `head`, `meets`, `attends`, else an office as a report has it; empty where none is told. */
        role: z.string(),
        reports: z.int(),
        person: z.string().nullable(),
        side: z.string().nullable(),
        offices: z.array(z.string()),
      }),
    ),
    sides: z.array(SideWords),
    /** What was agreed or signed, as it stands at the day. */
    agreed: z.array(UndertakingRow),
    instruments: z.array(
      Named.extend({
        /** `signed`, `issued`, `to-sign`, `in-force`: the first of these that a report of the meeting says. */
        status: z.string().nullable(),
        /** The day on which it was signed, where that is known. */
        day: Day.nullable(),
        mentions: z.array(Mention),
      }),
    ),
    /** The minutes of the meeting before of the same mechanism or sides, reviewed as of the day of this one; null where there are none. */
    last: Review.nullable(),
    /** What came of this meeting's own minutes. */
    since: Review,
    previous: Named.extend({ day: Day.nullable() }).nullable(),
    next: Named.extend({ day: Day.nullable() }).nullable(),
    reports: z.array(MeetingReport),
    mentions: z.array(Mention),
    decisions: z.array(LoggedDecision),
  })
  .meta({ id: 'MeetingDossier' })
export type MeetingDossier = z.infer<typeof MeetingDossier>

/** A session of a mechanism: held (by reports or the gazetteer), with what it left open. */
export const MechanismSession = z
  .object({
    number: z.int().nullable(),
    start: Day.nullable(),
    end: Day.nullable(),
    place: z.string().nullable(),
    meeting: z.string().nullable(),
    /** How many items are of each outcome; null where no report tells of its minutes. */
    counts: z.record(z.string(), z.int()).nullable(),
    open: z.array(UndertakingRow),
  })
  .meta({ id: 'MechanismSession' })
export type MechanismSession = z.infer<typeof MechanismSession>

export const MechanismRow = Named.extend({
  parties: z.array(z.string()),
  mechanism: z.string().nullable().describe('Kind: committee, series …'),
  sessions: z.int(),
  last: Day.nullable(),
  /** ISO day by which the next session is to be expected from the usual distance of sessions; null where unknown. */
  next: Day.nullable(),
  mentions: z.int(),
}).meta({ id: 'MechanismRow' })
export type MechanismRow = z.infer<typeof MechanismRow>

export const MechanismList = z.object({ rows: z.array(MechanismRow), more: z.boolean() }).meta({ id: 'MechanismList' })
export type MechanismList = z.infer<typeof MechanismList>

export const MechanismDetail = z
  .object({ row: MechanismRow, sessions: z.array(MechanismSession), mentions: z.array(Mention) })
  .meta({ id: 'MechanismDetail' })
export type MechanismDetail = z.infer<typeof MechanismDetail>
