import { explainedAt } from '../../views/explanation.ts'
import { renderExplanation } from '../../views/render/explanation.ts'
import { pageWidth } from '../../views/render/table.ts'
import { findInputs } from '../inputs.ts'
import { readerFor, takeInput, unknownLanguage } from '../pipeline.ts'
import { terminalStyle, write } from '../terminal.ts'

export interface ExplainOptions {
  readonly lang: string
  readonly published: string | null
  readonly password?: string
}

/** `bienban explain`: prints how each claim came about; with an offset, only the claims that hold that character. */
export async function explainCommand(path: string, offset: number | null, options: ExplainOptions): Promise<number> {
  let failed = false
  for (const input of await findInputs([path]))
    for await (const { document, diagnostics } of takeInput(input, options)) {
      const reader = document ? readerFor(document.lang) : null
      const problems = document && !reader ? [...diagnostics, unknownLanguage(document.lang)] : diagnostics
      for (const { message } of problems) process.stderr.write(`${input.name}: ${message}\n`)
      if (!document || !reader) failed = true
      else if (offset !== null && offset >= document.text.length) {
        process.stderr.write(
          `${input.name}: The text has ${document.text.length} characters; ${offset} is behind its end.\n`,
        )
        failed = true
      } else await printExplanations(reader.explain(document).claims, document.text, offset)
    }
  return failed ? 1 : 0
}

async function printExplanations(
  claims: Parameters<typeof explainedAt>[0],
  text: string,
  offset: number | null,
): Promise<void> {
  const style = terminalStyle(process.stdout)
  const width = pageWidth(process.stdout.columns)
  const chosen = explainedAt(claims, offset)
  if (chosen.length === 0)
    return write(
      process.stdout,
      offset === null ? 'No claim was made of this text.\n' : `No claim holds character ${offset}.\n`,
    )
  for (const claim of chosen) await write(process.stdout, `${renderExplanation(claim, text, style, width)}\n`)
}
