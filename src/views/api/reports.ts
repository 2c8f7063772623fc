import { z } from 'zod'
import { PAPER_KINDS } from '../../model/kinds.ts'
import { LoggedDecision } from './decisions.ts'
import { Day, Named, Source } from './words.ts'

/** A claim as it stands in a report, with the entities that it speaks of and what people decided of it. */
export const ReportClaim = z
  .object({
    id: z.string(),
    type: z.string(),
    start: z.int(),
    end: z.int(),
    exact: z.string(),
    rule: z.string(),
    why: z.string().nullable(),
    /** The fields of its type, as docs/model.md tells them, corrections applied. */
    values: z.record(z.string(), z.unknown()),
    entities: z.array(Named),
    state: z.enum(['read', 'accepted', 'rejected', 'corrected']),
    decisions: z.array(LoggedDecision),
  })
  .meta({ id: 'ReportClaim' })
export type ReportClaim = z.infer<typeof ReportClaim>

/** A signature under a paper. */
export const Signatory = z
  .object({
    name: z.string().nullable(),
    office: z.string().nullable(),
    /** On whose behalf, and in whose place. */
    behalf: z.string(),
    instead: z.string().nullable(),
    side: z.string().nullable(),
  })
  .meta({ id: 'Signatory' })
export type Signatory = z.infer<typeof Signatory>

/** `GET /api/reports/:doc`: a report with its claims. Offsets are UTF-16 units of `text`. */
export const ReportDetail = Source.extend({
  day: Day.nullable(),
  lang: z.string(),
  text: z.string(),
  relevant: z.boolean(),
  added: z.iso.datetime(),
  file: z.string().nullable(),
  /** `doc` of the newer version that took its place. */
  replacedBy: z.string().nullable(),
  /** `doc` of the report whose text it repeats, word for word or nearly: only what was added to it counts. */
  copyOf: z.string().nullable(),
  /** Reports that repeat its text. */
  copies: z.array(Source),
  /** What kind of paper its form tells, and who signed it for whom, as written; null for an ordinary report. */
  paper: z.object({ kind: z.enum(PAPER_KINDS), signatories: z.array(Signatory) }).nullable(),
  meeting: Named.nullable(),
  claims: z.array(ReportClaim),
}).meta({ id: 'ReportDetail' })
export type ReportDetail = z.infer<typeof ReportDetail>

/** Words of a text, with their UTF-16 offsets. */
const At = z.object({ start: z.int(), end: z.int(), quote: z.string() })

/** The query of `GET /api/reports/:doc/explain`. */
export const ClaimQuery = z.object({ claim: z.string() })

/** `GET /api/reports/:doc/explain?claim=`: which rules and words made a claim. All lists are empty where the present reader no longer makes it. */
export const ClaimExplanation = z
  .object({
    claim: z.string(),
    rule: z.string(),
    why: z.string().nullable(),
    /** Matches that overlap the claim's words, each with its pattern and what its slots took. */
    steps: z.array(
      At.extend({
        rule: z.string(),
        tier: z.string(),
        pattern: z.string(),
        slots: z.array(At.extend({ role: z.string() })),
      }),
    ),
    /** Words of the lexicon that were found, with their class and value. */
    words: z.array(At.extend({ class: z.string(), value: z.string() })),
    /** Matches that another one won against, and why. */
    lost: z.array(At.extend({ rule: z.string(), winner: z.string(), why: z.string() })),
  })
  .meta({ id: 'ClaimExplanation' })
export type ClaimExplanation = z.infer<typeof ClaimExplanation>

/** What became of one file that was dropped. */
export const TakenFile = z
  .object({
    file: z.string(),
    what: z.enum(['added', 'reread', 'screened', 'known', 'failed']),
    doc: z.string().nullable(),
    title: z.string().nullable(),
    /** `doc` of the report whose text it repeats. */
    copyOf: z.string().nullable(),
    /** For people: why it could not be read, or what should be known of the reading. */
    messages: z.array(z.string()),
  })
  .meta({ id: 'TakenFile' })
export type TakenFile = z.infer<typeof TakenFile>

/** The answer of `POST /api/reports` (multipart, field `files`): what each file was, and what is new. */
export const Taken = z.object({ files: z.array(TakenFile), seq: z.int() }).meta({ id: 'Taken' })
export type Taken = z.infer<typeof Taken>

/** `GET /api/search?q=`: entities and reports that hold all words, without regard to marks, case and đ. */
export const Search = z
  .object({
    query: z.string(),
    entities: z.array(Named.extend({ first: Day.nullable(), last: Day.nullable(), mentions: z.int() })),
    reports: z.array(
      z.object({
        doc: z.string(),
        title: z.string().nullable(),
        outlet: z.string().nullable(),
        day: Day.nullable(),
        words: z.string(),
      }),
    ),
  })
  .meta({ id: 'Search' })
export type Search = z.infer<typeof Search>
