import type { EntityKind } from '../model/entity.ts'
import type { Verdict } from '../resolve/judgement.ts'

/** What a row of the log is about. */
export const LOG_KINDS = ['capture', 'document', 'reading', 'decision'] as const
export type LogKind = (typeof LOG_KINDS)[number]

/**
 * The log: the only truth. Rows are appended and never changed. Each carries the hash of the one before it:
 * `hash = SHA-256(previous hash, seq, kind, key, at)`, and the key is the digest of the body.
 */
export interface LogTable {
  /** 1, 2, 3 … without gaps. */
  seq: number
  kind: LogKind
  /** Hexadecimal SHA-256 of the body: the same content is appended once. */
  key: string
  /** When it was appended: ISO instant in UTC. It never runs backwards, whatever the clock does. */
  at: string
  /** Canonical JSON. */
  body: string
  /** Hexadecimal. */
  hash: string
}

/** The bytes of captures that cannot be had back from the text of their document. */
export interface BlobTable {
  /** Hexadecimal SHA-256 of the bytes. */
  digest: string
  bytes: Uint8Array
}

/** One row a document that was read, as it now stands. `doc` is the first 16 digits of the document's SHA-256. Derived. */
export interface ReportTable {
  doc: string
  /** Sequence number of its document and of its present reading in the log. */
  document_seq: number
  reading_seq: number
  /** 0 or 1. */
  relevant: number
  title: string | null
  outlet: string | null
  url: string | null
  /** Id that the report came with, or null. */
  key: string | null
  file: string | null
  published: string | null
  /** ISO day of its occasion, else of publication. */
  day: string | null
  /** JSON list of the ids of the sides that it is about. */
  sides: string
  /** `doc` of the newer version that took its place, or null. */
  replaced_by: string | null
  /** `doc` of the report whose text it repeats, word for word or nearly, or null. That one may be a copy itself. */
  copy_of: string | null
}

/** What a report's text is known by, so that copies of it are found. Derived. */
export interface SketchTable {
  doc: string
  published: string | null
  /** Base64 of the sketch's 16-bit slots, the lower byte first. */
  slots: string
}

/** A part of a sketch: reports that share one are compared. Derived. */
export interface BandTable {
  band: string
  doc: string
}

/** What is compared: one row for each different profile. Derived. */
export interface ProfileTable {
  /** Digest of kind and data. */
  id: string
  kind: EntityKind
  /** JSON. */
  data: string
  /** JSON of `Tallies`. */
  tallies: string
  /** JSON: what its mentions call it, with how often. */
  labels: string
  /** Least id of the profiles that are joined to it by any chain of `same` edges. */
  component: string
  entity: string
}

export interface BlockTable {
  block: string
  profile: string
}

/** A judgement that is not `unrelated`. `a < b`. */
export interface EdgeTable {
  a: string
  b: string
  score: number
  verdict: Verdict
}

/** One claim as it speaks of one entity. Derived. */
export interface MentionTable {
  claim: string
  kind: EntityKind
  doc: string
  profile: string
  day: string | null
  label: string
  /** JSON list. */
  facts: string
  /** JSON record of the values of this mention alone, or null. */
  said: string | null
  /** UTF-16 offsets of the quote in the document's text. */
  start: number
  end: number
}

export interface EntityTable {
  /** Kind and the first digits of its least profile: `person-3f2a9c01d2`. */
  id: string
  kind: EntityKind
  label: string
  /** Folded label, for sorting and finding. */
  skeleton: string
  first: string | null
  last: string | null
  mentions: number
  /** JSON: the portrait's data. */
  data: string
}

/** By what entities are filtered. Derived. */
export interface TagTable {
  tag: string
  kind: EntityKind
  last: string
  entity: string
}

/** What people decided of two profiles, by the decision's key in the log: it counts before any judgement. `a < b`. Derived. */
export interface RulingTable {
  a: string
  b: string
  verdict: 'same' | 'apart'
  decision: string
  /** Sequence number of the decision: of two on one pair the later holds. */
  seq: number
}

/** Decisions that hold, by the documents that they hang on. Derived. */
export interface DecidedTable {
  /** Key of the decision in the log, and the document's `doc`. */
  id: string
  decision: string
  doc: string
  seq: number
  /** JSON of the decision. */
  body: string
  /** 1 where a claim that it is about is no longer made by the reader. */
  orphan: number
}

/** How many relevant reports were read of a side in a month (`2025-05`). Derived. */
export interface CoverageTable {
  /** Side and month. */
  id: string
  side: string
  month: string
  n: number
}

/**
 * What is remembered of a source of reports, so that it is asked only for what is new. Neither log nor derived from it: with it gone, all
 * pages are asked for once more, and known ones change nothing.
 */
export interface SourceTable {
  name: string
  kind: string
  /** Address or folder. */
  place: string
  /** ISO instants: when it was last read, and before when it is not asked again. */
  read_at: string | null
  next_at: string | null
  /** What its server gave, to be asked whether there is something newer. */
  etag: string | null
  modified: string | null
  /** How many times it failed since it last did not. */
  fails: number
  /** Pages that it named when it was last read. */
  named: number
  /** Reports on cooperation that it has given in all. */
  added: number
  /** What was wrong when it was last read, as a sentence. */
  problem: string | null
}

/** A page that a source named, and what came of it. */
export interface VisitedTable {
  url: string
  source: string
  /** ISO instant. */
  at: string
  outcome: 'added' | 'known' | 'screened' | 'failed'
  fails: number
}

export interface MetaTable {
  name: string
  value: string
}

export interface Tables {
  log: LogTable
  blob: BlobTable
  report: ReportTable
  sketch: SketchTable
  band: BandTable
  profile: ProfileTable
  block: BlockTable
  edge: EdgeTable
  mention: MentionTable
  entity: EntityTable
  tag: TagTable
  ruling: RulingTable
  decided: DecidedTable
  coverage: CoverageTable
  source: SourceTable
  visited: VisitedTable
  meta: MetaTable
}

/** Tables that can be dropped and derived again from the log. */
export const DERIVED = [
  'report',
  'sketch',
  'band',
  'profile',
  'block',
  'edge',
  'mention',
  'entity',
  'tag',
  'ruling',
  'decided',
  'coverage',
] as const satisfies readonly (keyof Tables)[]
