import type { TokenRange } from '../../text/segment.ts'
import { NUMBER } from '../../text/tokens.ts'
import type { ReadContext } from '../context.ts'
import { withoutStops } from '../statements/marks.ts'
import { cellsOf } from './cells.ts'
import { type Duty, dutyLabel, type DutyPart, joinDuties, partOf } from './duties.ts'

/** A row of a table whose rows are items: the words of each column that tells something. */
export interface Row {
  readonly item: TokenRange
  readonly duty: Duty
  /** How far it has come; null where the table has no such column. */
  readonly state: TokenRange | null
  readonly reason: TokenRange | null
}

/** A line in a table: a head, or a row; null for a row that only heads those below it. */
export type TableLine = Row | 'head' | null

type Column = DutyPart | 'item' | 'state' | 'reason' | 'other'

/** Fewest columns that tell something, the item among them. */
const LEAST_COLUMNS = 2

/** The lines of the tables that list tasks or what came of them, by their numbers. */
export function tableLines(context: ReadContext): ReadonlyMap<number, TableLine> {
  const found = new Map<number, TableLine>()
  if (!context.document.text.includes('|')) return found
  let columns: readonly Column[] | null = null
  context.lines.forEach((line, number) => {
    const cells = cellsOf(context, line)
    const head = cells.length > 1 ? columnsOf(context, cells) : null
    if (head) columns = head
    else if (cells.length === 1) columns = null
    if (columns) found.set(number, head ? 'head' : rowOf(context, columns, cells))
  })
  return found
}

/** The columns that a row of heads names; null for any other row. */
function columnsOf(context: ReadContext, cells: readonly TokenRange[]): Column[] | null {
  const columns = cells.map(cell => columnOf(context, cell))
  const telling = columns.filter(column => column !== 'other')
  return columns.includes('item') && telling.length >= LEAST_COLUMNS ? columns : null
}

/** Longest head of a column, in tokens. */
const LONGEST_HEAD = 10

function columnOf(context: ReadContext, { from, to }: TokenRange): Column {
  if (to - from > LONGEST_HEAD || from === to) return 'other'
  const label = dutyLabel(context, from)
  if (label) return label.part
  if (context.has(from, 'STATUS')) return 'state'
  const column = context.value(from, 'COLUMN')
  return column === 'item' || column === 'reason' ? column : 'other'
}

/** A row has as many cells as the head; fewer, where cells were joined, are of no use. */
function rowOf(context: ReadContext, columns: readonly Column[], cells: readonly TokenRange[]): Row | null {
  if (cells.length !== columns.length) return null
  const cellOf = (column: Column): TokenRange | null => {
    const cell = cells[columns.indexOf(column)]
    return cell && cell.to > cell.from ? cell : null
  }
  const told = columns.flatMap((column, i) => {
    const isDuty = column === 'lead' || column === 'support' || column === 'time' || column === 'due'
    return isDuty && cells[i].to > cells[i].from ? [partOf(context, column, cells[i])] : []
  })
  const item = cellOf('item')
  const [state, reason] = [cellOf('state'), cellOf('reason')]
  if (!item || (told.length === 0 && !state)) return null
  return { item: withoutStops(context, withoutNumber(context, item)), duty: joinDuties(told), state, reason }
}

/** "1. Ký …": without the number of the row. */
function withoutNumber(context: ReadContext, { from, to }: TokenRange): TokenRange {
  let at = from
  while (at < to && ((context.tokens.shape[at] & NUMBER) !== 0 || context.isMark(at, '-+.)'))) at++
  // What begins with a figure of its own is no numbered item: "20 học sinh …".
  return at > from && context.isMark(at - 1, '-+.)') ? { from: at, to } : { from, to }
}
