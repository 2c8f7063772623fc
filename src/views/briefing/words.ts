import type { Stage } from '../../model/stage.ts'
import type { Outcome } from '../../resolve/undertakings/review.ts'
import type { Counts, Gap, Reason } from './standing.ts'

/** How a meeting is called: its kind and session, where it was, the day. All are in the language of the words already. */
export interface MeetingName {
  readonly kind: string
  readonly mechanism: string | null
  readonly session: number | null
  readonly place: string | null
  /** ISO. */
  readonly day: string | null
}

/** Both sides by name. */
export interface Sides {
  readonly ours: string
  readonly partner: string
}

/** The words of a paper in one language. Days are ISO where they come in. */
export interface BriefingWords {
  readonly title: string
  readonly subtitle: (sides: Sides) => string
  readonly headLeft: (ours: string) => readonly string[]
  readonly headRight: (ours: string, at: string) => readonly string[]
  readonly annex: string
  /** A part of the director's page with its number. */
  readonly part: (number: number, title: string) => string
  readonly day: (iso: string) => string
  readonly month: (iso: string) => string
  /** EDTF: `2024`, `2025-01-01/2025-05-14`. */
  readonly period: (edtf: string) => string
  readonly quantity: (value: number, unit: string) => string
  readonly bounds: Readonly<Record<string, string>>
  readonly quoted: (words: string) => string
  /** What a drawing shows, and what it tells, for those who cannot see it. */
  readonly captioned: (title: string, parts: readonly string[]) => string
  /** A caption with the number of its drawing. */
  readonly figure: (number: number, title: string) => string
  readonly list: (parts: readonly string[]) => string
  /** Parts that become one sentence. */
  readonly sentence: (parts: readonly string[]) => string
  /** A name and what it is called in other languages. */
  readonly alias: (name: string, others: readonly string[]) => string
  readonly stages: Readonly<Record<Stage, string>>
  readonly outcomes: Readonly<Record<Outcome, string>>
  readonly overdueMark: string
  readonly reason: (reason: Reason, sides: Sides) => string
  readonly see: (number: number) => string
  readonly span: (first: string, last: string) => string
  readonly state: {
    readonly title: string
    readonly counts: Readonly<Record<'all' | 'done' | 'underway' | 'late' | 'silent', string>>
    readonly standing: (at: string, counts: Counts) => string
    readonly meeting: (meeting: string, counts: Readonly<Record<Outcome, number>>) => string
    readonly soon: (items: number) => string
    readonly basis: (reports: number, sources: number, last: string | null) => string
    readonly nothing: string
  }
  readonly raise: { readonly title: string; readonly intro: string; readonly none: string }
  readonly expect: {
    readonly title: (partner: string) => string
    readonly ours: string
    readonly theirs: string
    readonly none: string
  }
  readonly meeting: (meeting: MeetingName) => string
  readonly people: {
    readonly title: string
    readonly intro: (at: string) => string
    readonly side: (side: string) => string
    /** An office that somebody else has now. */
    readonly former: (office: string) => string
    readonly head: readonly string[]
    readonly none: string
  }
  readonly review: {
    readonly title: string
    readonly intro: (counts: Readonly<Record<Outcome, number>>) => string
    readonly none: string
    readonly agreed: string
    readonly latest: string
  }
  readonly open: {
    readonly title: string
    readonly intro: (items: number) => string
    readonly otherField: string
    readonly none: string
    readonly left: (items: number) => string
  }
  readonly done: { readonly title: string; readonly intro: string }
  readonly figures: {
    readonly title: string
    readonly head: readonly string[]
    readonly none: string
    readonly progress: string
    readonly byStage: string
    readonly told: string
  }
  readonly corridor: {
    readonly title: string
    readonly intro: (at: string) => string
    readonly head: readonly string[]
    readonly reports: (reports: number, first: string, last: string) => string
    readonly gazetteer: string
    readonly unknown: string
    readonly approximate: string
    readonly map: string
  }
  readonly gaps: {
    readonly title: string
    readonly gap: (gap: Gap, sides: Sides) => string
    readonly chart: (sides: Sides) => string
  }
  readonly reading: { readonly title: string; readonly lines: readonly string[] }
  readonly fields: Readonly<Record<string, string>>
  readonly gateClasses: Readonly<Record<string, string>>
  readonly meetingKinds: Readonly<Record<string, string>>
  readonly languages: Readonly<Record<string, string>>
  readonly noDay: string
}
