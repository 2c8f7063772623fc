import type { PaperLine } from './paper-lines.ts'

/** Puts the paragraphs and tables of a paper into lines, as they are met. */
export interface PaperWriter {
  /** Lines that are done. */
  readonly lines: readonly PaperLine[]
  /** A line belongs to the cell that is open, or to the paper. */
  readonly add: (line: PaperLine) => void
  readonly openTable: () => void
  readonly openCell: () => void
  readonly endRow: (path: string) => void
  readonly endTable: () => void
}

interface OpenTable {
  readonly cells: PaperLine[][]
  readonly lines: PaperLine[]
}

export function paperWriter(): PaperWriter {
  const lines: PaperLine[] = []
  const tables: OpenTable[] = []
  const add = (line: PaperLine): void => {
    const table = tables.at(-1)
    void (table?.cells.at(-1) ?? table?.lines ?? lines).push(line)
  }
  return {
    lines,
    add,
    openTable: () => void tables.push({ cells: [], lines: [] }),
    openCell: () => void tables.at(-1)?.cells.push([]),
    endRow: path => {
      const table = tables.at(-1)
      if (table) table.lines.push(...rowLines(table.cells.splice(0), path))
    },
    endTable: () => tables.pop()?.lines.forEach(add),
  }
}

/** Parts the cells of a row on its line, as on web pages. */
const CELL_END = ' | '

/**
 * A row of data is one line, its cells parted by bars. Where a cell holds several paragraphs in a row of two (the head of a paper, its
 * signatures), the table only lays the page out: its paragraphs are lines.
 */
function rowLines(cells: readonly (readonly PaperLine[])[], path: string): readonly PaperLine[] {
  const filled = cells.map(cell => cell.filter(({ text }) => text.trim() !== ''))
  const used = filled.filter(cell => cell.length > 0).length
  const isLayout = filled.length <= 2 && filled.some(cell => cell.length > 1)
  if (used <= 1 || isLayout) return filled.flat()
  const text = filled.map(cell => cell.map(line => oneLine(line.text)).join(' ')).join(CELL_END)
  return [{ text: text.trim(), path }]
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
