import { firstAtLeast } from './search.ts'

/**
 * Where the characters of a Document stand in what it was decoded from. Each run says: the text from `text` on was copied,
 * unit for unit, from `source` on (a position in the decoded characters of the Capture). Runs are in ascending order of `text`.
 */
export interface SourceRun {
  readonly text: number
  readonly source: number
  /** The element of a page that the run came from; `source` then counts from the start of its text. */
  readonly path?: string
}

export type SourceMap = readonly SourceRun[]

/** The map of a text that was copied whole. */
export const identityMap: SourceMap = [{ text: 0, source: 0 }]

/** The position in the source of a position in the text; with no runs, the position itself. */
export function sourceOffset(map: SourceMap, offset: number): number {
  const run = map[firstAtLeast(map.length, i => map[i].text, offset + 1) - 1]
  return run ? run.source + (offset - run.text) : offset
}
