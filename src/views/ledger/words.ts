import type { DecisionAct } from '../../model/decision.ts'
import type { EntityKind } from '../../model/entity.ts'
import type { Field } from '../../model/kinds.ts'
import type { Verdict } from '../../resolve/judgement.ts'
import type { Outcome } from '../../resolve/undertakings/review.ts'

/** How many reports were added, read anew, screened out, known, and not read. */
export interface AddedCounts {
  readonly added: number
  readonly reread: number
  readonly screened: number
  /** Of those that were added or read anew: that repeat the text of another report. */
  readonly copies: number
  readonly known: number
  /** Inputs that could not be read. */
  readonly failed: number
}

/** The words of what is watched. */
export interface SourceWording {
  readonly title: string
  readonly nothing: string
  readonly never: string
  readonly kinds: Readonly<Record<string, string>>
  readonly gave: (count: number) => string
  readonly named: (count: number) => string
  readonly failed: (count: number) => string
  readonly fails: (count: number) => string
  readonly next: (at: string) => string
  /** What one reading of a source gave. */
  readonly round: (round: { readonly named: number; readonly fresh: number; readonly added: number }) => string
}

/** The words of the ledger's views in one language. */
export interface LedgerWording {
  readonly added: (counts: AddedCounts) => string
  readonly copiesAmong: (count: number) => string
  readonly notRead: (count: number) => string
  readonly nothingWritten: string
  readonly newerVersion: (older: string) => string
  readonly sources: SourceWording
  readonly kinds: Readonly<Record<EntityKind, string>>
  readonly fields: Readonly<Record<Field, string>>
  readonly outcomes: Readonly<Record<Outcome, string>>
  /** Classes of gates by the words of the gazetteer and of reports. */
  readonly gateClasses: Readonly<Record<string, string>>
  readonly acts: Readonly<Record<DecisionAct, string>>
  readonly verdicts: Readonly<Record<Verdict, string>>
  /** What judgements compare, and what people do at meetings; others are shown as they are. */
  readonly features: Readonly<Record<string, string>>
  readonly roles: Readonly<Record<string, string>>
  readonly atDay: (day: string) => string
  readonly reports: (count: number) => string
  readonly things: (count: number) => string
  readonly nothing: string
  readonly moreWithLimit: (limit: number) => string
  /** Of undertakings. */
  readonly undertakings: string
  readonly silentDays: (days: number) => string
  readonly silence: (days: number, reports: number) => string
  readonly overdue: (day: string) => string
  readonly mustAct: string
  readonly sides: string
  readonly inFields: string
  readonly promisedAgain: (times: number) => string
  readonly again: string
  readonly contradicted: (times: number) => string
  readonly stalledMark: string
  readonly verifiable: string
  readonly notVerifiable: string
  readonly track: string
  readonly said: string
  readonly contradictions: string
  readonly doneThenNot: string
  readonly oneDayTwoWords: string
  /** Of other things. */
  readonly meetings: string
  readonly reviewOf: (meeting: string) => string
  readonly noItems: string
  readonly agreedThen: string
  readonly people: string
  readonly offices: string
  readonly gates: string
  readonly links: string
  readonly noClass: string
  readonly gazetteerSays: (what: string, since: string | null, source: string) => string
  readonly othersSay: string
  readonly figures: string
  readonly points: (count: number) => string
  readonly reportsTitle: string
  readonly entitiesTitle: string
  readonly alsoCalled: string
  readonly claims: string
  readonly rejected: string
  readonly corrected: string
  readonly replacedBy: string
  readonly copyOf: string
  readonly alsoIn: string
  readonly succeededBy: string
  readonly formerDays: string
  readonly present: string
  readonly items: string
  /** Of judgements and decisions. */
  readonly whyTitle: string
  readonly score: (score: number) => string
  readonly onlyOne: string
  readonly byPerson: string
  readonly notCompared: string
  readonly queueTitle: string
  readonly unsurePairs: string
  readonly orphans: string
  readonly changedSources: string
  readonly queueHint: string
  readonly history: string
  readonly decisions: string
  readonly additions: string
  readonly decided: (key: string) => string
  readonly undone: (key: string) => string
  readonly undoes: string
  readonly noLongerHolds: string
  /** Of the whole. */
  readonly stateOf: (at: string) => string
  readonly newsTitle: string
  readonly newUndertakings: string
  readonly moved: string
  readonly heardAgain: string
  readonly agreedNotBegun: string
  readonly underWay: string
  readonly longSilent: string
  readonly finished: string
  readonly latestMeetings: string
  readonly latestGates: string
  readonly countsLine: (counts: Readonly<Record<string, number>>) => string
  readonly verified: (rows: number, blobs: number, hash: string) => string
  readonly broken: string
  readonly rebuilt: (readings: number) => string
  readonly reread: (changed: number, all: number) => string
  readonly backedUp: (rows: number, file: string, hash: string) => string
  readonly restored: (rows: number) => string
  readonly exported: (count: number, file: string) => string
  readonly approximate: string
  readonly nextSteps: string
}
