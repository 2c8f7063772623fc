import type { Telling } from '../../ledger/query/undertaking.ts'
import type { UndertakingRow } from '../../ledger/query/undertakings.ts'
import type { Field } from '../../model/kinds.ts'
import type { Outcome } from '../../resolve/undertakings/review.ts'
import type { BriefingLanguage } from '../api/briefing.ts'
import type { Outline } from '../drawing/outline.ts'
import type { GateRow } from '../ledger/gates.ts'

/** What a briefing is asked for, with the day at which it looks. */
export interface BriefingOptions {
  /** Ids of the side that reads it, and of the one that is met. */
  readonly ours: string
  readonly partner: string
  readonly since: string | null
  readonly at: string
  readonly fields: readonly Field[]
  readonly lang: BriefingLanguage
  readonly secrecy: string
}

/** An undertaking with the words that matter for a briefing. */
export interface Item {
  readonly row: UndertakingRow
  /** Sides whose words the last promise or proposal is. */
  readonly by: readonly string[]
  /** The first report that tells of its furthest stage below `underway`, and the last report of all. */
  readonly first: Telling | null
  readonly last: Telling | null
  readonly opposed: readonly { readonly first: Telling; readonly second: Telling }[]
  /** `doc` of each report that speaks of it. */
  readonly docs: readonly string[]
}

/** An item of a meeting's minutes, and what came of it. */
export interface ItemReviewed {
  readonly undertaking: string
  readonly label: string
  readonly objects: readonly string[]
  readonly outcome: Outcome
  readonly stalled: boolean
  readonly agreed: Telling | null
  readonly later: Telling | null
}

export interface MeetingReviewed {
  readonly id: string
  readonly kind: string | null
  /** Ids of the gazetteer, or what a report calls them. */
  readonly mechanism: string | null
  readonly session: number | null
  readonly place: string | null
  readonly parties: readonly string[]
  readonly day: string | null
  readonly items: readonly ItemReviewed[]
}

export interface PersonFact {
  readonly id: string
  readonly label: string
  readonly names: readonly string[]
  readonly offices: readonly {
    readonly office: string
    readonly first: string | null
    readonly last: string | null
    readonly reports: number
  }[]
  readonly last: string | null
  readonly mentions: number
  /** Sent by the side's country to the other one: a consul. */
  readonly envoy: boolean
}

/** One value that a report gives of a measure. */
export interface FigurePoint {
  readonly value: number
  readonly bound: string
  /** EDTF, or the day of the report. */
  readonly period: string
  readonly change: number | null
  readonly quote: string
  readonly doc: string
}

export interface FigureFact {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly place: string | null
  readonly points: readonly FigurePoint[]
}

/** A report that the briefing draws on. */
export interface ReportFact {
  readonly doc: string
  readonly title: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly file: string | null
  readonly day: string | null
  readonly lang: string
  readonly sides: readonly string[]
  /** `doc` of the report that it repeats, word for word or nearly. */
  readonly copyOf: string | null
}

/** Longitude and latitude in degrees. */
export type Position = readonly [number, number]

export interface GateFact {
  readonly row: GateRow
  readonly position: Position | null
  readonly approximate: boolean
}

export interface LinkFact {
  readonly id: string
  readonly label: string
  readonly ref: string | null
  readonly mode: string | null
  /** The furthest stage of what was promised about it; null where nothing was. */
  readonly stage: string | null
  readonly line: readonly Position[] | null
}

/** All that a briefing is made of: as the ledger has it, in no language. */
export interface BriefingFacts {
  readonly options: BriefingOptions
  /** The latest spoken of first. */
  readonly items: readonly Item[]
  /** Whether there are more than were read. */
  readonly more: boolean
  /** The last meetings whose minutes tell of something agreed, the latest first. */
  readonly meetings: readonly MeetingReviewed[]
  readonly people: { readonly ours: readonly PersonFact[]; readonly partner: readonly PersonFact[] }
  readonly gates: readonly GateFact[]
  readonly links: readonly LinkFact[]
  /** Lines of countries for the map, and the countries of the two sides (ISO 3166-1). */
  readonly outline: Outline
  readonly countries: { readonly ours: string; readonly partner: string }
  readonly figures: readonly FigureFact[]
  /** Relevant reports by month (`2025-05`) on each side. */
  readonly coverage: {
    readonly ours: ReadonlyMap<string, number>
    readonly partner: ReadonlyMap<string, number>
  }
  /** Reports on both sides up to the day, the latest first. */
  readonly reports: readonly ReportFact[]
}

/** How names are written: ids of the gazetteer, and offices, in a language. */
export interface Onomasticon {
  /** A place, gate, link or mechanism by its id in a language; the id itself where it has no name. */
  readonly name: (id: string, lang: BriefingLanguage) => string
  /** Id of a place by its Vietnamese name, with or without the word for its kind; null where none is known. */
  readonly placeNamed: (name: string) => string | null
  /** Whether a place is below a province, or a unit of that rank. */
  readonly isLocal: (place: string) => boolean
  /** Offices in the order of precedence, in Vietnamese, Chinese and English. */
  readonly offices: readonly OfficeName[]
}

export interface OfficeName {
  /** As reports write it: the full form and abbreviations. */
  readonly written: readonly string[]
  readonly names: Readonly<Record<BriefingLanguage, string>>
  /** `central`, `province`, `prefecture` … */
  readonly level: string
}
