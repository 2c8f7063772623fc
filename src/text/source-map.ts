import { firstAtLeast } from './search.ts'
import type { Span } from './span.ts'

/**
 * Where the characters of a Document stand in what it was decoded from. Each run says: the text from `text` on was copied,
 * unit for unit, from `source` on (a position in the decoded characters of the Capture). Runs are in ascending order of `text`.
 */
export interface SourceRun {
  readonly text: number
  readonly source: number
  /**
   * The element of a web page, or the paragraph of a paper (`word/document.xml#12` is the twelfth of that part), that the run came from;
   * `source` then counts from the start of its text.
   */
  readonly path?: string
  /** Where on a page the run stands, up to the next run; `source` then counts from the start of the line. */
  readonly place?: PagePlace
  /** How surely the words of the run were recognised in a picture, 0 to 100; not there where the text was given. */
  readonly confidence?: number
}

/** A line on a page. */
export interface PagePlace {
  /** From 1. */
  readonly page: number
  /** Left, bottom, right and top in points (1/72 inch) from the lower left corner of the page. */
  readonly box: Box
  /** UTF-16 units of the line. */
  readonly units: number
}

export type Box = readonly [left: number, bottom: number, right: number, top: number]

export type SourceMap = readonly SourceRun[]

/** The map of a text that was copied whole. */
export const identityMap: SourceMap = [{ text: 0, source: 0 }]

/** The run that a position of the text lies in; undefined where there is none before it. */
export const sourceRunAt = (map: SourceMap, offset: number): SourceRun | undefined =>
  map[firstAtLeast(map.length, i => map[i].text, offset + 1) - 1]

/** The position in the source of a position in the text; with no runs, the position itself. */
export function sourceOffset(map: SourceMap, offset: number): number {
  const run = sourceRunAt(map, offset)
  return run ? run.source + (offset - run.text) : offset
}

/** The runs that a span of the text touches. */
function runsIn(map: SourceMap, { start, end }: Span): SourceRun[] {
  const first = Math.max(0, firstAtLeast(map.length, i => map[i].text, start + 1) - 1)
  return map.slice(
    first,
    firstAtLeast(map.length, i => map[i].text, end),
  )
}

/** Where on its pages a span stands, line by line: to draw a quote there. Letters of a line are taken to be equally wide. */
export function boxesOf(map: SourceMap, span: Span): { readonly page: number; readonly box: Box }[] {
  return runsIn(map, span).flatMap(({ text, place }) => {
    if (!place) return []
    const [left, bottom, right, top] = place.box
    const at = (offset: number): number =>
      left + ((right - left) * Math.min(Math.max(offset - text, 0), place.units)) / place.units
    return [{ page: place.page, box: [at(span.start), bottom, at(span.end), top] as const }]
  })
}

/** How surely the least sure line of a span was recognised, 0 to 100; null for words that were given as text. */
export function confidenceOf(map: SourceMap, span: Span): number | null {
  const sure = runsIn(map, span).flatMap(({ confidence }) => confidence ?? [])
  return sure.length === 0 ? null : Math.min(...sure)
}
