import type { SourceRun } from '../../text/source-map.ts'
import type { NormalizedText } from '../lines.ts'
import { furnitureTest, outerRows } from './furniture.ts'
import type { Page, PageLine } from './page.ts'
import { joint, paragraphsOf } from './paragraphs.ts'
import { type Region, regionsOf } from './regions.ts'
import { rowsOf } from './segments.ts'

/** The text of pages as it is read: without heads, feet and numbers, lines joined to paragraphs, tables as rows; each run leads to its box. */
export function textOfPages(pages: readonly Page[]): NormalizedText {
  const rows = pages.map(rowsOf)
  const isFurniture = furnitureTest(pages, rows)
  const writer = new PageWriter()
  let open: PageLine[] = []
  const endOpen = (): void => {
    for (const paragraph of paragraphsOf(open)) writer.paragraph(paragraph)
    open = []
  }
  pages.forEach((page, i) => {
    const outer = new Set(outerRows(rows[i]))
    const kept = rows[i]
      .map(row => row.filter(line => !isFurniture(line, page, outer.has(row))))
      .filter(row => row.length > 0)
    for (const region of regionsOf(kept)) {
      // Text goes on from page to page; columns and tables stand by themselves.
      if (region.kind === 'text' && isWide(region, kept)) open.push(...region.lines)
      else {
        endOpen()
        writeRegion(writer, region)
      }
    }
  })
  endOpen()
  return writer.finish()
}

/** Whether a region is set over the whole width, and no column of it. */
function isWide({ lines }: Extract<Region, { kind: 'text' }>, rows: readonly (readonly PageLine[])[]): boolean {
  const alone = new Set(rows.filter(row => row.length === 1).map(([line]) => line))
  return lines.some(line => alone.has(line))
}

function writeRegion(writer: PageWriter, region: Region): void {
  if (region.kind === 'text') for (const paragraph of paragraphsOf(region.lines)) writer.paragraph(paragraph)
  else for (const row of region.rows) writer.row(row)
}

/** Puts lines together and notes where each came from. */
class PageWriter {
  private readonly parts: string[] = []
  private readonly runs: SourceRun[] = []
  private length = 0

  paragraph(lines: readonly PageLine[]): void {
    this.newLine()
    this.joined(lines)
  }

  /** Cells are parted by bars. */
  row(cells: readonly (readonly PageLine[])[]): void {
    this.newLine()
    cells.forEach((cell, i) => {
      if (i > 0) this.put(' | ')
      this.joined(cell)
    })
  }

  private newLine(): void {
    if (this.length > 0) this.put('\n')
  }

  private joined(lines: readonly PageLine[]): void {
    lines.forEach((line, i) => {
      const next = lines[i + 1]
      const { gap, cut } = next ? joint(line.text, next.text) : { gap: '', cut: 0 }
      this.runs.push(runOf(this.length, line))
      this.put(line.text.slice(0, line.text.length - cut))
      this.put(gap)
    })
  }

  private put(text: string): void {
    this.parts.push(text)
    this.length += text.length
  }

  finish(): NormalizedText {
    return { text: this.parts.join(''), sourceMap: this.runs }
  }
}

/** Letters reach below their base line by about a fifth of their size. */
const BELOW = 0.22

const round = (value: number): number => Math.round(value * 10) / 10

function runOf(text: number, { page, x, y, width, size, confidence, ...line }: PageLine): SourceRun {
  const box = [x, y - size * BELOW, x + width, y + size * (1 - BELOW)].map(round) as [number, number, number, number]
  const place = { page, box, units: line.text.length }
  return confidence === undefined ? { text, source: 0, place } : { text, source: 0, place, confidence }
}
