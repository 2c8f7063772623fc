import Table from 'cli-table3'
import type { Summary, SummarySection } from '../summary.ts'
import type { Wording } from '../wording.ts'

/** How a terminal shows emphasis; the identity where it shows none. */
export interface Style {
  readonly title: (text: string) => string
  readonly section: (text: string) => string
  readonly side: (text: string) => string
  readonly faint: (text: string) => string
  readonly open: (text: string) => string
  readonly alarm: (text: string) => string
  readonly plain: (text: string) => string
}

const same = (text: string): string => text

export const plainStyle: Style = {
  title: same,
  section: same,
  side: same,
  faint: same,
  open: same,
  alarm: same,
  plain: same,
}

/** Narrowest and widest page, in columns: beyond the widest, lines are hard to follow. */
const NARROWEST = 60
const WIDEST = 116

export const pageWidth = (columns: number | undefined): number => Math.min(WIDEST, Math.max(NARROWEST, columns ?? 100))

const NO_LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' ',
}

/** Cells in columns of the given widths, words wrapped, with no lines drawn. */
export function columns(rows: readonly (readonly string[])[], widths: readonly number[]): string {
  const style = { head: [], border: [], 'padding-left': 0, 'padding-right': 0 }
  const table = new Table({ chars: NO_LINES, style, colWidths: [...widths], wordWrap: true })
  for (const row of rows) table.push([...row])
  return table.toString().replace(/[ \t]+$/gm, '')
}

/** A report at a glance: each thing with the words of the report beside it. `width` in columns. */
export function renderSummary(summary: Summary, wording: Wording, style: Style, width: number): string {
  const head = [style.title(columns([[summary.title]], [width])), style.faint(summary.source)]
  const note = summary.note ? ['', style.faint(columns([['', summary.note]], [1, width - 2]))] : []
  return [
    ...head,
    ...note,
    ...summary.sections.flatMap(section => ['', renderSection(section, wording, style, width)]),
    '',
  ].join('\n')
}

function renderSection({ title, rows, count }: SummarySection, wording: Wording, style: Style, width: number): string {
  const left = Math.floor(width * 0.34)
  const cells = rows.map(({ what, quote }) => ['', style.side(what), `“${quote}”`])
  const more = count > rows.length ? [style.faint(`  ${wording.more(count - rows.length)}`)] : []
  return [style.section(`${title} (${count})`), columns(cells, [1, left, width - left - 3]), ...more].join('\n')
}
