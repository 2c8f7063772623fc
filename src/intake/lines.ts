import { identityMap, type SourceMap, type SourceRun } from '../text/source-map.ts'

export interface NormalizedText {
  readonly text: string
  readonly sourceMap: SourceMap
}

/** Line ends as `\n`, whatever they were; the map leads back over what was left out. Nothing else is touched. */
export function normalizeLines(decoded: string): NormalizedText {
  if (!decoded.includes('\r')) return { text: decoded, sourceMap: identityMap }
  const parts: string[] = []
  const runs: SourceRun[] = [{ text: 0, source: 0 }]
  let from = 0
  let length = 0
  for (let at = decoded.indexOf('\r'); at >= 0; at = decoded.indexOf('\r', from)) {
    parts.push(decoded.slice(from, at), '\n')
    length += at - from + 1
    from = decoded[at + 1] === '\n' ? at + 2 : at + 1
    runs.push({ text: length, source: from })
  }
  parts.push(decoded.slice(from))
  return { text: parts.join(''), sourceMap: runs }
}
