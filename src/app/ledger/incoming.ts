import type { IntakeOptions } from '../../intake/capture.ts'
import type { Incoming } from '../../ledger/reports.ts'
import type { Diagnostic } from '../../text/diagnostic.ts'
import type { Input } from '../inputs.ts'
import { mayMatter, readTaken, takeInput } from '../pipeline.ts'

/** A report that is ready for the ledger, or what stood in the way. */
export interface ReadIncoming {
  readonly input: string
  readonly incoming: Incoming | null
  /** A page of a web archive that is not about cooperation, as a look at its words showed. */
  readonly passedOver?: true
  readonly diagnostics: readonly Diagnostic[]
}

/** Options by which pages of a web archive are passed over that the reader would put down. */
export const screening = (options: IntakeOptions): IntakeOptions => ({
  ...options,
  mayMatter: (words, lang) => mayMatter(words, lang ?? options.lang),
})

/** Larger captures are collections: each of their documents is kept as its text. */
const LARGEST_KEPT = 32 * 1024 * 1024

/** Reads inputs one report after the other, each with the bytes that it came in where they hold nothing else. */
export async function* readIncoming(inputs: Iterable<Input>, options: IntakeOptions): AsyncGenerator<ReadIncoming> {
  for (const input of inputs) yield* readInput(input, options)
}

async function* readInput(input: Input, options: IntakeOptions): AsyncGenerator<ReadIncoming> {
  const kept = keepingBytes(input)
  let held: ReadIncoming | null = null
  let single = true
  for await (const taken of takeInput(kept.input, options)) {
    if (held) {
      single = false
      yield held
    }
    const { reading, ...rest } = readTaken(taken, 'screen')
    const incoming =
      reading && taken.document ? { document: taken.document, reading, bytes: taken.bytes ?? null } : null
    held = { ...rest, incoming }
  }
  if (!held) return
  const bytes = single ? kept.bytes() : null
  yield held.incoming && !held.incoming.bytes && bytes ? { ...held, incoming: { ...held.incoming, bytes } } : held
}

/** The input, with a copy of the bytes that pass; null where they are too many. */
function keepingBytes(input: Input): { readonly input: Input; readonly bytes: () => Uint8Array | null } {
  const { open } = input
  if (!open) return { input, bytes: () => null }
  const parts: Uint8Array[] = []
  let size = 0
  async function* copied(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      size += chunk.length
      if (size <= LARGEST_KEPT) parts.push(chunk)
      yield chunk
    }
  }
  return {
    input: {
      ...input,
      open: async () => {
        const capture = await open()
        return { ...capture, chunks: copied(capture.chunks) }
      },
    },
    bytes: () => (size <= LARGEST_KEPT ? Buffer.concat(parts) : null),
  }
}
