import { z } from 'zod'
import { Day } from './words.ts'

export const BRIEFING_LANGUAGES = ['vi', 'en', 'zh'] as const
export type BriefingLanguage = (typeof BRIEFING_LANGUAGES)[number]

/** What a briefing is made for: the query of `GET /api/briefing` (preview), `/api/briefing.docx` and `/api/briefing.pdf`. */
export const BriefingQuery = z.object({
  /** Id of the side that reads it (the one that most reports on the partner are about where it is empty), and of the one that is met. */
  ours: z.string().max(100).default(''),
  partner: z.string().max(100),
  /** Only what was spoken of on that day or later. */
  since: Day.optional(),
  at: Day.optional(),
  /** Any of these fields. */
  field: z.array(z.string()).default([]),
  /** Ids of undertakings that were selected; all by the other conditions where there are none. */
  id: z.array(z.string()).max(500).default([]),
  lang: z.enum(BRIEFING_LANGUAGES).default('vi'),
  /** Words above the head, such as a degree of secrecy; none where it is empty. */
  secrecy: z.string().max(60).default(''),
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
    /** Of lines that can be referred to; null for the others. */
    number: z.int().nullable(),
    /** What it is about, in both sides' names: a gate, a link; null where nothing is named. */
    subject: z.string().nullable(),
    text: z.string(),
    /** What stands behind the text, less strong: since when, how often, why it is worth raising. */
    why: z.string().nullable(),
    /** A stage, an outcome, a day: short, in the language of the briefing. */
    mark: z.string(),
    tone: z.enum(['good', 'open', 'bad', 'plain']),
    undertaking: z.string().nullable(),
    notes: z.array(z.int()),
  })
  .meta({ id: 'BriefingLine' })
export type BriefingLine = z.infer<typeof BriefingLine>

/** A table. `widths` are shares of the line's width, in per cent. */
export const BriefingTable = z
  .object({
    head: z.array(z.string()),
    widths: z.array(z.number()),
    rows: z.array(z.object({ cells: z.array(z.string()), notes: z.array(z.int()) })),
  })
  .meta({ id: 'BriefingTable' })
export type BriefingTable = z.infer<typeof BriefingTable>

export const BriefingSection = z
  .object({
    /** 1: a chapter, 2: a part of the chapter before it. */
    level: z.union([z.literal(1), z.literal(2)]),
    title: z.string(),
    intro: z.string().nullable(),
    /** Few figures that are seen at once. */
    counts: z.array(z.object({ value: z.string(), label: z.string(), tone: BriefingLine.shape.tone })),
    lines: z.array(BriefingLine),
    table: BriefingTable.nullable(),
    /**
     * SVG of a chart or map, made by us; null where there is none. `alt` tells in words what it shows. Units of width and height are CSS
     * pixels.
     */
    drawing: z
      .object({ svg: z.string(), caption: z.string(), alt: z.string(), width: z.number(), height: z.number() })
      .nullable(),
  })
  .meta({ id: 'BriefingSection' })
export type BriefingSection = z.infer<typeof BriefingSection>

/** The whole briefing: the director's page, and the sections behind it. */
export const Briefing = z
  .object({
    lang: z.enum(BRIEFING_LANGUAGES),
    /** What stands above the title, on the left and on the right, line by line. */
    head: z.object({ secrecy: z.string().nullable(), left: z.array(z.string()), right: z.array(z.string()) }),
    title: z.string(),
    subtitle: z.string(),
    at: Day,
    /** State of play, five points to raise, what they will raise. */
    director: z.array(BriefingSection),
    /** What the sections behind the director's page are called together. */
    annex: z.string(),
    sections: z.array(BriefingSection),
    notes: z.array(Footnote),
  })
  .meta({ id: 'Briefing' })
export type Briefing = z.infer<typeof Briefing>
