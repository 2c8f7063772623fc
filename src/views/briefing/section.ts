import type { BriefingSection, BriefingTable } from '../api/briefing.ts'

/** A section with what it has; the rest is empty. */
export const section = (parts: Partial<BriefingSection> & Pick<BriefingSection, 'title'>): BriefingSection => ({
  level: 1,
  intro: null,
  counts: [],
  lines: [],
  table: null,
  drawing: null,
  ...parts,
})

/** Sections with their numbers: `2.` a chapter, `2.1.` a part of it. */
export function numbered(sections: readonly BriefingSection[]): BriefingSection[] {
  let [chapter, part] = [0, 0]
  return sections.map(each => {
    if (each.level === 1) [chapter, part] = [chapter + 1, 0]
    else part++
    return { ...each, title: `${part === 0 ? chapter : `${chapter}.${part}`}. ${each.title}` }
  })
}

/** A table of plain cells with the footnotes of each row. */
export const table = (
  head: readonly string[],
  widths: readonly number[],
  rows: readonly { readonly cells: readonly string[]; readonly notes?: readonly number[] }[],
): BriefingTable => ({
  head: [...head],
  widths: [...widths],
  rows: rows.map(({ cells, notes = [] }) => ({ cells: [...cells], notes: [...notes] })),
})
