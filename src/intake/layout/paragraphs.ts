import { type PageLine, rightOf } from './page.ts'

/** A larger step between lines, in usual steps, begins a paragraph. */
const WIDE_STEP = 1.3
/** A line that begins farther right, in sizes, is indented. */
const INDENT = 0.9
/** A change of size begins a paragraph. */
const SIZE_CHANGE = 1.12

/** What begins an item whatever stands before it: "1.", "1.2.", "a)", "-", "Điều 5", "第三条". */
const ITEM =
  /^(?:[-–•*+]\s|\(?\d{1,2}(?:\.\d{1,2})*[.)]\s|\(?[a-zđ]\)\s|[IVX]{1,5}[.)]\s|(?:Điều|Chương|Phần|Mục)\s+[\dIVX]+|第[一二三四五六七八九十\d]+条)/u

/** A dash at the head of a line is no bullet where the line before it has no stop: "Trà Lĩnh", "- Long Bang". */
const DASHED = /^[-–—]\s/u
const STOPPED = /[.;:!?…]["”)]*$/u

/** Lines of one column, joined into paragraphs where a line only ends because the page does. */
export function paragraphsOf(lines: readonly PageLine[]): PageLine[][] {
  const { step, right, left } = measure(lines)
  const paragraphs: PageLine[][] = []
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    if (before && goesOn(before, line, { step, right, left, isFirst: paragraphs.at(-1)!.length === 1 }))
      paragraphs.at(-1)!.push(line)
    else paragraphs.push([line])
  })
  return paragraphs
}

interface Measure {
  /** Usual distance of base lines. */
  readonly step: number
  /** The edges between which lines are set. */
  readonly left: number
  readonly right: number
}

function measure(lines: readonly PageLine[]): Measure {
  const steps = lines.slice(1).flatMap((line, i) => {
    const step = lines[i].y - line.y
    return lines[i].page === line.page && step > 0 && step < line.size * 3 ? [step] : []
  })
  const long = steps.toSorted((a, b) => a - b)
  return {
    // Steps within paragraphs are the smaller ones.
    step: long[Math.floor(long.length / 4)] ?? 0,
    right: Math.max(0, ...lines.map(rightOf)),
    left: Math.min(...lines.map(({ x }) => x)),
  }
}

/** Whether a line goes on with what the line before began. */
function goesOn(
  before: PageLine,
  line: PageLine,
  { step, right, left, isFirst }: Measure & { readonly isFirst: boolean },
): boolean {
  const isDashed = DASHED.test(line.text) && !STOPPED.test(before.text)
  if (ITEM.test(line.text) && !isDashed) return false
  if (Math.max(before.size, line.size) > Math.min(before.size, line.size) * SIZE_CHANGE) return false
  const isSamePage = before.page === line.page
  if (isSamePage && step > 0 && before.y - line.y > Math.max(step * WIDE_STEP, line.size * 1.05)) return false
  // A first line may be indented; a line that is indented behind others begins anew. Items hang: their later lines stand farther right.
  if (line.x > before.x + line.size * INDENT && !(isFirst && ITEM.test(before.text))) return false
  if (isCentred(before, left, right) && isCentred(line, left, right) && isLikeTitle(before)) return false
  return !wouldHaveFitted(before, line, right)
}

const isCentred = (line: PageLine, left: number, right: number): boolean =>
  line.x - left > line.size * 2 && Math.abs(line.x - left - (right - rightOf(line))) < line.size * 2

const isLikeTitle = ({ text }: PageLine): boolean => text === text.toUpperCase()

/** Whether the first word of a line had room on the line before: then that line ended on purpose. */
function wouldHaveFitted(before: PageLine, line: PageLine, right: number): boolean {
  const [first] = line.text.split(' ', 1)
  const letter = line.width / Math.max(1, line.text.length)
  const word = isHan(first) ? letter : letter * (first.length + 1)
  return rightOf(before) + word < right - letter
}

const isHan = (text: string): boolean => /^\p{Script=Han}/u.test(text)

/** The text of the second of two lines as it goes on, and whether the hyphen at the end of the first only broke a word. */
export function joint(before: string, line: string): { readonly gap: string; readonly cut: number } {
  if (/\p{L}\u00ad$/u.test(before)) return { gap: '', cut: 1 }
  if (/\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(line)) return { gap: '', cut: 1 }
  if (/[\p{L}\d][-/]$/u.test(before)) return { gap: '', cut: 0 }
  const isTight =
    /[\p{Script=Han}，。、；：！？）》”]$/u.test(before) && /^[\p{Script=Han}，。、；：！？（《“]/u.test(line)
  return { gap: isTight ? '' : ' ', cut: 0 }
}
