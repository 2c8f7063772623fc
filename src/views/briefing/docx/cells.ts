import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import { COLORS, LINE_WIDTH } from './style.ts'

const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const HAIR: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: COLORS.hair }
const RULE: IBorderOptions = { style: BorderStyle.SINGLE, size: 8, color: COLORS.accent }

/** What stands between rows: nothing, a hairline, or a rule under the first row. */
export type Ruling = 'none' | 'hair' | 'head'

/** A row of a table: the paragraphs of each of its cells. */
export type Cells = readonly (readonly Paragraph[])[]

/**
 * A table of fixed columns over the whole line; `shares` of the width. A row is never broken between two pages. With the ruling `head` the first
 * row stands again on each page.
 */
export function cells(rows: readonly Cells[], shares: readonly number[], ruling: Ruling): Table {
  const sum = shares.reduce((a, b) => a + b, 0)
  const widths = shares.map(share => Math.round((share / sum) * LINE_WIDTH))
  return new Table({
    width: { size: LINE_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.LEFT,
    borders: { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE },
    rows: rows.map(
      (row, i) =>
        new TableRow({
          cantSplit: true,
          ...(ruling === 'head' && i === 0 ? { tableHeader: true } : {}),
          children: row.map((children, c) =>
            cell(children, widths[c], ruling === 'head' && i === 0 ? RULE : ruling === 'none' ? NONE : HAIR),
          ),
        }),
    ),
  })
}

const cell = (children: readonly Paragraph[], width: number, bottom: IBorderOptions): TableCell =>
  new TableCell({
    children: [...children],
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 0, right: 100 },
    borders: { top: NONE, left: NONE, right: NONE, bottom },
  })
