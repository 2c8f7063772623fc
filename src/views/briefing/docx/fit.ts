import type { BriefingLine, BriefingSection } from '../../api/briefing.ts'
import { LINE_WIDTH, PAGE } from './style.ts'

/** Sizes of letters that a page may have, in half points: the largest that fits is taken. */
const SIZES = [24, 23, 22, 21, 20, 19, 18] as const

/** Widths of letters in ems, Times New Roman on average with Vietnamese marks; and Han. */
const LATIN = 0.435
const HAN = 1

/** Points of height for each of the size of letters, and twentieths of a point. */
const LEADING = 1.22
const TWIPS = 20

/** What stands above the first section: the head and the title. */
const HEAD = 105

/** Room that is left free: letters of another machine may be wider. */
const RESERVE = 10

/**
 * The size of letters, in half points, at which the director's sections fit one page: Word has no way to ask for it, so that lines are
 * counted by the average width of letters.
 */
export function fittingSize(sections: readonly BriefingSection[]): number {
  const room = (PAGE.size.height - PAGE.margin.top - PAGE.margin.bottom) / TWIPS - HEAD - RESERVE
  return SIZES.find(size => heightOf(sections, size) <= room) ?? SIZES[SIZES.length - 1]
}

const heightOf = (sections: readonly BriefingSection[], size: number): number =>
  sections.reduce((sum, section) => sum + sectionHeight(section, size), 0)

function sectionHeight({ counts, intro, lines }: BriefingSection, size: number): number {
  const heading = 28
  const figures = counts.length > 0 ? 52 : 0
  return (
    heading +
    figures +
    (intro === null ? 0 : textHeight(intro, size, 1) + 4) +
    lines.reduce((sum, line) => sum + lineHeight(line, size), 0)
  )
}

/** Share of the line that the words of a row have. */
const WORDS = 128 / 164

function lineHeight({ subject, text, why, mark, number }: BriefingLine, size: number): number {
  if (mark === '' && number === null) return textHeight(text, size, 1) + 6
  const own = textHeight(`${subject ?? ''}: ${text}`, size, WORDS)
  return own + (why === null ? 0 : textHeight(why, size - SMALLER, WORDS)) + 5
}

/** Half points by which reasons are smaller than what they stand under. */
export const SMALLER = 4

function textHeight(text: string, size: number, share: number): number {
  const ems = [...text].reduce(
    (sum, letter) => sum + (/\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u.test(letter) ? HAN : LATIN),
    0,
  )
  const lines = Math.ceil((ems * (size / 2)) / ((LINE_WIDTH / TWIPS) * share * 0.97))
  return lines * (size / 2) * LEADING
}
