import { bytesOf, type Capture, type IntakeOptions, peek, refused, type Taken, tooLarge } from './capture.ts'
import { decode } from './decode.ts'
import type { Format, Inner } from './format.ts'
import { formatOf, KNOWN } from './formats.ts'

/** Bytes that are looked at to tell the format. */
const HEAD = 4096

/** The reports of a capture, one after the other. Never throws for what the bytes hold: what cannot be read says why. */
export async function* takeIn(capture: Capture, options: IntakeOptions): AsyncGenerator<Taken> {
  const { head, chunks } = await peek(capture.chunks, HEAD)
  yield* takeAs(formatOf(capture, head), { ...capture, chunks }, options)
}

const INNER: Inner = { take: takeIn, ...KNOWN }

async function* takeAs(format: Format, capture: Capture, options: IntakeOptions): AsyncGenerator<Taken> {
  if (format.reads === 'chunks') return yield* (await format.load())(capture, options, INNER)
  const bytes = await bytesOf(capture.chunks)
  if (!bytes) return yield refused(tooLarge('The input'))
  if (format.reads === 'text') return yield* takeText(format, bytes, capture, options)
  const taken = (await format.load())(bytes, capture, options, INNER)
  if (Symbol.asyncIterator in taken) yield* taken
  else yield* [await taken].flat()
}

async function* takeText(
  format: Extract<Format, { reads: 'text' }>,
  bytes: Uint8Array,
  capture: Capture,
  options: IntakeOptions,
): AsyncGenerator<Taken> {
  const decoded = await decode(bytes, capture.charset ?? null)
  if (!('text' in decoded)) return yield refused(decoded)
  const take = await format.load()
  yield* [await take(decoded.text, capture, options, decoded.diagnostics)].flat()
}
