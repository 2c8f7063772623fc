import type { Reading } from '../../model/reading.ts'
import type { Diagnostic } from '../../text/diagnostic.ts'
import { addTotals, summarize, totalsOf } from '../../views/summary.ts'
import { columns, pageWidth, renderSummary } from '../../views/render/table.ts'
import { type ScreenLanguage, WORDINGS } from '../../views/wording.ts'
import { findInputs } from '../inputs.ts'
import type { OutputFormat } from '../output-formats.ts'
import { readInputs } from '../pipeline.ts'
import { startProgress } from '../progress.ts'
import { terminalStyle, write } from '../terminal.ts'

export interface ReadOptions {
  readonly format: OutputFormat
  readonly lang: string
  readonly published: string | null
  readonly password?: string
  readonly ui: ScreenLanguage
  /** Rows of a section at most, in tables; null prints all. */
  readonly most: number | null
}

/** Writes readings as they come. */
interface Printer {
  readonly print: (reading: Reading) => Promise<void>
  readonly end: () => Promise<void>
}

/** `bienban read`: reads the inputs and prints what they say. Returns the exit code: 1 when something could not be read. */
export async function readCommand(paths: readonly string[], options: ReadOptions): Promise<number> {
  const inputs = await findInputs(paths)
  const printer = PRINTERS[options.format](options)
  const progress =
    options.format === 'table' && process.stdout.isTTY ? null : await startProgress(inputs.length, 'Reading')
  let failed = false
  for await (const { input, reading, diagnostics } of readInputs(inputs, options)) {
    for (const problem of [...diagnostics, ...(reading?.diagnostics ?? [])]) report(input, problem, options.format)
    if (reading) await printer.print(reading)
    else failed = true
    progress?.step(input)
  }
  progress?.stop()
  await printer.end()
  return failed ? 1 : 0
}

/** Notes belong to the reading, and are in its JSON; only what a person must act on goes to the terminal. */
function report(input: string, { severity, message }: Diagnostic, format: OutputFormat): void {
  if (severity === 'error' || (severity === 'warning' && format === 'table'))
    process.stderr.write(`${input}: ${message}\n`)
}

const PRINTERS: Readonly<Record<OutputFormat, (options: ReadOptions) => Printer>> = {
  table: tablePrinter,
  json: jsonPrinter,
  jsonl: linePrinter,
}

function linePrinter(): Printer {
  return { print: reading => write(process.stdout, `${JSON.stringify(reading)}\n`), end: async () => {} }
}

function jsonPrinter(): Printer {
  let count = 0
  return {
    print: reading => write(process.stdout, `${count++ === 0 ? '[' : ','}\n${JSON.stringify(reading, null, 2)}`),
    end: () => write(process.stdout, count === 0 ? '[]\n' : '\n]\n'),
  }
}

function tablePrinter({ ui, most }: ReadOptions): Printer {
  const wording = WORDINGS[ui]
  const style = terminalStyle(process.stdout)
  const width = pageWidth(process.stdout.columns)
  const totals = { ...totalsOf([]) }
  const rule = style.faint('─'.repeat(width))
  return {
    print: reading => {
      addTotals(totals, reading)
      const summary = summarize(reading, wording, most ?? Number.POSITIVE_INFINITY)
      return write(process.stdout, `${renderSummary(summary, wording, style, width)}\n${rule}\n`)
    },
    end: () =>
      totals.reports > 1
        ? write(process.stdout, `${style.section(columns([[wording.total(totals)]], [width]))}\n`)
        : Promise.resolve(),
  }
}
