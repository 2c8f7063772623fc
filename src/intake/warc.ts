import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { type Diagnostic, diagnostic } from '../text/diagnostic.ts'
import { named } from './archive.ts'
import { byteQueue, type ByteQueue } from './byte-queue.ts'
import { type Capture, type IntakeOptions, refused, type Taken } from './capture.ts'
import { decode } from './decode.ts'
import type { Inner } from './format.ts'
import { DEEPEST, inside, LARGEST_INPUT, largestPart, outermost } from './nesting.ts'
import { hidesLetters, pageLanguage, roughText } from './page/rough.ts'

/** Names in small letters, each with its value. */
type Headers = ReadonlyMap<string, string>

interface WarcRecord {
  readonly headers: Headers
  readonly block: Buffer
}

/** Longest headers of a record or of an answer, in bytes. */
const LONGEST_HEAD = 1 << 16
const HEAD_END = Buffer.from('\r\n\r\n')

/**
 * The pages and papers of a web archive (ISO 28500), one record after the other: answers with status 200 and resources, whatever form they
 * have. Pictures, programs and other traffic are passed over. Memory holds one record.
 */
export async function* takeWarc(
  capture: Capture,
  options: IntakeOptions,
  { take, takesType }: Inner,
): AsyncGenerator<Taken> {
  const nesting = capture.nesting ?? outermost()
  if (nesting.depth >= DEEPEST) return yield refused(damaged('lies in too many others'))
  let count = 0
  for await (const record of recordsOf(byteQueue(capture.chunks))) {
    if ('problem' in record) {
      yield refused(record.problem)
      continue
    }
    const page = payloadOf(record, takesType)
    if (!page) continue
    count++
    const { headers } = record
    const url = headers.get('warc-target-uri')?.replace(/^<|>$/g, '')
    const { bytes, ...type } = page
    const at = headers.get('warc-date')
    if (options.mayMatter && !(await matters(page, options.mayMatter))) {
      yield { document: null, passedOver: true, diagnostics: [] }
      continue
    }
    const inner = { file: capture.file, url, at, chunks: [bytes], nesting: inside(nesting), ...type }
    for await (const taken of named(url ?? 'record', bytes, take(inner, options))) yield withUrl(taken, url ?? null)
  }
  if (count === 0)
    yield refused(diagnostic('error', 'archive-empty', 'There is no page or paper in this archive that can be read.'))
}

/** Papers do not say where they were found; pages may. */
const withUrl = ({ document, ...taken }: Taken, url: string | null): Taken => ({
  ...taken,
  document: document && document.url === null ? Object.freeze({ ...document, url }) : document,
})

async function* recordsOf(queue: ByteQueue): AsyncGenerator<WarcRecord | { readonly problem: Diagnostic }> {
  for (let head = await headOf(queue); head !== null; head = await headOf(queue)) {
    const length = Number(head.get('content-length'))
    const isWanted = /^(response|resource|conversion)$/.test(head.get('warc-type') ?? '')
    if (!Number.isSafeInteger(length) || length < 0) return yield { problem: damaged('is damaged') }
    if (isWanted && length <= LARGEST_INPUT) {
      const block = await queue.take(length)
      if (block.length < length) return yield { problem: damaged('is cut off') }
      yield { headers: head, block }
    } else await queue.skip(length)
    await queue.skip(4)
  }
}

/** The headers of the next record; null at the end, or where no record begins. */
async function headOf(queue: ByteQueue): Promise<Headers | null> {
  for (let look = 1 << 11; ; look *= 4) {
    const bytes = await queue.peek(look)
    const end = bytes.indexOf(HEAD_END)
    if (end >= 0) {
      await queue.skip(end + HEAD_END.length)
      const text = bytes.toString('utf8', 0, end)
      return /^\s*WARC\/\d/.test(text) ? headersIn(text) : null
    }
    if (bytes.length < look || look > LONGEST_HEAD) return null
  }
}

/** The first line, which is no header, is left out. */
function headersIn(text: string): Headers {
  const headers = new Map<string, string>()
  for (const line of text.split(/\r?\n/).slice(1)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return headers
}

interface Payload {
  readonly bytes: Uint8Array
  readonly mediaType?: string
  readonly charset?: string
}

/** What an answer brought, or the resource itself; null for what is no page or paper. */
function payloadOf({ headers, block }: WarcRecord, takesType: Inner['takesType']): Payload | null {
  const type = headers.get('content-type') ?? ''
  if (!type.startsWith('application/http')) return takesType(kindOf(type)) ? typed(type, block) : null
  const end = block.subarray(0, LONGEST_HEAD).indexOf(HEAD_END)
  if (end < 0) return null
  const head = block.toString('latin1', 0, end)
  if (!/^HTTP\/[\d.]+ 200\b/.test(head)) return null
  const answer = headersIn(head)
  const answered = answer.get('content-type') ?? ''
  return takesType(kindOf(answered)) ? typed(answered, decoded(block.subarray(end + HEAD_END.length), answer)) : null
}

/** Whether a page is to be taken apart, by a look at its words; what is no page, or does not show its letters, is. */
async function matters(
  { bytes, mediaType, charset }: Payload,
  mayMatter: NonNullable<IntakeOptions['mayMatter']>,
): Promise<boolean> {
  if (!mediaType?.includes('html')) return true
  const decoded = await decode(bytes, charset ?? null)
  if (!('text' in decoded) || hidesLetters(decoded.text)) return true
  return mayMatter(roughText(decoded.text), pageLanguage(decoded.text))
}

const kindOf = (type: string): string => type.split(';', 1)[0].trim().toLowerCase()

function typed(type: string, bytes: Uint8Array | null): Payload | null {
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1]
  return bytes && { bytes, mediaType: kindOf(type), ...(charset && { charset }) }
}

/** The body of an answer without the encodings of its transport; null where they are damaged. Crawlers may have taken them off already. */
function decoded(body: Buffer, answer: Headers): Uint8Array | null {
  const plain = /chunked/i.test(answer.get('transfer-encoding') ?? '') ? unchunked(body) : body
  const encoding = (answer.get('content-encoding') ?? '').toLowerCase()
  const limit = { maxOutputLength: largestPart(plain.length) }
  try {
    if (encoding === 'br') return brotliDecompressSync(plain, limit)
    if (encoding === 'deflate') return inflateSync(plain, limit)
    if (plain[0] === 0x1f && plain[1] === 0x8b) return gunzipSync(plain, limit)
    return plain
  } catch {
    return encoding === 'br' && !isBinary(plain) ? plain : null
  }
}

const isBinary = (bytes: Uint8Array): boolean => bytes.subarray(0, 64).includes(0)

/** RFC 9112, 7.1; bytes that are not in chunks, though they are said to be, stay as they are. */
function unchunked(body: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at < body.length;) {
    const end = body.indexOf('\r\n', at)
    const size = /^\s*([0-9a-f]{1,7})\b/i.exec(body.toString('latin1', at, end < 0 ? at : end))?.[1]
    if (end < 0 || size === undefined) return parts.length === 0 ? body : Buffer.concat(parts)
    const length = Number.parseInt(size, 16)
    if (length === 0) break
    parts.push(body.subarray(end + 2, end + 2 + length))
    at = end + 2 + length + 2
  }
  return Buffer.concat(parts)
}

const damaged = (how: string): Diagnostic =>
  diagnostic('error', 'archive-damaged', `This archive ${how}. All before was read; fetch it anew to have the rest.`)
