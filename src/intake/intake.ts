import { type Diagnostic, diagnostic } from '../text/diagnostic.ts'
import { bytesOf, type Capture, type IntakeOptions, LARGEST_INPUT, linesOf, refused, type Taken } from './capture.ts'
import { decode } from './decode.ts'

/** What a format makes of a decoded capture. */
type Take = (
  decoded: string,
  capture: Capture,
  options: IntakeOptions,
  diagnostics: readonly Diagnostic[],
) => Promise<Taken | Taken[]> | Taken | Taken[]

interface Format {
  readonly name: string
  /** Endings of file names, without the dot. */
  readonly endings: readonly string[]
  /** Loads what reads the format: its libraries cost time that no other format should pay. */
  readonly load: () => Promise<Take>
}

/** The formats that can be taken in: a new one is a line here and a file beside this one. */
const FORMATS: readonly Format[] = [
  { name: 'text', endings: ['txt', 'text', 'md'], load: async () => (await import('./text.ts')).takeText },
  { name: 'JSON', endings: ['json'], load: async () => (await import('./json.ts')).takeJson },
  { name: 'HTML', endings: ['html', 'htm', 'xhtml'], load: async () => (await import('./html.ts')).takeHtml },
]

/** Collections of reports, one JSON object a line. */
const LINE_ENDINGS = ['jsonl', 'ndjson']

/** The endings of all files that are looked for in a folder. */
export const KNOWN_ENDINGS: readonly string[] = [...FORMATS.flatMap(format => format.endings), ...LINE_ENDINGS]

/** The reports of a capture, one after the other. Never throws for what the bytes hold: what cannot be read says why. */
export async function* takeIn(capture: Capture, options: IntakeOptions): AsyncGenerator<Taken> {
  if (LINE_ENDINGS.includes(endingOf(capture.file))) return yield* takeLines(capture, options)
  const bytes = await bytesOf(capture.chunks)
  if (!bytes) return yield refused(tooLarge('The input'))
  const decoded = decode(bytes)
  if (!('text' in decoded)) return yield refused(decoded)
  const take = await formatOf(capture.file, decoded.text).load()
  const taken = await take(decoded.text, capture, options, decoded.diagnostics)
  yield* Array.isArray(taken) ? taken : [taken]
}

async function* takeLines(capture: Capture, options: IntakeOptions): AsyncGenerator<Taken> {
  let number = 0
  let count = 0
  for await (const bytes of linesOf(capture.chunks)) {
    number++
    if (bytes?.length === 0) continue
    const taken = bytes ? await takeLine(bytes, number, capture, options) : refused(tooLarge(`Line ${number}`))
    if (!taken) continue
    count++
    yield taken
  }
  if (count === 0) yield refused(diagnostic('error', 'input-empty', 'The input is empty: there is no report in it.'))
}

async function takeLine(
  bytes: Uint8Array,
  number: number,
  capture: Capture,
  options: IntakeOptions,
): Promise<Taken | null> {
  const { takeJsonLine } = await import('./json.ts')
  const decoded = decode(bytes)
  if (!('text' in decoded)) return refused({ ...decoded, message: `Line ${number}: ${decoded.message}` })
  return takeJsonLine(decoded.text, number, capture, options)
}

const endingOf = (file: string | null): string => /\.([a-z0-9]+)$/i.exec(file ?? '')?.[1].toLowerCase() ?? ''

/** By the ending of the name; where that says nothing, by the first character. */
function formatOf(file: string | null, text: string): Format {
  const ending = endingOf(file)
  const [plain, json, html] = FORMATS
  const named = FORMATS.find(format => format.endings.includes(ending))
  if (named) return named
  if (/^\s*<(!doctype html|html|head|body|article)\b/i.test(text.slice(0, 2000))) return html
  return /^\s*(\{\s*"|\[\s*\{)/.test(text.slice(0, 2000)) ? json : plain
}

function tooLarge(what: string): Diagnostic {
  const size = LARGEST_INPUT / 1024 / 1024
  return diagnostic(
    'error',
    'input-too-large',
    `${what} is larger than ${size} MB. Split it, or give a collection as JSON lines (.jsonl).`,
  )
}
