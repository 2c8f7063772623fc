import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type Diagnostic, diagnostic } from '../text/diagnostic.ts'
import { type Capture, type IntakeOptions, refused, type Taken } from './capture.ts'
import type { Inner } from './format.ts'
import { DEEPEST, inside, mayUnpack, type Nesting, outermost } from './nesting.ts'

/** What a gzip archive holds, as the file that its name without `.gz` says. */
export async function* takeGzip(capture: Capture, options: IntakeOptions, { take }: Inner): AsyncGenerator<Taken> {
  const nesting = capture.nesting ?? outermost()
  const file = capture.file?.replace(/\.gz$/i, '') ?? null
  if (nesting.depth >= DEEPEST) return yield refused(damaged('lies in too many others'))
  try {
    const chunks = unpacked(capture.chunks, nesting)
    yield* take({ ...capture, file, mediaType: undefined, chunks, nesting: inside(nesting) }, options)
  } catch (error) {
    yield refused(problemOf(error as NodeJS.ErrnoException))
  }
}

/** The bytes of all members, as they come. */
async function* unpacked(chunks: Capture['chunks'], nesting: Nesting): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: 1 << 18 })
  const source = Readable.from(counted(chunks, nesting))
  // Errors of the source go to who reads; `pipe` alone would lose them.
  source.on('error', error => gunzip.destroy(error))
  try {
    for await (const part of source.pipe(gunzip) as AsyncIterable<Buffer>) {
      if (!mayUnpack(nesting, part.length)) throw Object.assign(new Error('too much'), { code: BOMB })
      yield part
    }
  } finally {
    gunzip.destroy()
    source.destroy()
  }
}

async function* counted(chunks: Capture['chunks'], { depth, passed }: Nesting): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    if (depth === 0) passed.read += chunk.length
    yield chunk
  }
}

const BOMB = 'BOMB'

function problemOf(error: NodeJS.ErrnoException): Diagnostic {
  if (error.code === BOMB)
    return diagnostic(
      'error',
      'archive-bomb',
      'This archive unpacks to so much more than an honest one that it was not read any further.',
    )
  if (error.code?.startsWith('Z_')) return damaged(error.code === 'Z_BUF_ERROR' ? 'is cut off' : 'is damaged')
  throw error
}

const damaged = (how: string): Diagnostic =>
  diagnostic('error', 'archive-damaged', `This archive ${how}. Fetch it anew, or unpack it and give what is in it.`)
