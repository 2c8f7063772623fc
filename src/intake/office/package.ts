import { type Diagnostic, diagnostic } from '../../text/diagnostic.ts'
import { byteQueue } from '../byte-queue.ts'
import { outermost } from '../nesting.ts'
import { type EntryProblem, zipEntries } from '../zip.ts'

/** The parts of a paper that is a ZIP archive (DOCX, ODT, EPUB), by name. */
export type Parts = ReadonlyMap<string, Buffer>

/** The parts that are wanted, or the reason why there are none. A part that is damaged is left out unless it is `needed`. */
export async function partsOf(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Promise<{ readonly parts: Parts } | { readonly problem: Diagnostic }> {
  const parts = new Map<string, Buffer>()
  const nesting = outermost()
  for await (const { name, read } of zipEntries(
    byteQueue([bytes], count => (nesting.passed.read += count)),
    nesting,
  )) {
    if (!isWanted(name)) continue
    const part = await read()
    if ('problem' in part) return { problem: partProblem(name, part.problem) }
    parts.set(name, part.bytes)
  }
  return { parts }
}

function partProblem(name: string, problem: EntryProblem): Diagnostic {
  if (problem === 'encrypted')
    return diagnostic(
      'error',
      'paper-encrypted',
      'The document is protected by a password. Open it in its program, save it without one, and read that.',
    )
  if (problem === 'bomb' || problem === 'too-large')
    return diagnostic(
      'error',
      'archive-bomb',
      `The part ${name} becomes so large when it is unpacked that no honest document has it: it was not read. Ask who sent it.`,
    )
  return diagnostic(
    'error',
    'paper-damaged',
    `The part ${name} of the document is damaged. Open it in its program, save it anew, and read that.`,
  )
}
