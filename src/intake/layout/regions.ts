import { median, type PageLine, rightOf } from './page.ts'

/** A part of a page. `text`: lines below each other. `table`: rows of cells, each cell as its lines. */
export type Region =
  | { readonly kind: 'text'; readonly lines: readonly PageLine[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly PageLine[])[])[] }

/** A gap between columns, as x from and to. */
interface Gutter {
  readonly from: number
  readonly to: number
}

/** Narrowest gutter, in sizes of the letters. */
const NARROWEST = 0.7
/** Farther below each other, in sizes, rows are of two regions. */
const FARTHEST = 4

/** The parts of a page in reading order: columns one after the other, tables row by row. */
export function regionsOf(rows: readonly (readonly PageLine[])[]): Region[] {
  const regions: Region[] = []
  let plain: PageLine[] = []
  const endPlain = (): void => {
    if (plain.length > 0) regions.push({ kind: 'text', lines: plain })
    plain = []
  }
  for (let at = 0; at < rows.length;) {
    const to = rows[at].length > 1 ? regionEnd(rows, at) : at
    if (to - at < 1 || (to - at === 1 && rows[at].length < 2)) {
      plain.push(...rows[at++])
      continue
    }
    const above = cellLinesAbove(plain, rows.slice(at, to))
    endPlain()
    regions.push(...columnRegions([...above.map(line => [line]), ...rows.slice(at, to)]))
    at = to
  }
  endPlain()
  return regions
}

/** Up to which row the gutters of a first row go on. */
function regionEnd(rows: readonly (readonly PageLine[])[], from: number): number {
  let gutters = guttersOf(rows[from])
  let to = from + 1
  for (let last = from; to < rows.length && gutters.length > 0; to++) {
    if (rows[last][0].y - rows[to][0].y > rows[to][0].size * FARTHEST) break
    const left = narrowed(gutters, rows[to])
    if (left.length === 0) break
    gutters = left
    last = to
  }
  // Lines at the end that stand in the first column alone are what follows the columns.
  while (to > from + 1 && rows[to - 1].length === 1 && isFullText(rows, from, to)) to--
  return to
}

/** Whether the last rows are lone lines at the left that are no part of a cell: a wide step parts them from the row before. */
function isFullText(rows: readonly (readonly PageLine[])[], from: number, to: number): boolean {
  const [line] = rows[to - 1]
  const before = rows[to - 2]
  const leftmost = Math.min(...rows.slice(from, to - 1).map(([first]) => first.x))
  return before[0].y - line.y > line.size * 1.7 && line.x < leftmost + line.size
}

function guttersOf(row: readonly PageLine[]): Gutter[] {
  return row.slice(1).map((line, i) => ({ from: rightOf(row[i]), to: line.x }))
}

/** What a row leaves of gutters. */
function narrowed(gutters: readonly Gutter[], row: readonly PageLine[]): Gutter[] {
  return gutters.flatMap(gutter => {
    let parts: Gutter[] = [gutter]
    for (const line of row)
      parts = parts.flatMap(({ from, to }) => {
        if (rightOf(line) <= from || line.x >= to) return [{ from, to }]
        return [
          { from, to: line.x },
          { from: rightOf(line), to },
        ]
      })
    return parts.filter(({ from, to }) => to - from >= row[0].size * NARROWEST)
  })
}

/** Takes from the lines before a table those that are the upper lines of its cells: close to it, and across no gutter. */
function cellLinesAbove(plain: PageLine[], rows: readonly (readonly PageLine[])[]): PageLine[] {
  const gutters = commonGutters(rows)
  const taken: PageLine[] = []
  for (let below = rows[0][0]; plain.length > 0; below = taken[0]) {
    const last = plain.at(-1)!
    const isClose = last.page === below.page && last.y - below.y < last.size * CELL_STEP
    if (!isClose || gutters.some(({ from, to }) => last.x < from && rightOf(last) > to)) break
    taken.unshift(plain.pop()!)
  }
  return taken
}

/** Gutters that no line of any row crosses; narrow ones count, too, where so many agree. */
function commonGutters(rows: readonly (readonly PageLine[])[]): Gutter[] {
  const lines = rows.flat().toSorted((a, b) => a.x - b.x)
  const gutters: Gutter[] = []
  let right = lines[0] ? rightOf(lines[0]) : 0
  for (const line of lines) {
    if (line.x - right > line.size * COMMON) gutters.push({ from: right, to: line.x })
    right = Math.max(right, rightOf(line))
  }
  return gutters
}

/** Narrowest gutter that all rows agree on, in sizes of the letters. */
const COMMON = 0.3

function columnRegions(rows: readonly (readonly PageLine[])[]): Region[] {
  const cuts = commonGutters(rows)
    .map(({ from, to }) => (from + to) / 2)
    .toSorted((a, b) => a - b)
  const columnOf = (line: PageLine): number => cuts.filter(cut => cut < line.x + line.width / 2).length
  const columns = Array.from({ length: cuts.length + 1 }, (_, i) => rows.flat().filter(line => columnOf(line) === i))
  if (areTextColumns(columns) || isLayout(columns)) return columns.map(lines => ({ kind: 'text', lines }))
  return [{ kind: 'table', rows: tableRows(columns) }]
}

/** Fewest lines of a column of text, and how full its lines are. */
const LEAST_LINES = 4
const FULL = 0.75

/** Columns of one width, full of text: not the cells of a table. */
function areTextColumns(columns: readonly (readonly PageLine[])[]): boolean {
  if (columns.length < 2 || columns.length > 3) return false
  const widths = columns.map(lines => Math.max(...lines.map(rightOf)) - Math.min(...lines.map(({ x }) => x)))
  if (Math.min(...widths) < Math.max(...widths) * 0.6) return false
  return columns.every(
    (lines, i) => lines.length >= LEAST_LINES && median(lines.map(({ width }) => width)) >= widths[i] * FULL,
  )
}

/** Two columns of centred lines: the head of a letter, its signatures. Cells of a table begin at one edge. */
function isLayout(columns: readonly (readonly PageLine[])[]): boolean {
  if (columns.length !== 2) return false
  return columns.every(lines => {
    const edge = Math.min(...lines.map(({ x }) => x))
    const begun = lines.filter(({ x, size }) => x - edge < size / 2).length
    return lines.length === 1 || begun * 2 <= lines.length + 1
  })
}

/** Lines of a cell are closer than this, in sizes. */
const CELL_STEP = 1.45

/** The rows of a table: cells that stand beside each other, at whatever height of the row. */
function tableRows(columns: readonly (readonly PageLine[])[]): PageLine[][][] {
  const cells = columns.flatMap((lines, column) => cellsOf(lines).map(cell => ({ column, lines: cell })))
  const rows: { top: number; bottom: number; cells: PageLine[][] }[] = []
  for (const { column, lines } of cells.toSorted((a, b) => topOf(b.lines) - topOf(a.lines))) {
    const top = topOf(lines)
    const bottom = lines.at(-1)!.y
    let row = rows.find(one => top > one.bottom + 1 && bottom < one.top - 1)
    if (!row) {
      row = { top, bottom, cells: columns.map(() => []) }
      rows.push(row)
    }
    row.top = Math.max(row.top, top)
    row.bottom = Math.min(row.bottom, bottom)
    row.cells[column].push(...lines)
  }
  return rows.toSorted((a, b) => b.top - a.top).map(row => row.cells)
}

const topOf = (lines: readonly PageLine[]): number => lines[0].y + lines[0].size * 0.8

function cellsOf(lines: readonly PageLine[]): PageLine[][] {
  const cells: PageLine[][] = []
  for (const line of lines.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const last = cells.at(-1)?.at(-1)
    if (last && last.y - line.y <= line.size * CELL_STEP) cells.at(-1)!.push(line)
    else cells.push([line])
  }
  return cells
}
