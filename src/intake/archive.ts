import { type Diagnostic, diagnostic } from '../text/diagnostic.ts'
import { byteQueue } from './byte-queue.ts'
import { type Capture, type IntakeOptions, refused, type Taken } from './capture.ts'
import type { Inner } from './format.ts'
import { DEEPEST, inside, outermost } from './nesting.ts'
import { type EntryProblem, zipEntries } from './zip.ts'

/**
 * The documents of a ZIP archive, and of archives in it, each taken as the file that it is; files of other kinds are left out. What cannot
 * be read is told by its name, and the rest is read, up to where the archive as a whole unpacks to too much.
 */
export async function* takeZip(
  capture: Capture,
  options: IntakeOptions,
  { take, takesName }: Inner,
): AsyncGenerator<Taken> {
  const nesting = capture.nesting ?? outermost()
  if (nesting.depth >= DEEPEST) return yield refused(tooDeep())
  const queue = byteQueue(capture.chunks, count => {
    if (nesting.depth === 0) nesting.passed.read += count
  })
  let count = 0
  for await (const { name, read } of zipEntries(queue, nesting)) {
    if (!takesName(name) || isHidden(name)) continue
    count++
    const entry = await read()
    if ('problem' in entry) {
      yield refused(entryProblem(name, entry.problem))
      if (nesting.passed.spent) return
      continue
    }
    const file = capture.file === null ? name : `${capture.file}/${name}`
    yield* named(name, entry.bytes, take({ file, chunks: [entry.bytes], nesting: inside(nesting) }, options))
  }
  if (count === 0)
    yield refused(diagnostic('error', 'archive-empty', 'There is no document in this archive that can be read.'))
}

/** What is taken from a part of a container: with its bytes where they hold one document, and its name before what is told. */
export async function* named(name: string, bytes: Uint8Array, inner: AsyncIterable<Taken>): AsyncGenerator<Taken> {
  let held: Taken | null = null
  let single = true
  for await (const { diagnostics, ...taken } of inner) {
    if (held) {
      single = false
      yield held
    }
    held = { ...taken, diagnostics: diagnostics.map(told => ({ ...told, message: `${name}: ${told.message}` })) }
  }
  if (held) yield single && held.document && !held.bytes ? { ...held, bytes } : held
}

/** Files that systems put beside others. */
const isHidden = (name: string): boolean => /(^|\/)(\.|__MACOSX\/)/.test(name)

const tooDeep = (): Diagnostic =>
  diagnostic(
    'error',
    'archive-nested',
    `This archive lies in ${DEEPEST} others, which are not looked through any deeper. Unpack it, and give what is in it.`,
  )

function entryProblem(name: string, problem: EntryProblem): Diagnostic {
  if (problem === 'encrypted')
    return diagnostic(
      'error',
      'archive-encrypted',
      `${name} is under a password in this archive. Unpack it, and give the file.`,
    )
  if (problem === 'bomb' || problem === 'too-large')
    return diagnostic(
      'error',
      'archive-bomb',
      `${name} becomes so large when it is unpacked that no honest file does: it was not read.`,
    )
  const why = problem === 'method' ? 'is packed in a way that is not known' : 'is damaged in this archive'
  return diagnostic('error', 'archive-damaged', `${name} ${why}. Unpack it with another program, and give the file.`)
}
