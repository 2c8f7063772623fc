import { z } from 'zod'
import { ENTITY_KINDS } from '../../model/entity.ts'
import { STAGES } from '../../model/stage.ts'

/** A calendar day, ISO 8601: `2025-05-14`. */
export const Day = z.iso.date().meta({ id: 'Day', description: 'A calendar day, ISO 8601.' })

export const StageName = z.enum(STAGES).meta({ id: 'Stage' })
export const KindName = z.enum(ENTITY_KINDS).meta({ id: 'Kind' })

/** Which report it is. `doc` is the first 16 digits of the SHA-256 of its text. */
export const Source = z
  .object({
    doc: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    url: z.string().nullable(),
    published: Day.nullable(),
  })
  .meta({ id: 'Source' })
export type Source = z.infer<typeof Source>

/** Words of a report, exactly as it has them: the claim that they make, and where they stand (UTF-16 offsets of its text). */
export const Words = z
  .object({ claim: z.string(), quote: z.string(), start: z.int(), end: z.int() })
  .meta({ id: 'Words' })
export type Words = z.infer<typeof Words>

/** One mention of an entity: the words with those of their line around them, and the report. */
export const Mention = Source.extend({
  ...Words.shape,
  label: z.string(),
  day: Day.nullable(),
  /** The words of the line around the quote, for reading. */
  around: z.string(),
}).meta({ id: 'Mention' })
export type Mention = z.infer<typeof Mention>

/** An entity, named. `ref` is its id in the gazetteer, by which `/api/names` calls it in each language. */
export const Named = z
  .object({ id: z.string(), kind: KindName, label: z.string(), ref: z.string().nullable() })
  .meta({ id: 'Named' })
export type Named = z.infer<typeof Named>

/** A value that reports gave, from when to when, and how many reports. */
export const ValueSpan = z
  .object({ value: z.string(), first: Day.nullable(), last: Day.nullable(), reports: z.int() })
  .meta({ id: 'ValueSpan' })
export type ValueSpan = z.infer<typeof ValueSpan>

/** What went wrong: for people in `message` (what, where, what to do), for programs in `code`. */
export const Problem = z.object({ code: z.string(), message: z.string() }).meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>
