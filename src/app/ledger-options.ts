import { type Command, InvalidArgumentError, Option } from 'commander'
import { SCREEN_LANGUAGES, screenLanguage } from '../views/wording.ts'
import { countArgument, dayArgument } from './cli-options.ts'
import { DEFAULT_STORE } from './ledger/with-ledger.ts'

export type Done = (code: number) => void

/** What all commands on the ledger take. */
const ledgerOptions = (): Option[] => [
  new Option('--store <where>', 'the ledger: a file, or postgres://user@host/database')
    .env('BIENBAN_STORE')
    .default(DEFAULT_STORE),
  new Option('--json', 'for programs').default(false),
  new Option('--ui <code>', 'language of the screen')
    .choices(SCREEN_LANGUAGES)
    .default(screenLanguage(process.env['LC_ALL'] ?? process.env['LANG'] ?? '')),
  new Option('--today <day>', 'the day that counts as today, as 2025-05-15').argParser(dayArgument),
]

/** A command on the ledger with the common options, and examples below its help. */
export function ledgerCommand(program: Command, name: string, description: string, ...examples: string[]): Command {
  const command = program.command(name).description(description)
  for (const option of ledgerOptions()) command.addOption(option)
  if (examples.length > 0) command.addHelpText('after', `\nExamples:\n${examples.map(line => `  ${line}`).join('\n')}`)
  return command
}

export const limitOption = (most: number): Option =>
  new Option('--limit <count>', 'how many are shown at most').argParser(countArgument).default(most)

export const atOption = (): Option =>
  new Option('--at <day>', 'as it stood on that day, by what was said until then').argParser(dayArgument)

/** Takes one value each time that it is given. */
export const manyOption = (flags: string, description: string): Option =>
  new Option(flags, description).argParser((value: string, before: string[]) => [...before, value]).default([], 'none')

/** `120-164`: UTF-16 offsets in the text of a report. */
export function spanArgument(value: string): { start: number; end: number } {
  const match = /^(\d+)-(\d+)$/.exec(value)
  if (match) return { start: Number(match[1]), end: Number(match[2]) }
  throw new InvalidArgumentError(
    `"${value}" is no span. Write it as 120-164: the first character and the one behind the last.`,
  )
}
