import type { Page, PageLine } from './page.ts'

/** Heads and feet stand in these shares of the height. */
const MARGIN = 0.12

/** A number alone, or with the word for page: "3", "- 3 -", "Trang 3/5", "第3页". */
const PAGE_NUMBER =
  /^[-–—|\s]*(?:(?:trang|page|tr\.?)\s*)?(?:第\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:\/|of|trên)\s*\d{1,4})?(?:\s*页)?[-–—|\s]*$/iu

/** Whether a line is in the margin of a page where heads, feet and numbers stand. */
const inMargin = ({ y }: PageLine, { height }: Page): boolean => y > height * (1 - MARGIN) || y < height * MARGIN

/** Tells heads, feet and page numbers of a paper from its text: they stand in the margins, and on page after page. */
export function furnitureTest(
  pages: readonly Page[],
  rowsOfPage: readonly (readonly (readonly PageLine[])[])[],
): (line: PageLine, page: Page, isOuter: boolean) => boolean {
  const counts = new Map<string, number>()
  pages.forEach((page, i) => {
    const keys = new Set(
      outerRows(rowsOfPage[i])
        .flat()
        .filter(line => inMargin(line, page))
        .map(keyOf),
    )
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  })
  const least = Math.max(2, pages.length / 3)
  return (line, page, isOuter) =>
    isOuter && inMargin(line, page) && (PAGE_NUMBER.test(line.text) || (counts.get(keyOf(line)) ?? 0) >= least)
}

/** The first and last two rows of a page. */
export const outerRows = <T>(rows: readonly T[]): T[] =>
  rows.length <= 4 ? [...rows] : [...rows.slice(0, 2), ...rows.slice(-2)]

/** The same words at the same height, whatever the number. */
const keyOf = ({ text, y }: PageLine): string => `${Math.round(y / 6)} ${text.replace(/\d+/g, '#')}`
