import { createReadStream, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Capture } from '../intake/capture.ts'
import { KNOWN_ENDINGS } from '../intake/formats.ts'
import { type Diagnostic, diagnostic } from '../text/diagnostic.ts'
import { addressInput, isAddress } from './fetched-input.ts'

/** An input of the command line: a file that can be opened, or the reason why it cannot. */
export interface Input {
  /** As it is shown to the person. */
  readonly name: string
  readonly open: (() => Capture | Promise<Capture>) | null
  readonly problem: Diagnostic | null
}

/** The standard input, on the command line. */
export const STANDARD_INPUT = '-'

/** The files that the arguments name, those of folders in the order of their names. Missing ones come with their reason. */
export async function findInputs(paths: readonly string[]): Promise<Input[]> {
  const found = await Promise.all(paths.map(path => inputsAt(path)))
  return found.flat()
}

async function inputsAt(path: string): Promise<Input[]> {
  if (path === STANDARD_INPUT)
    return [{ name: '(standard input)', open: () => ({ file: null, chunks: process.stdin }), problem: null }]
  if (isAddress(path)) return [addressInput(path)]
  try {
    return await inputsOn(path)
  } catch (error) {
    return [{ name: path, open: null, problem: fileProblem(error as NodeJS.ErrnoException) }]
  }
}

async function inputsOn(path: string): Promise<Input[]> {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats)
    return [
      refusedInput(
        path,
        'file-missing',
        'There is no such file or folder. Check the name, and the folder that you are in.',
      ),
    ]
  if (!stats.isDirectory()) return [fileInput(path)]
  const files = await reportsIn(path)
  if (files.length > 0) return files.map(fileInput)
  const endings = KNOWN_ENDINGS.map(ending => `.${ending}`).join(', ')
  return [refusedInput(path, 'folder-empty', `There is no report in this folder. Reports end in ${endings}.`)]
}

const fileInput = (file: string): Input => ({
  name: file,
  open: () => ({ file, chunks: createReadStream(file, { highWaterMark: 1 << 20 }) }),
  problem: null,
})

const refusedInput = (name: string, code: string, message: string): Input => ({
  name,
  open: null,
  problem: diagnostic('error', code, message),
})

async function reportsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const known = new RegExp(`\\.(${KNOWN_ENDINGS.join('|')})$`, 'i')
  return entries
    .filter(entry => entry.isFile() && known.test(entry.name) && !entry.name.startsWith('.'))
    .map(entry => join(entry.parentPath ?? folder, entry.name))
    .toSorted()
}

/** What a system error of a file means for a person. */
export function fileProblem(error: NodeJS.ErrnoException): Diagnostic {
  if (error.code === 'EACCES' || error.code === 'EPERM')
    return diagnostic(
      'error',
      'file-not-allowed',
      'You may not open this file or folder. Ask its owner, or copy it to a folder of yours.',
    )
  if (error.code === 'EISDIR') return diagnostic('error', 'file-is-folder', 'This is a folder, not a file.')
  return diagnostic(
    'error',
    'file-unreadable',
    `The file could not be read (${error.code ?? error.message}). Try to open it in an editor.`,
  )
}
