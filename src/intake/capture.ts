import type { Diagnostic } from '../text/diagnostic.ts'
import type { Document } from '../text/document.ts'

/** Bytes as they come, not yet decoded. */
export interface Capture {
  /** The file as given on the command line; null for the standard input. Its ending tells the format. */
  readonly file: string | null
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/** What the person knows of the inputs, and the inputs need not say. */
export interface IntakeOptions {
  /** BCP 47 code of reports that do not name their language. */
  readonly lang: string
  /** ISO day of publication of reports that do not give it; null is unknown. */
  readonly published: string | null
}

/** One report of a capture, or in its place the reason why there is none. */
export interface Taken {
  readonly document: Document | null
  readonly diagnostics: readonly Diagnostic[]
}

export const refused = (...diagnostics: Diagnostic[]): Taken => ({ document: null, diagnostics })

/** Largest input that is held in memory at once, in bytes. Collections of any size come as JSON lines. */
export const LARGEST_INPUT = 256 * 1024 * 1024

/** All the bytes of a capture in one piece; null for more than LARGEST_INPUT. */
export async function bytesOf(chunks: Capture['chunks']): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of chunks) {
    size += part.length
    if (size > LARGEST_INPUT) return null
    parts.push(part)
  }
  return parts.length === 1 ? parts[0] : Buffer.concat(parts, size)
}

/** The lines of a capture, as bytes without their ends. A line longer than LARGEST_INPUT comes as null. */
export async function* linesOf(chunks: Capture['chunks']): AsyncGenerator<Uint8Array | null> {
  let open: Uint8Array[] = []
  let size = 0
  const closed = (): Uint8Array | null => {
    const line = size > LARGEST_INPUT ? null : Buffer.concat(open, size)
    open = []
    size = 0
    return line
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      open.push(chunk.subarray(from, at))
      size += at - from
      yield closed()
      from = at + 1
    }
    size += chunk.length - from
    if (size <= LARGEST_INPUT) open.push(chunk.subarray(from))
  }
  if (size > 0) yield closed()
}

const NEWLINE = 10
