import type { Claim } from '../model/claim.ts'
import type { ClaimType } from '../model/kinds.ts'
import type { Reading } from '../model/reading.ts'
import type { Stage } from '../model/stage.ts'
import { assignmentLines, type Totals, type Wording } from './wording.ts'

/** One thing of the summary: who or what, and the words of the report that say so. */
export interface SummaryRow {
  readonly what: string
  readonly quote: string
}

export interface SummarySection {
  readonly title: string
  readonly rows: readonly SummaryRow[]
  /** How many there are in all. */
  readonly count: number
}

/** One report at a glance. */
export interface Summary {
  readonly title: string
  /** File, outlet and day of publication, as far as they are known. */
  readonly source: string
  readonly note: string | null
  readonly sections: readonly SummarySection[]
}

/** The order in which a reader asks: what was agreed and signed first, then what was asked for, then how it goes. */
const STAGE_ORDER = [
  'agreed',
  'signed',
  'approved',
  'done',
  'underway',
  'stalled',
  'pledged',
  'proposed',
  'wished',
] as const satisfies Stage[]

/** `most`: rows of a section at most; what is left is counted. */
export function summarize(reading: Reading, wording: Wording, most = Number.POSITIVE_INFINITY): Summary {
  const { document, relevant } = reading
  const of = <T extends ClaimType>(type: T): ClaimOf<T>[] =>
    reading.claims.filter((claim): claim is ClaimOf<T> => claim.type === type)
  const commitments = of('commitment')
  const sections = [
    section(
      wording.meetings,
      of('meeting').map(claim => ({ what: meetingLine(claim, wording), quote: inContext(claim) })),
    ),
    section(
      wording.instruments,
      of('instrument').map(claim => ({ what: instrumentLine(claim, wording), quote: quoted(claim) })),
    ),
    ...STAGE_ORDER.map(stage => {
      const own = commitments.filter(claim => claim.stage === stage)
      return section(
        wording.stages[stage],
        own.map(claim => ({ what: commitmentLine(claim, wording), quote: quoted(claim) })),
      )
    }),
    section(
      wording.gatesAndLinks,
      once([
        ...of('gate').map(claim => ({ what: claim.names.join(' – '), quote: inContext(claim) })),
        ...of('link').map(claim => ({ what: claim.ends.join(' – '), quote: quoted(claim) })),
      ]),
    ),
    section(
      wording.figures,
      of('figure').map(claim => ({ what: claim.quote.exact, quote: inContext(claim) })),
    ),
    section(
      wording.people,
      of('person').map(claim => ({ what: claim.name, quote: claim.offices.join('; ') || inContext(claim) })),
    ),
  ]
  return {
    title: document.title ?? document.file ?? '',
    source: [document.file, document.outlet, document.published].filter(Boolean).join(' · '),
    note: relevant ? null : wording.notCooperation,
    sections: sections.filter(s => s.count > 0).map(s => ({ ...s, rows: s.rows.slice(0, most) })),
  }
}

/** The words of a claim, and how surely they were recognised where they come from a picture. */
const quoted = ({ quote, confidence }: Claim): string => quote.exact + sureness(confidence)

const sureness = (confidence: number | undefined): string => (confidence === undefined ? '' : ` [${confidence} %]`)

type ClaimOf<T extends ClaimType> = Extract<Claim, { type: T }>

const section = (title: string, rows: readonly SummaryRow[]): SummarySection => ({ title, rows, count: rows.length })

/** A gate that a report names five times is shown once, where it comes first. */
const once = (rows: readonly SummaryRow[]): SummaryRow[] =>
  rows.filter(({ what }, i) => rows.findIndex(row => row.what === what) === i)

/**
 * The quote with the whole words around it on its line, and `…` where the line goes on: a meeting's or a gate's own words
 * are too short to be understood alone.
 */
function inContext({ quote: { start, prefix, exact, suffix }, confidence }: Claim): string {
  const cutBefore = !prefix.includes('\n') && prefix.length < start
  const cutBehind = !suffix.includes('\n') && suffix.length === CONTEXT
  const before = (prefix.split('\n').at(-1) ?? '').replace(cutBefore ? /^\S*\s*/u : '', '')
  const behind = suffix.split('\n')[0].replace(cutBehind ? /\s*\S*$/u : '', '')
  const words = `${before}${exact}${behind}`.replace(/\s+/gu, ' ').trim()
  return `${cutBefore ? '… ' : ''}${words}${cutBehind ? ' …' : ''}${sureness(confidence)}`
}

/** Units that a quote keeps on each side: a shorter suffix ends with the text. */
const CONTEXT = 32

function meetingLine(claim: ClaimOf<'meeting'>, wording: Wording): string {
  const days =
    claim.start === null
      ? wording.noDay
      : claim.end !== null && claim.end !== claim.start
        ? `${claim.start} – ${claim.end}`
        : claim.start
  const session = claim.session === null ? null : wording.session(claim.session)
  const kind = claim.kind === 'other' ? null : wording.meetingKinds[claim.kind]
  return [days, kind, session, claim.place, claim.parties.join(' – ')].filter(Boolean).join(' · ')
}

function commitmentLine(claim: ClaimOf<'commitment'>, wording: Wording): string {
  const due = claim.due === null ? null : wording.until(claim.due)
  const assigned = assignmentLines({ ...NOT_ASSIGNED, ...claim }, wording)
  return [claim.by.join(' + '), claim.speaker, due, ...assigned].filter(Boolean).join(' · ')
}

const NOT_ASSIGNED = { assignees: [], supporting: [], standing: false, progress: null, reason: null }

const instrumentLine = ({ status, parties }: ClaimOf<'instrument'>, wording: Wording): string =>
  [wording.statuses[status], parties.join(' – ')].filter(Boolean).join(' · ')

/** Counts over many readings. */
export function totalsOf(readings: Iterable<Reading>): Totals {
  const totals = { reports: 0, about: 0, meetings: 0, commitments: 0, gates: 0, figures: 0, people: 0 }
  for (const reading of readings) addTotals(totals, reading)
  return totals
}

export function addTotals(totals: { -readonly [K in keyof Totals]: number }, { relevant, claims }: Reading): void {
  const count = (type: ClaimType): number => claims.filter(claim => claim.type === type).length
  totals.reports++
  if (relevant) totals.about++
  totals.meetings += count('meeting')
  totals.commitments += count('commitment')
  totals.gates += new Set(claims.flatMap(claim => (claim.type === 'gate' ? [claim.names.join('|')] : []))).size
  totals.figures += count('figure')
  totals.people += count('person')
}
