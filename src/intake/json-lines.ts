import { diagnostic } from '../text/diagnostic.ts'
import { type Capture, type IntakeOptions, linesOf, refused, type Taken, tooLarge } from './capture.ts'
import { decode } from './decode.ts'
import { takeJsonLine } from './json.ts'

/** The reports of a collection, one JSON object a line: of any size, since one line is held at a time. */
export async function* takeJsonLines(capture: Capture, options: IntakeOptions): AsyncGenerator<Taken> {
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
  const decoded = await decode(bytes, capture.charset ?? null)
  if (!('text' in decoded)) return refused({ ...decoded, message: `Line ${number}: ${decoded.message}` })
  return takeJsonLine(decoded.text, number, capture, options)
}
