import type { SourceRun } from '../../text/source-map.ts'
import type { NormalizedText } from '../lines.ts'

/** A line of a paper: a paragraph, or the row of a table. */
export interface PaperLine {
  readonly text: string
  /** Where it stands: "word/document.xml#12" is the twelfth paragraph there. */
  readonly path: string
}

/** The text of a paper with an empty line between its parts, each run leading back to its paragraph. Lines without a letter are left out. */
export function joinLines(lines: readonly PaperLine[]): NormalizedText {
  const parts: string[] = []
  const runs: SourceRun[] = []
  let length = 0
  for (const { text, path } of lines) {
    const words = text.trimEnd()
    if (words.trim() === '') continue
    if (length > 0) {
      parts.push('\n')
      length++
    }
    runs.push({ text: length, source: 0, path })
    parts.push(words)
    length += words.length
  }
  return { text: parts.join(''), sourceMap: runs }
}
