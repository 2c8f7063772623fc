import { dayNumber } from '../../model/calendar.ts'
import { rungOf, type Stage } from '../../model/stage.ts'
import type { Telling } from '../../ledger/query/undertaking.ts'
import type { BriefingOptions, Item } from './facts.ts'

/** Days without a word after which a promise counts as silent: half a year, the pace of the reports. */
export const SILENT_DAYS = 180

/** Days ahead in which a deadline is near. */
export const SOON_DAYS = 90

/** Who has to act: by their own word (`theirs`), by ours, both; or one side only asks the other (`they-ask`, `we-ask`). */
export type Burden = 'theirs' | 'ours' | 'both' | 'they-ask' | 'we-ask' | 'unsaid'

/** Why something is worth a word. Days are ISO. */
export type Reason =
  | { readonly kind: 'burden'; readonly burden: Burden; readonly stage: Stage; readonly day: string | null }
  | { readonly kind: 'overdue'; readonly due: string }
  | { readonly kind: 'due'; readonly due: string }
  | { readonly kind: 'stalled'; readonly day: string | null }
  | { readonly kind: 'again'; readonly times: number; readonly last: string | null }
  | { readonly kind: 'silent'; readonly days: number }
  | { readonly kind: 'opposed'; readonly first: Said; readonly second: Said }

/** What a report says of a stage. */
export interface Said {
  readonly source: string
  readonly day: string | null
  readonly stage: Stage
}

/** How many undertakings stand where. */
export interface Counts {
  readonly all: number
  readonly done: number
  readonly underway: number
  /** Agreed, signed or approved, and nothing was seen to begin. */
  readonly agreed: number
  /** A pledge of one side, a proposal, a wish. */
  readonly asked: number
  readonly late: number
  readonly silent: number
  readonly soon: number
}

/** What is missing in what was read. */
export type Gap =
  | {
      readonly kind: 'months'
      readonly side: 'ours' | 'partner'
      readonly without: readonly string[]
      readonly of: number
    }
  | { readonly kind: 'languages'; readonly langs: readonly string[] }
  | { readonly kind: 'silent'; readonly items: number; readonly of: number }
  | { readonly kind: 'single'; readonly items: number; readonly of: number }
  | { readonly kind: 'copies'; readonly copies: number; readonly of: number }
  | { readonly kind: 'undated'; readonly reports: number }
  | { readonly kind: 'unchecked'; readonly items: number; readonly of: number }
  | { readonly kind: 'more'; readonly items: number }

const has = (sides: readonly string[], side: string): boolean =>
  sides.includes(side) || sides.some(each => side.startsWith(`${each}-`))

const isAsked = (stage: Stage): boolean => stage === 'wished' || stage === 'proposed'

/** Whose turn it is, by the last promise or proposal. A country that has to act speaks for its province. */
export function burdenOf({ row, by }: Item, { ours, partner }: BriefingOptions): Burden {
  const [we, they] = [has(row.must, ours), has(row.must, partner)]
  if (isAsked(row.stage)) {
    if (has(by, partner) && !has(by, ours)) return 'they-ask'
    if (has(by, ours) && !has(by, partner)) return 'we-ask'
  }
  if (we && they) return 'both'
  return they ? 'theirs' : we ? 'ours' : 'unsaid'
}

export const isOpen = ({ row }: Item): boolean => row.stage !== 'done'

export const isLate = ({ row }: Item): boolean => isOpenRow(row.stage) && (row.overdue || row.stalled)

const isOpenRow = (stage: Stage): boolean => stage !== 'done'

export const isSilent = ({ row }: Item): boolean => (row.silent ?? 0) >= SILENT_DAYS

/** Whether it is to be done within three months of the day. */
export const isDueSoon = ({ row }: Item, at: string): boolean =>
  row.due !== null && !row.overdue && dayNumber(row.due) - dayNumber(at) <= SOON_DAYS

/** In which of four groups a stage is told to the director. */
export function groupOf(stage: Stage): 'done' | 'underway' | 'agreed' | 'asked' {
  if (stage === 'done' || stage === 'underway') return stage
  return rungOf(stage) >= rungOf('agreed') ? 'agreed' : 'asked'
}

export function countsOf(items: readonly Item[], at: string): Counts {
  const count = (test: (item: Item) => boolean): number => items.filter(test).length
  return {
    all: items.length,
    done: count(({ row }) => groupOf(row.stage) === 'done'),
    underway: count(({ row }) => groupOf(row.stage) === 'underway'),
    agreed: count(({ row }) => groupOf(row.stage) === 'agreed'),
    asked: count(({ row }) => groupOf(row.stage) === 'asked'),
    late: count(isLate),
    silent: count(isSilent),
    soon: count(item => isOpen(item) && isDueSoon(item, at)),
  }
}

/** All that is to be said of where an item stands, the gravest last word first. */
export function reasonsOf(item: Item, options: BriefingOptions, sourceOf: (telling: Telling) => string): Reason[] {
  const { row, first, last, opposed } = item
  const told = (telling: Telling): Said => ({ source: sourceOf(telling), day: telling.day, stage: telling.stage })
  const promised = first ?? last
  const burden = burdenOf(item, options)
  return [
    ...(promised && burden !== 'unsaid'
      ? [{ kind: 'burden', burden, stage: promised.stage, day: promised.day } as const]
      : []),
    ...opposed
      .slice(0, 1)
      .map(pair => ({ kind: 'opposed', first: told(pair.first), second: told(pair.second) }) as const),
    ...(row.stalled ? [{ kind: 'stalled', day: row.last } as const] : []),
    ...(row.due === null
      ? []
      : [row.overdue ? ({ kind: 'overdue', due: row.due } as const) : ({ kind: 'due', due: row.due } as const)]),
    ...(row.promisedAgain > 0 ? [{ kind: 'again', times: row.promisedAgain, last: row.last } as const] : []),
    ...(isSilent(item) ? [{ kind: 'silent', days: row.silent! } as const] : []),
  ]
}
