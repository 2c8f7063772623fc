import { type Command, Option } from 'commander'
import { SCREEN_LANGUAGES, screenLanguage } from '../views/wording.ts'
import { inputsArgument, langOption, publishedOption } from './cli-options.ts'
import { DEFAULT_STORE, type LedgerFlags } from './ledger/with-ledger.ts'

type Done = (code: number) => void

/** The commands that work on a ledger. Each is loaded when it is asked for. */
export function addLedgerCommands(program: Command, done: Done): void {
  addAdd(program, done)
}

/** What all commands on the ledger take. */
const ledgerOptions = (): Option[] => [
  new Option('--store <where>', 'the ledger: a file, or postgres://user@host/database')
    .env('BIENBAN_STORE')
    .default(DEFAULT_STORE),
  new Option('--json', 'for programs').default(false),
  new Option('--ui <code>', 'language of the screen')
    .choices(SCREEN_LANGUAGES)
    .default(screenLanguage(process.env['LC_ALL'] ?? process.env['LANG'] ?? '')),
]

/** A command on the ledger with the common options. */
function ledgerCommand(program: Command, name: string, description: string): Command {
  const command = program.command(name).description(description)
  for (const option of ledgerOptions()) command.addOption(option)
  return command
}

function addAdd(program: Command, done: Done): void {
  ledgerCommand(
    program,
    'add',
    'read reports and put what they say into the ledger; what is there already stays as it is',
  )
    .addArgument(inputsArgument())
    .addOption(langOption())
    .addOption(publishedOption())
    .action(async (inputs: string[], options: LedgerFlags & { lang: string; published?: string }) => {
      const { addCommand } = await import('./commands/ledger/add.ts')
      done(await addCommand(inputs, options, { lang: options.lang, published: options.published ?? null }))
    })
}
