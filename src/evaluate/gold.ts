import type { ClaimType } from '../model/kinds.ts'
import type { Span } from '../text/span.ts'

/** A gold entry that has words: as a span, or as the run of text itself (`nth` for a later occurrence). */
export interface Located {
  readonly span?: Span
  readonly at?: string
  readonly nth?: number
}

export interface GoldMeeting extends Located {
  readonly kind: string
  readonly start: string | null
  readonly end: string | null
  readonly place: string | null
  readonly parties: readonly string[]
}

export interface GoldInstrument extends Located {
  readonly kind: string
  readonly title: string
}

export interface GoldCommitment extends Located {
  readonly stage: string
  readonly by: readonly string[]
  readonly fields: readonly string[]
}

export interface GoldDate extends Located {
  readonly start: string | null
  readonly end: string | null
}

/** What a careful reader takes from one report: a file of `eval/gold` (see docs/evaluation.md). */
export interface Gold {
  readonly doc: string
  readonly lang: string
  readonly relevant: boolean
  readonly meetings: readonly GoldMeeting[]
  readonly people: readonly { readonly name: string; readonly offices: readonly string[] }[]
  readonly places: readonly string[]
  readonly organizations: readonly string[]
  readonly mechanisms: readonly { readonly name: string; readonly session: number | null }[]
  readonly instruments: readonly GoldInstrument[]
  readonly commitments: readonly GoldCommitment[]
  readonly figures: readonly { readonly value: number; readonly unit: string }[]
  readonly gates: readonly { readonly names: readonly string[] }[]
  readonly links: readonly { readonly mode: string; readonly ends: readonly string[] }[]
  readonly dates: readonly GoldDate[]
}

/** The lists that every gold file has; each may be empty. */
export const GOLD_LISTS = [
  'meetings',
  'people',
  'places',
  'organizations',
  'mechanisms',
  'instruments',
  'commitments',
  'figures',
  'gates',
  'links',
  'dates',
] as const

/** A gold file as it was read. Throws an Error that says which field is missing. */
export function parseGold(json: string): Gold {
  const value: unknown = JSON.parse(json)
  if (typeof value !== 'object' || value === null) throw new Error('a gold file is one JSON object')
  const record = value as Record<string, unknown>
  if (typeof record['doc'] !== 'string')
    throw new Error('the field "doc" is missing: the name of the report, without its ending')
  if (typeof record['relevant'] !== 'boolean') throw new Error('the field "relevant" is missing: true or false')
  for (const list of GOLD_LISTS)
    if (!Array.isArray(record[list])) throw new Error(`the list "${list}" is missing; it may be empty`)
  return value as Gold
}

/** An entry with the place of its words. */
export type Placed<T extends Located> = T & { readonly span: Span }

/** The entries with their spans in the text. Throws an Error where the words of one are not in it. */
export const placed = <T extends Located>(entries: readonly T[], text: string): Placed<T>[] =>
  entries.map(entry => ({ ...entry, span: spanOf(entry, text) }))

function spanOf(entry: Located, text: string): Span {
  const { span } = entry
  if (span) {
    if (span.start < 0 || span.end > text.length)
      throw new Error(`${span.start}-${span.end} is outside the text: was the report changed?`)
    return span
  }
  const run = entry.at ?? ''
  let start = -1
  for (let i = 0; i < (entry.nth ?? 1); i++) start = text.indexOf(run, start + 1)
  if (run === '' || start < 0) throw new Error(`not in the text: "${run}"`)
  return { start, end: start + run.length }
}

/** Claims that a report which is no cooperation across a border cannot make. */
export const COOPERATION_TYPES: readonly ClaimType[] = ['commitment', 'instrument', 'gate', 'link']
