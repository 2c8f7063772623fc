import { z } from 'zod'
import { Day } from './words.ts'

export const BRIEFING_LANGUAGES = ['vi', 'en', 'zh'] as const

/** What a briefing is made for: the query of `GET /api/briefing` (preview), `/api/briefing.docx` and `/api/briefing.pdf`. */
export const BriefingQuery = z.object({
  /** Id of the side that reads it, and of the one that is met. */
  ours: z.string(),
  partner: z.string(),
  since: Day.optional(),
  at: Day.optional(),
  field: z.array(z.string()).default([]),
  /** Ids of undertakings that were selected; all by the other conditions where there are none. */
  id: z.array(z.string()).default([]),
  lang: z.enum(BRIEFING_LANGUAGES).default('vi'),
})
export type BriefingQuery = z.infer<typeof BriefingQuery>

/** A quote with its report, as a footnote. */
export const Footnote = z
  .object({ n: z.int(), quote: z.string(), source: z.string(), url: z.string().nullable(), doc: z.string() })
  .meta({ id: 'Footnote' })
export type Footnote = z.infer<typeof Footnote>

/** A line of a briefing with the numbers of its footnotes. */
export const BriefingLine = z
  .object({
    text: z.string(),
    /** A stage, an outcome, a day: short, in the language of the briefing. */
    mark: z.string(),
    tone: z.enum(['good', 'open', 'bad', 'plain']),
    undertaking: z.string().nullable(),
    notes: z.array(z.int()),
  })
  .meta({ id: 'BriefingLine' })
export type BriefingLine = z.infer<typeof BriefingLine>

const Table = z.object({ head: z.array(z.string()), rows: z.array(z.array(z.string())) })

export const BriefingSection = z
  .object({
    title: z.string(),
    intro: z.string().nullable(),
    lines: z.array(BriefingLine),
    table: Table.nullable(),
    /** SVG of a chart or map, made by us; null where there is none. */
    drawing: z.object({ svg: z.string(), alt: z.string() }).nullable(),
  })
  .meta({ id: 'BriefingSection' })
export type BriefingSection = z.infer<typeof BriefingSection>

/** The whole briefing: the director's page, and the sections behind it. */
export const Briefing = z
  .object({
    lang: z.enum(BRIEFING_LANGUAGES),
    title: z.string(),
    subtitle: z.string(),
    at: Day,
    /** State of play, five points to raise, what they will raise. */
    director: z.array(BriefingSection),
    sections: z.array(BriefingSection),
    notes: z.array(Footnote),
  })
  .meta({ id: 'Briefing' })
export type Briefing = z.infer<typeof Briefing>
