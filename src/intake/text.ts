import type { Diagnostic } from '../text/diagnostic.ts'
import type { Capture, IntakeOptions, Taken } from './capture.ts'
import { describe } from './describe.ts'
import { normalizeLines } from './lines.ts'

/** A plain text: its first line is the title. */
export const takeText = (
  decoded: string,
  { file }: Capture,
  options: IntakeOptions,
  diagnostics: readonly Diagnostic[],
): Taken => describe(normalizeLines(decoded), { file, lang: options.lang, published: options.published }, diagnostics)
