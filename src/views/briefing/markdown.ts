import type { Briefing, BriefingLine, BriefingSection, BriefingTable } from '../api/briefing.ts'

/** A briefing as Markdown (CommonMark with tables and footnotes as GitHub has them): for mail, and for other tools. */
export function briefingMarkdown({ head, title, subtitle, director, annex, sections, notes }: Briefing): string {
  const parts = [
    ...(head.secrecy === null ? [] : [`**${escaped(head.secrecy)}**`]),
    `${head.left.map(escaped).join(' · ')}  \n${head.right.map(escaped).join(' · ')}`,
    `# ${escaped(title)}`,
    `*${escaped(subtitle)}*`,
    ...director.flatMap(section => sectionParts(section, 2)),
    '---',
    `# ${escaped(annex)}`,
    ...sections.flatMap(section => sectionParts(section, 1)),
    notes
      .map(({ n, quote, source, url }) => `[^${n}]: “${escaped(quote)}” ${escaped(source)}${linkOf(url)}`)
      .join('\n'),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

/** Only what a browser opens as a page: no script hides behind a link. */
const linkOf = (url: string | null): string => (url !== null && /^https?:\/\/[^\s<>]+$/i.test(url) ? `, <${url}>` : '')

/** Words stay words: nothing of a report is taken as markup. */
const escaped = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>#|~!$&]/g, String.raw`\$&`)

const notesOf = (notes: readonly number[]): string => notes.map(n => `[^${n}]`).join('')

function sectionParts(
  { level, title, intro, counts, lines, table, drawing }: BriefingSection,
  deeper: number,
): string[] {
  return [
    `${'#'.repeat(level + deeper)} ${escaped(title)}`,
    ...(counts.length > 0 ? [counts.map(({ value, label }) => `**${value}** ${escaped(label)}`).join(' · ')] : []),
    ...(intro === null ? [] : [escaped(intro)]),
    ...(lines.length > 0 ? [lines.map(lineOf).join('\n')] : []),
    ...(table ? [tableOf(table)] : []),
    ...(drawing ? [`*${escaped(drawing.caption)}*`, escaped(drawing.alt)] : []),
  ]
}

function lineOf({ number, subject, text, why, mark, notes }: BriefingLine): string {
  const lead = number === null ? '-' : `${number}.`
  const named = subject === null ? '' : `**${escaped(subject)}**: `
  return `${lead} ${named}${escaped(text)}${mark === '' ? '' : ` — *${escaped(mark)}*`}${why === null ? '' : `. ${escaped(why)}`}${notesOf(notes)}`
}

function tableOf({ head, rows }: BriefingTable): string {
  const row = (cells: readonly string[], tail = ''): string => `| ${cells.map(escaped).join(' | ')}${tail} |`
  return [
    row(head),
    `|${' --- |'.repeat(head.length)}`,
    ...rows.map(({ cells, notes }) => row(cells, notesOf(notes))),
  ].join('\n')
}
