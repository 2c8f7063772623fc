import { z } from 'zod'
import { DECISION_ACTS } from '../../model/decision.ts'
import { Day, Named, StageName } from './words.ts'

/** Words of a claim on which a decision hangs. */
export const Anchored = z
  .object({ doc: z.string(), claim: z.string(), type: z.string(), start: z.int(), end: z.int(), exact: z.string() })
  .meta({ id: 'Anchored' })
export type Anchored = z.infer<typeof Anchored>

/** A decision of the log: who decided what, when, why. `holds`: no other one takes it back. */
export const LoggedDecision = z
  .object({
    key: z.string(),
    seq: z.int(),
    at: z.iso.datetime(),
    act: z.enum(DECISION_ACTS),
    by: z.string(),
    why: z.string().nullable(),
    on: z.array(Anchored),
    against: z.array(Anchored),
    set: z.record(z.string(), z.unknown()).nullable(),
    span: z.object({ start: z.int(), end: z.int() }).nullable(),
    undoes: z.string().nullable(),
    holds: z.boolean(),
  })
  .meta({ id: 'LoggedDecision' })
export type LoggedDecision = z.infer<typeof LoggedDecision>

const why = z.string().max(2000).nullable().default(null)
const by = z.string().max(200).nullable().default(null)

/**
 * The body of `POST /api/decisions`. `claims`: ids of claims; `ids`: ids of entities. `by`: the name of the person; the server's
 * own where it is null.
 */
export const NewDecision = z
  .discriminatedUnion('act', [
    z.object({ act: z.literal(['accept', 'reject']), claims: z.array(z.string()).min(1).max(500), why, by }),
    z.object({
      act: z.literal('correct'),
      claims: z.array(z.string()).length(1),
      /** Fields of the claim with their right values: `{"stage":"agreed"}`, `{"by":["Cao Bằng"]}`. */
      set: z.record(z.string(), z.unknown()).nullable().default(null),
      /** UTF-16 offsets of where the words really stand. */
      span: z
        .object({ start: z.int().min(0), end: z.int().min(1) })
        .nullable()
        .default(null),
      why,
      by,
    }),
    z.object({ act: z.literal(['same', 'different']), ids: z.array(z.string()).min(2).max(50), why, by }),
    z.object({
      act: z.literal('split'),
      ids: z.array(z.string()).length(1),
      claims: z.array(z.string()).min(1),
      why,
      by,
    }),
    z.object({ act: z.literal('note'), ids: z.array(z.string()).length(1), why: z.string().min(1).max(2000), by }),
  ])
  .meta({ id: 'NewDecision' })
export type NewDecision = z.infer<typeof NewDecision>

/** The body of `POST /api/decisions/:key/undo`. */
export const Undoing = z.object({ why, by }).meta({ id: 'Undoing' })
export type Undoing = z.infer<typeof Undoing>

/** The answer: the key by which it can be undone (`POST /api/decisions/:key/undo`). */
export const Decided = z.object({ key: z.string(), seq: z.int() }).meta({ id: 'Decided' })
export type Decided = z.infer<typeof Decided>

/** One feature of a judgement, with what it adds to the score. */
export const JudgedFeature = z
  .object({ name: z.string(), weight: z.number(), note: z.string() })
  .meta({ id: 'JudgedFeature' })

export const Judged = z
  .object({
    one: z.string(),
    other: z.string(),
    score: z.number(),
    verdict: z.enum(['same', 'unsure', 'apart', 'unrelated']),
    features: z.array(JudgedFeature),
    ruled: z.enum(['same', 'apart']).nullable(),
    decision: z.string().nullable(),
  })
  .meta({ id: 'Judged' })
export type Judged = z.infer<typeof Judged>

/** One of two entities that may be one, with some of its words. */
export const PairMember = Named.extend({
  first: Day.nullable(),
  last: Day.nullable(),
  mentions: z.int(),
  words: z.array(
    z.object({
      quote: z.string(),
      claim: z.string(),
      outlet: z.string().nullable(),
      day: Day.nullable(),
      doc: z.string(),
    }),
  ),
}).meta({ id: 'PairMember' })
export type PairMember = z.infer<typeof PairMember>

/** Two entities that may be one. */
export const QueuedPair = z.object({ a: PairMember, b: PairMember, judged: Judged }).meta({ id: 'QueuedPair' })
export type QueuedPair = z.infer<typeof QueuedPair>

export const QUEUE_REASONS = ['contradiction', 'inferred', 'new'] as const

/** Words that cannot both be so with those of a claim: what another report says, or the same one. */
export const OpposedWords = z
  .object({
    claim: z.string(),
    doc: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    day: Day.nullable(),
    quote: z.string(),
    stage: StageName,
  })
  .meta({ id: 'OpposedWords' })
export type OpposedWords = z.infer<typeof OpposedWords>

/** A claim that nobody has looked at, which is worth a look: why, with its words and values. */
export const QueuedClaim = z
  .object({
    claim: z.string(),
    type: z.string(),
    doc: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    day: Day.nullable(),
    quote: z.string(),
    around: z.string(),
    start: z.int(),
    end: z.int(),
    values: z.record(z.string(), z.unknown()),
    undertaking: z.string().nullable(),
    reason: z.enum(QUEUE_REASONS),
    /** From what a value was inferred; null where all is written. */
    why: z.string().nullable(),
    /** Of a contradiction: the words against which these stand. */
    against: OpposedWords.nullable(),
  })
  .meta({ id: 'QueuedClaim' })
export type QueuedClaim = z.infer<typeof QueuedClaim>

/** The query of `GET /api/queue`: how many of each at most. */
export const QueueQuery = z.object({ limit: z.coerce.number().int().min(1).max(100).default(30) })

/** `GET /api/queue`: what waits for a person: pairs, the likeliest first; claims, the contradicted first, then the inferred, then the new. */
export const Queue = z
  .object({
    pairs: z.array(QueuedPair),
    claims: z.array(QueuedClaim),
    orphans: z.array(LoggedDecision),
    changed: z.array(LoggedDecision.extend({ newer: z.string() })),
  })
  .meta({ id: 'Queue' })
export type Queue = z.infer<typeof Queue>

/** `GET /api/why?id=&other=`: the judgements that made an entity, or those between two. */
export const Why = z.object({ ids: z.array(z.string()), pairs: z.array(Judged) }).meta({ id: 'Why' })
export type Why = z.infer<typeof Why>

/** `GET /api/history`: what was decided and which reports came, the latest first. */
export const History = z
  .object({
    decisions: z.array(LoggedDecision),
    additions: z.array(
      z.object({
        seq: z.int(),
        at: z.iso.datetime(),
        doc: z.string(),
        title: z.string().nullable(),
        outlet: z.string().nullable(),
        day: Day.nullable(),
      }),
    ),
  })
  .meta({ id: 'History' })
export type History = z.infer<typeof History>

/** `POST /api/decisions/rule`: accepts all claims of a report or an undertaking that nobody has decided on, by rule. */
export const BulkAccept = z
  .object({
    /** All conditions hold together. */
    type: z.string().optional(),
    stage: z.string().optional(),
    outlet: z.string().optional(),
    doc: z.string().optional(),
    undertaking: z.string().optional(),
    /** Only tells how many there are. */
    dryRun: z.boolean().default(false),
    why,
    by,
  })
  .meta({ id: 'BulkAccept' })
export type BulkAccept = z.infer<typeof BulkAccept>
export const BulkAccepted = z.object({ claims: z.int(), key: z.string().nullable() }).meta({ id: 'BulkAccepted' })
export type BulkAccepted = z.infer<typeof BulkAccepted>
