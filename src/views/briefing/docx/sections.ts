import {
  AlignmentType,
  FootnoteReferenceRun,
  HeadingLevel,
  LineRuleType,
  ImageRun,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from 'docx'
import type { Briefing, BriefingLine, BriefingSection, BriefingTable } from '../../api/briefing.ts'
import { cells, type Cells } from './cells.ts'
import { SMALLER } from './fit.ts'
import { COLORS, LINE_WIDTH, SIZES, styled, TONES } from './style.ts'

/** What a paper is being written with. `cited`: footnotes that stand already; a second reference is a raised number, or Word would count it anew. */
export interface Pen {
  readonly lang: Briefing['lang']
  readonly cited: Set<number>
  /** Half points of the letters; reasons and tables are smaller. */
  readonly size: number
  /** PNG of a drawing, by its SVG; none where the machine cannot paint. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
  /** Drawings so far: each has its own number. */
  readonly drawn: { count: number }
}

type Block = Paragraph | Table

export const run = (...options: Parameters<typeof styled>): TextRun => new TextRun(styled(...options))

export function sectionBlocks(section: BriefingSection, pen: Pen): Block[] {
  const { level, title, intro, counts, lines, table, drawing } = section
  return [
    new Paragraph({
      heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
      keepNext: true,
      children: [run(title)],
    }),
    ...(counts.length > 0 ? [countsTable(counts)] : []),
    ...(intro === null
      ? []
      : [
          new Paragraph({
            spacing: { after: 80 },
            keepNext: lines.length > 0,
            children: [run(intro, { size: pen.size, color: COLORS.soft })],
          }),
        ]),
    ...lineBlocks(lines, pen),
    ...(drawing ? drawingBlocks(drawing, pen) : []),
    ...(table ? [tableOf(table, pen)] : []),
  ]
}

function countsTable(counts: BriefingSection['counts']): Table {
  const row: Cells = counts.map(({ value, label, tone }) => [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [run(value, { bold: true, size: 36, color: TONES[tone] })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 60 },
      children: [run(label, { size: SIZES.note, color: COLORS.soft })],
    }),
  ])
  return cells(
    [row],
    counts.map(() => 1),
    'hair',
  )
}

/** Lines with a mark or a number are rows of a table; sentences are paragraphs. */
function lineBlocks(lines: readonly BriefingLine[], pen: Pen): Block[] {
  const isRow = ({ mark, number }: BriefingLine): boolean => mark !== '' || number !== null
  const sentences = lines.filter(line => !isRow(line))
  const rows = lines.filter(isRow)
  return [
    ...sentences.map(
      ({ text, notes }) =>
        new Paragraph({
          alignment: pen.lang === 'zh' ? AlignmentType.LEFT : AlignmentType.JUSTIFIED,
          spacing: { before: 60, after: 60 },
          children: [run(text, { size: pen.size }), ...noteRuns(notes, pen)],
        }),
    ),
    ...(rows.length > 0
      ? [
          cells(
            rows.map(line => rowOf(line, pen)),
            [7, 128, 29],
            'hair',
          ),
        ]
      : []),
  ]
}

function rowOf(line: BriefingLine, pen: Pen): Cells {
  const { number, subject, text, why, mark, tone, notes } = line
  const { size } = pen
  const small = size - SMALLER
  const lead = number === null ? '–' : `${number}.`
  const named =
    subject === null ? [] : [run(subject, { bold: true, size }), run(pen.lang === 'zh' ? '：' : ': ', { size })]
  const cited = noteRuns(notes, pen)
  return [
    [new Paragraph({ children: [run(lead, { size, color: COLORS.soft })] })],
    [
      new Paragraph({ children: [...named, run(text, { size }), ...(why === null ? cited : [])] }),
      ...(why === null ? [] : [new Paragraph({ children: [run(why, { size: small, color: COLORS.soft }), ...cited] })]),
    ],
    [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [run(mark, { bold: true, size: small, color: TONES[tone] })],
      }),
    ],
  ]
}

function noteRuns(notes: readonly number[], { cited }: Pen): ParagraphChild[] {
  return notes.flatMap((n, i): ParagraphChild[] => {
    const comma = i > 0 ? [run(',', { superScript: true })] : []
    if (cited.has(n)) return [...comma, run(String(n), { superScript: true })]
    cited.add(n)
    return [...comma, new FootnoteReferenceRun(n)]
  })
}

function tableOf({ head, widths, rows }: BriefingTable, pen: Pen): Table {
  const top: Cells = head.map(cell => [new Paragraph({ children: [run(cell, { bold: true, size: SIZES.small })] })])
  const body = rows.map(({ cells: row, notes }): Cells =>
    row.map((cell, i) => [
      new Paragraph({
        children: [run(cell, { size: SIZES.small }), ...(i === row.length - 1 ? noteRuns(notes, pen) : [])],
      }),
    ]),
  )
  return cells([top, ...body], widths, 'head')
}

/** Pixels in twentieths of a point, at 96 to the inch. */
const TWIPS = 15

/** A drawing as a picture; in words where there is none. */
function drawingBlocks(
  { svg, caption, alt, width, height }: NonNullable<BriefingSection['drawing']>,
  pen: Pen,
): Paragraph[] {
  const data = pen.pictures.get(svg)
  if (!data) return [new Paragraph({ children: [run(alt, { italics: true, size: SIZES.small, color: COLORS.soft })] })]
  const scale = Math.min(1, LINE_WIDTH / TWIPS / width)
  const id = String(++pen.drawn.count)
  const image = new ImageRun({
    type: 'png',
    data: Buffer.from(data),
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: `drawing ${id}`, title: '', description: alt, id },
  })
  const picture = { before: 80, after: 40, line: 240, lineRule: LineRuleType.AUTO } as const
  const under = run(caption, { size: SIZES.small, color: COLORS.soft })
  return [
    new Paragraph({ spacing: picture, alignment: AlignmentType.CENTER, keepNext: true, children: [image] }),
    new Paragraph({ spacing: { after: 120 }, alignment: AlignmentType.CENTER, children: [under] }),
  ]
}
