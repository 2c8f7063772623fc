import { firstAtLeast } from './search.ts'

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
}

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
