import { type Diagnostic, diagnostic } from '../text/diagnostic.ts'
import type { Document } from '../text/document.ts'
import { LARGEST_INPUT, type Nesting } from './nesting.ts'

/** Bytes as they come, not yet decoded. */
export interface Capture {
  /** The file as given on the command line; null for the standard input. Its ending tells the format. */
  readonly file: string | null
  /** Where it was fetched from, after redirects. */
  readonly url?: string
  /** As the server or the mail calls it, without its parameters: `text/html`. */
  readonly mediaType?: string
  /** The character set that the server or the mail names. */
  readonly charset?: string
  /** ISO instant at which it was fetched or received: what "two hours ago" on a page is counted from. */
  readonly at?: string
  /** Where it lies in an archive or a mail. */
  readonly nesting?: Nesting
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/** What the person knows of the inputs, and the inputs need not say. */
export interface IntakeOptions {
  /** BCP 47 code of reports that do not name their language. */
  readonly lang: string
  /** ISO day of publication of reports that do not give it; null is unknown. */
  readonly published: string | null
  /** Of papers under a password. */
  readonly password?: string
  /**
   * Whether a page may be worth taking apart, by all its words and the language that it says it is in (null where it does not): pages of
   * a web archive that are not are passed over.
   */
  readonly mayMatter?: (words: string, lang: string | null) => boolean
}

/** One report of a capture, or in its place the reason why there is none. */
export interface Taken {
  readonly document: Document | null
  /** The bytes that the document alone came in, where they are a part of the capture: an entry of an archive. */
  readonly bytes?: Uint8Array
  /** A page of a web archive that was not worth taking apart. */
  readonly passedOver?: true
  readonly diagnostics: readonly Diagnostic[]
}

export const refused = (...diagnostics: Diagnostic[]): Taken => ({ document: null, diagnostics })

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

/** That something is larger than LARGEST_INPUT. */
export function tooLarge(what: string): Diagnostic {
  const size = LARGEST_INPUT / 1024 / 1024
  return diagnostic(
    'error',
    'input-too-large',
    `${what} is larger than ${size} MB. Split it, or give a collection as JSON lines (.jsonl).`,
  )
}

/** The first bytes of a capture, `least` of them where it has so many, and all of its chunks to be read from the start. */
export async function peek(
  chunks: Capture['chunks'],
  least: number,
): Promise<{ readonly head: Uint8Array; readonly chunks: AsyncIterable<Uint8Array> }> {
  const source = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]()
  const seen: Uint8Array[] = []
  let size = 0
  let ended = false
  while (size < least && !ended) {
    const next = await source.next()
    ended = next.done === true
    if (next.done) break
    seen.push(next.value)
    size += next.value.length
  }
  async function* again(): AsyncGenerator<Uint8Array> {
    try {
      while (seen.length > 0) yield seen.shift()!
      for (let next = await source.next(); !next.done; next = await source.next()) yield next.value
    } finally {
      await source.return?.()
    }
  }
  return {
    head: seen.length === 1 ? seen[0].subarray(0, least) : Buffer.concat(seen).subarray(0, least),
    chunks: again(),
  }
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
