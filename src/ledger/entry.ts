import type { Reading } from '../model/reading.ts'
import { type Document, type DocumentFacts, rareFacts } from '../text/document.ts'
import { canonicalJson, sha256 } from './canonical.ts'
import { compactReading, type CompactReading } from './compact.ts'
import type { LogKind } from './tables.ts'

/** What is to be appended to the log. */
export interface Entry {
  readonly kind: LogKind
  /** Hexadecimal SHA-256 of the body. */
  readonly key: string
  readonly body: string
  readonly blob?: Blob
}

/** Bytes that are kept beside the log, under their hexadecimal SHA-256. */
export interface Blob {
  readonly digest: string
  readonly bytes: Uint8Array
}

/** Bytes as they came. Where they are not kept they are the UTF-8 of the document's text. */
export interface CaptureBody {
  readonly file: string | null
  readonly url: string | null
  readonly sha256: string
  readonly size: number
  readonly kept: boolean
}

/** A decoded text with what is known of it; `capture` is the key of the bytes that it came from. */
export interface DocumentBody extends DocumentFacts {
  readonly capture: string | null
  readonly text: string
}

const entry = (kind: LogKind, body: string): Entry => ({ kind, key: sha256(body), body })

/** `text`: of the one document that was made of the bytes, or null where there are none or several. */
export function captureEntry(
  from: { readonly file: string | null; readonly url: string | null },
  bytes: Uint8Array,
  text: string | null,
): Entry {
  const digest = sha256(bytes)
  const kept = text === null || !Buffer.from(text).equals(bytes)
  const body: CaptureBody = { file: from.file, url: from.url, sha256: digest, size: bytes.length, kept }
  const made = entry('capture', canonicalJson(body))
  return kept ? { ...made, blob: { digest, bytes } } : made
}

/** `capture`: key of the entry of its bytes. */
export function documentEntry(document: Document, capture: string | null): Entry {
  const { id, key, file, url, title, outlet, published, lang, text } = document
  const facts = { id, key, file, url, title, outlet, published, lang, ...rareFacts(document) }
  const body: DocumentBody = { capture, ...facts, text }
  return entry('document', canonicalJson(body))
}

/**
 * `document`: key of the entry of the document that was read. The keys stay in the order in which the reader gave them, so
 * that the reading comes back byte for byte.
 */
export const readingEntry = (reading: Reading, document: string): Entry =>
  entry('reading', JSON.stringify(compactReading(reading, document)))

/** What a person decided: any record; its words are those of the floor above. */
export const decisionEntry = (decision: Readonly<Record<string, unknown>>): Entry =>
  entry('decision', canonicalJson(decision))

export const parseCapture = (body: string): CaptureBody => JSON.parse(body) as CaptureBody
export const parseDocument = (body: string): DocumentBody => JSON.parse(body) as DocumentBody
/** To be expanded with its document. */
export const parseReading = (body: string): CompactReading => JSON.parse(body) as CompactReading
