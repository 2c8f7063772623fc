import { median, type Page, type PageItem, type PageLine, rightOf } from './page.ts'

/** Items whose base lines differ by less than this share of their size are on one line: raised and lowered signs. */
const SAME_LINE = 0.4
/** A gap wider than this share of the size parts columns; justified lines have wide spaces, but not so wide. */
const COLUMN_GAP = 1.6
/** A gap wider than this share is a space that was not written. */
const SPACE = 0.16

/** The lines of a page from top to bottom, each as the segments that a wide gap parts, from left to right. */
export function rowsOf(page: Page): PageLine[][] {
  const items = page.items.filter(({ text, size }) => text.trim() !== '' && size > 0)
  const rows: PageItem[][] = []
  for (const item of items.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1)
    const base = row?.[0]
    if (row && base && Math.abs(base.y - item.y) <= Math.max(base.size, item.size) * SAME_LINE) row.push(item)
    else rows.push([item])
  }
  return rows.map(row => segmentsOf(row, page.number))
}

function segmentsOf(row: readonly PageItem[], page: number): PageLine[] {
  const groups: PageItem[][] = []
  for (const item of row.toSorted((a, b) => a.x - b.x)) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group && last && item.x - rightOf(last) <= Math.max(last.size, item.size) * COLUMN_GAP) group.push(item)
    else groups.push([item])
  }
  return groups.map(group => joined(group, page))
}

function joined(group: readonly PageItem[], page: number): PageLine {
  let text = ''
  group.forEach((item, i) => {
    const last = group[i - 1]
    const gap = last ? item.x - rightOf(last) : 0
    const isSpaced = /\s$/u.test(text) || /^\s/u.test(item.text)
    text += last && !isSpaced && gap > Math.max(last.size, item.size) * SPACE ? ` ${item.text}` : item.text
  })
  const x = group[0].x
  const sure = group.flatMap(({ confidence }) => confidence ?? [])
  return {
    text: text.replace(/\s+/gu, ' ').trim(),
    x,
    y: median(group.map(item => item.y)),
    width: Math.max(...group.map(rightOf)) - x,
    size: median(group.map(item => item.size)),
    page,
    ...(sure.length > 0 && { confidence: Math.min(...sure) }),
  }
}
