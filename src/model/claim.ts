import type { Span } from '../text/span.ts'
import type {
  Bound,
  ClaimType,
  Field,
  Force,
  InstrumentKind,
  InstrumentStatus,
  LinkMode,
  MeetingKind,
} from './kinds.ts'
import type { Stage } from './stage.ts'

/** The words that make a claim: a W3C TextQuoteSelector and a TextPositionSelector in one. `exact` is `text.slice(start, end)`. */
export interface Quote extends Span {
  readonly exact: string
  /** Up to 32 UTF-16 units on each side. */
  readonly prefix: string
  readonly suffix: string
}

/** What all claims have. */
interface ClaimBase {
  /** Stable: a digest of document, span, type and values, not of the reader's version. */
  readonly id: string
  readonly type: ClaimType
  readonly quote: Quote
  /** Which rule made it. */
  readonly rule: string
  /** Where a value was inferred rather than written: from what. */
  readonly why?: string
  /** Where the words were recognised in a picture: how surely, 0 to 100, the least sure line of the quote. */
  readonly confidence?: number
}

export interface PersonClaim extends ClaimBase {
  readonly type: 'person'
  readonly name: string
  /** As written, body included. */
  readonly offices: readonly string[]
  /** ISO 3166-1 of the side that the person speaks for, or null. */
  readonly country: string | null
  readonly mentions: readonly Span[]
}

export interface PlaceClaim extends ClaimBase {
  readonly type: 'place'
  readonly name: string
  readonly kind: string
  /** Gazetteer id or null. */
  readonly ref: string | null
  readonly mentions: readonly Span[]
}

export interface OrganizationClaim extends ClaimBase {
  readonly type: 'organization'
  readonly name: string
  readonly kind: string
  readonly ref: string | null
  readonly mentions: readonly Span[]
}

export interface MechanismClaim extends ClaimBase {
  readonly type: 'mechanism'
  readonly name: string
  readonly session: number | null
  readonly ref: string | null
}

export interface MeetingClaim extends ClaimBase {
  readonly type: 'meeting'
  readonly kind: MeetingKind
  /** ISO days, or null where the report does not give them. */
  readonly start: string | null
  readonly end: string | null
  readonly place: string | null
  readonly parties: readonly string[]
  readonly mechanism: string | null
  readonly session: number | null
  readonly people: readonly { readonly name: string; readonly role: string }[]
}

export interface InstrumentClaim extends ClaimBase {
  readonly type: 'instrument'
  readonly kind: InstrumentKind
  readonly title: string
  readonly parties: readonly string[]
  readonly status: InstrumentStatus
  /** Who signed it for whom, where the report is the paper itself; else not there. */
  readonly signatories?: readonly Signatory[]
}

/** A signature under a paper. */
export interface Signatory {
  /** Null where the paper has the office alone. */
  readonly name: string | null
  /** As written. */
  readonly office: string | null
  /** On whose behalf, as written. */
  readonly behalf: string
  /** The side that this names, or null. */
  readonly side: string | null
  /** In whose place, as written: "KT. CHỦ TỊCH" is signed by a deputy for the chairman. */
  readonly instead: string | null
}

export interface CommitmentClaim extends ClaimBase {
  readonly type: 'commitment'
  readonly stage: Stage
  /** Names of the sides whose words or acts these are. */
  readonly by: readonly string[]
  readonly speaker: string | null
  /** The verb of saying or doing, as written. */
  readonly act: string
  readonly what: string
  readonly fields: readonly Field[]
  readonly force: Force
  readonly due: string | null
  /** Ids of gates, links, mechanisms and places of the gazetteer. */
  readonly objects: readonly string[]
  /** Whether a later report can settle it. */
  readonly verifiable: boolean
  /** Where the verb of saying or doing stands: the words outside the quote that make it what it is. */
  readonly evidence: readonly Span[]
  /** The agencies in charge, as a plan names them, and those who help; not there where none is named. */
  readonly assignees?: readonly string[]
  readonly supporting?: readonly string[]
  /** It goes on or comes again, and has no deadline. */
  readonly standing?: true
  /** Why it is late, in the words of the report. */
  readonly reason?: string
  /** How many per cent of it are done. */
  readonly progress?: number
}

export interface FigureClaim extends ClaimBase {
  readonly type: 'figure'
  /** In full units: 3,3 tỷ is 3300000000. */
  readonly value: number
  readonly unit: string
  readonly bound: Bound
  readonly measure: string | null
  readonly period: string | null
  readonly place: string | null
  readonly change: string | null
  /** Where this is the same sum in a second currency: the words with the first. Both are one figure. */
  readonly sameAs: Span | null
}

export interface GateClaim extends ClaimBase {
  readonly type: 'gate'
  readonly names: readonly string[]
  readonly ref: string | null
  readonly class: string | null
  readonly kind: string
}

export interface LinkClaim extends ClaimBase {
  readonly type: 'link'
  readonly mode: LinkMode
  readonly ends: readonly string[]
  readonly name: string | null
  readonly ref: string | null
}

export interface DateClaim extends ClaimBase {
  readonly type: 'date'
  readonly start: string | null
  readonly end: string | null
  /** EDTF (ISO 8601-2) of what is written and inferred. */
  readonly edtf: string
}

/** What ONE document says, with the exact words that say it. */
export type Claim =
  | PersonClaim
  | PlaceClaim
  | OrganizationClaim
  | MechanismClaim
  | MeetingClaim
  | InstrumentClaim
  | CommitmentClaim
  | FigureClaim
  | GateClaim
  | LinkClaim
  | DateClaim

/** A claim as a frame makes it: a span instead of a quote, and no id; `verify` adds both or drops it. */
export type Draft = Claim extends infer C
  ? C extends Claim
    ? Omit<C, 'id' | 'quote'> & { readonly span: Span }
    : never
  : never
