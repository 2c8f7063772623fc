import type { IntakeOptions } from '../intake/capture.ts'
import { takeIn } from '../intake/intake.ts'
import type { Reading } from '../model/reading.ts'
import { createCueScreen } from '../read/cue-screen.ts'
import { createRuleReader, type RuleReader } from '../read/rule-reader.ts'
import { type Diagnostic, diagnostic } from '../text/diagnostic.ts'
import type { Document } from '../text/document.ts'
import type { InputProblem } from './fetched-input.ts'
import { fileProblem, type Input } from './inputs.ts'
import { releaseOptimizer } from './optimizer.ts'
import { languageCodes, loadPack } from './packs.ts'

/** A report that was taken in, or what stood in the way; `input` is the file's name. */
export interface TakenInput {
  readonly input: string
  readonly document: Document | null
  /** The bytes that it alone came in, where they are a part of the input. */
  readonly bytes?: Uint8Array
  /** A page of a web archive that was not worth taking apart: it is not about cooperation. */
  readonly passedOver?: true
  readonly diagnostics: readonly Diagnostic[]
}

/** A report that was read, or what stood in the way. */
export interface ReadInput extends Omit<TakenInput, 'document' | 'bytes'> {
  readonly reading: Reading | null
}

/** Characters that are read sooner than optimized. */
const FEW = 50_000

/** The whole flow: inputs -> bytes -> documents -> readings, one at a time, so that memory holds one report. */
export async function* readInputs(inputs: Iterable<Input>, options: IntakeOptions): AsyncGenerator<ReadInput> {
  let units = 0
  for (const input of inputs)
    for await (const taken of takeInput(input, options)) {
      units += taken.document?.text.length ?? 0
      if (units > FEW) releaseOptimizer()
      yield readSafely(taken)
    }
}

/** The documents of one input. Errors become diagnostics, so that the other inputs are still read. */
export async function* takeInput({ name, open, problem }: Input, options: IntakeOptions): AsyncGenerator<TakenInput> {
  if (!open) return yield { input: name, document: null, diagnostics: problem ? [problem] : [] }
  try {
    for await (const taken of takeIn(await open(), options)) yield { input: name, ...taken }
  } catch (error) {
    yield { input: name, document: null, diagnostics: [problemOf(error as Error)] }
  }
}

const problemOf = (error: Error): Diagnostic =>
  'diagnostic' in error
    ? (error as InputProblem).diagnostic
    : 'code' in error
      ? fileProblem(error as NodeJS.ErrnoException)
      : diagnostic(
          'error',
          'input-unforeseen',
          `This input could not be handled (${error.message}), which should not happen. Please report it with the input.`,
        )

function readSafely(taken: TakenInput): ReadInput {
  try {
    return readTaken(taken)
  } catch (error) {
    return { ...taken, reading: null, diagnostics: [...taken.diagnostics, problemOf(error as Error)] }
  }
}

/** Reads a report that was taken in; `screen` reads no further in one that is not about cooperation. */
export function readTaken({ document, ...rest }: TakenInput, how: 'read' | 'screen' = 'read'): ReadInput {
  if (!document) return { ...rest, reading: null }
  const reader = readerFor(document.lang)
  if (!reader) return { ...rest, reading: null, diagnostics: [...rest.diagnostics, unknownLanguage(document.lang)] }
  return { ...rest, reading: reader[how](document) }
}

const screens = new Map<string, (text: string) => boolean>()

/** More ideographs make a page one of another language, whatever it says of itself. */
const IDEOGRAPHS = 0.3

/** Whether the words of a page may be a report on cooperation; of a page in a language without a pack nothing is known. */
export function mayMatter(words: string, lang: string): boolean {
  const pack = loadPack(lang)
  if (!pack || (words.match(/[\u3400-\u9fff]/gu)?.length ?? 0) > IDEOGRAPHS * words.length) return true
  const screen = screens.get(lang) ?? createCueScreen(pack)
  screens.set(lang, screen)
  return screen(words)
}

const readers = new Map<string, RuleReader>()

/** The reader of a language (`vi`, `vi-VN`, `VI`), made at its first use; null for a language without a pack. */
export function readerFor(tag: string): RuleReader | null {
  const lang = tag.split(/[-_]/)[0].toLowerCase()
  const known = readers.get(lang)
  if (known) return known
  const pack = loadPack(lang)
  if (!pack) return null
  const reader = createRuleReader(pack)
  readers.set(lang, reader)
  return reader
}

export function unknownLanguage(lang: string): Diagnostic {
  const known = languageCodes().join(', ')
  return diagnostic(
    'error',
    'language-unknown',
    `There is no language pack for "${lang}". There is: ${known}. Where the report names a wrong language, correct it there; where it names none, give it with --lang.`,
  )
}
