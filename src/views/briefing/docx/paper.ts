import { AlignmentType, Document, Header, PageNumber, Packer, Paragraph, TextRun } from 'docx'
import type { Briefing } from '../../api/briefing.ts'
import { cells } from './cells.ts'
import { fittingSize } from './fit.ts'
import { type Pen, run, sectionBlocks } from './sections.ts'
import { settled } from './settle.ts'
import { COLORS, FONT, LANGUAGE_TAGS, PAGE, SIZES } from './style.ts'

/**
 * A briefing as DOCX: the same words as the preview and the PDF, with footnotes that Word counts. `pictures`: PNG of its drawings by their
 * SVG. The same briefing gives the same bytes.
 */
export async function briefingDocx(briefing: Briefing, pictures: Pen['pictures'] = new Map()): Promise<Buffer> {
  const pen: Pen = { lang: briefing.lang, cited: new Set(), size: SIZES.body, pictures, drawn: { count: 0 } }
  const short: Pen = { ...pen, size: fittingSize(briefing.director) }
  const document = new Document({
    title: `${briefing.title} – ${briefing.subtitle}`,
    creator: 'Bienban',
    lastModifiedBy: 'Bienban',
    styles: stylesOf(briefing),
    footnotes: footnotesOf(briefing),
    sections: [
      {
        properties: { page: PAGE, titlePage: true },
        headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({})] }) },
        children: [
          ...headBlocks(briefing),
          ...briefing.director.flatMap(section => sectionBlocks(section, short)),
          annexTitle(briefing),
          ...briefing.sections.flatMap(section => sectionBlocks(section, pen)),
        ],
      },
    ],
  })
  return settled(await Packer.toBuffer(document), briefing.at)
}

const centered = (text: string, options: Parameters<typeof run>[1], after = 0): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after }, children: [run(text, options)] })

/** On a page of its own with what follows: a break in a paragraph of its own could fall onto an empty page. */
const annexTitle = ({ annex, lang }: Briefing): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    pageBreakBefore: true,
    spacing: { after: 120 },
    children: [run(annex.toLocaleUpperCase(lang), { bold: true, size: SIZES.heading })],
  })

const pageNumber = (): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], color: COLORS.soft, size: SIZES.small })],
      }),
    ],
  })

function headBlocks({ head, title, subtitle, lang }: Briefing) {
  const [[issuer, kind], [purpose, placeAndDay]] = [head.left, head.right]
  const under = { underline: {} } as const
  return [
    ...(head.secrecy === null
      ? []
      : [
          new Paragraph({
            spacing: { after: 120 },
            children: [run(` ${head.secrecy} `, { bold: true, color: COLORS.accent, border: BOX })],
          }),
        ]),
    cells(
      [
        [[centered(issuer, {})], [centered(purpose, { bold: true })]],
        [[centered(kind, { bold: true, ...under })], [centered(placeAndDay, { italics: lang !== 'zh' })]],
      ],
      [43, 57],
      'none',
    ),
    centered('', { size: 12 }),
    new Paragraph({ style: 'Title', children: [run(title)] }),
    centered(subtitle, { bold: true }, 160),
  ]
}

const BOX = { style: 'single', size: 8, space: 1, color: COLORS.accent } as const

const footnotesOf = ({ notes }: Briefing) =>
  Object.fromEntries(
    notes.map(({ n, quote, source }) => [
      n,
      {
        children: [
          new Paragraph({
            children: [
              ...(quote === '' ? [] : [run(` “${quote}” `, { size: SIZES.note })]),
              run(`${source}.`, { size: SIZES.note, color: COLORS.soft }),
            ],
          }),
        ],
      },
    ]),
  )

const stylesOf = ({ lang }: Briefing) => ({
  default: {
    document: {
      run: {
        font: FONT,
        size: SIZES.body,
        color: COLORS.ink,
        language: { value: LANGUAGE_TAGS[lang === 'zh' ? 'vi' : lang], eastAsia: 'zh-CN' },
      },
      paragraph: { spacing: { line: 250 } },
    },
    title: {
      run: { font: FONT, size: SIZES.title, bold: true, color: COLORS.ink },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 60, after: 40 } },
    },
    heading1: {
      run: { font: FONT, size: SIZES.heading, bold: true, color: COLORS.ink },
      paragraph: { spacing: { before: 200, after: 80 } },
    },
    heading2: {
      run: { font: FONT, size: SIZES.body, bold: true, color: COLORS.accent },
      paragraph: { spacing: { before: 140, after: 60 } },
    },
  },
})
