import type { Mark, XY } from './drawing.ts'

/** A name that wants to stand beside a point. The weightiest is placed first. */
export interface Wanted {
  readonly text: string
  readonly at: XY
  readonly weight: number
  readonly of: string
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Widths of letters in ems: Latin ones on average, and Han. */
const LATIN = 0.54
const HAN = 1

/** About how wide a text is, in pixels. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + (/[\u2e80-\u9fff\uff00-\uffef]/u.test(letter) ? HAN : LATIN), 0) * size

/** Distance of a label from its point. */
const GAP = 6

/**
 * Places names beside their points (right, left, above, below) so that none covers another name or a point; those that find no place
 * are left out: the table beside the map has them.
 */
export function placeLabels(
  wanted: readonly Wanted[],
  size: number,
  { width, height }: { readonly width: number; readonly height: number },
): Mark[] {
  const points = wanted.map(({ at: [x, y] }) => boxOf(x - 3, y - 3, 6, 6))
  const taken: Box[] = []
  const marks: Mark[] = []
  for (const { text, at, of } of wanted.toSorted((a, b) => b.weight - a.weight || (a.of < b.of ? -1 : 1))) {
    const own = points[wanted.findIndex(each => each.of === of)]
    const free = placesOf(text, at, size).find(
      ({ box }) =>
        box.left >= 0 &&
        box.top >= 0 &&
        box.right <= width &&
        box.bottom <= height &&
        !taken.some(other => overlap(box, other)) &&
        !points.some(point => point !== own && overlap(box, point)),
    )
    if (!free) continue
    taken.push(free.box)
    marks.push({ shape: 'text', role: 'label', at: free.at, text, anchor: free.anchor, size, of })
  }
  return marks
}

const boxOf = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** The four places of a label, best first: its baseline point, its anchor and its box. */
function placesOf(text: string, [x, y]: XY, size: number) {
  const width = widthOf(text, size)
  const middle = y + size * 0.35
  return [
    { at: [x + GAP, middle] as XY, anchor: 'start' as const, box: boxOf(x + GAP, y - size / 2, width, size) },
    { at: [x - GAP, middle] as XY, anchor: 'end' as const, box: boxOf(x - GAP - width, y - size / 2, width, size) },
    { at: [x, y - GAP] as XY, anchor: 'middle' as const, box: boxOf(x - width / 2, y - GAP - size, width, size) },
    {
      at: [x, y + GAP + size * 0.8] as XY,
      anchor: 'middle' as const,
      box: boxOf(x - width / 2, y + GAP, width, size),
    },
  ]
}
