import { Command, CommanderError, Option } from 'commander'
import { SCREEN_LANGUAGES, type ScreenLanguage, screenLanguage } from '../views/wording.ts'
import { countArgument, inputsArgument, langOption, passwordOption, publishedOption } from './cli-options.ts'
import { addLedgerCommands } from './ledger-cli.ts'
import { OUTPUT_FORMATS, type OutputFormat } from './output-formats.ts'
import { version } from './packs.ts'

/** Exit codes: 0 all was done, 1 some input could not be read (the rest was), 2 wrong usage. */
const WRONG_USAGE = 2

/**
 * Runs the command line; returns the exit code. Each command is loaded when it is asked for, so that none pays for the
 * libraries of another. Errors that nobody foresaw become one sentence, never a stack.
 */
export async function runCli(args: readonly string[]): Promise<number> {
  let code = 0
  const program = createProgram(result => (code = result))
  try {
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE
    process.stderr.write(
      `bienban: something went wrong that should not: ${(error as Error).message}\nPlease report it with the command and the file.\n`,
    )
    return 1
  }
}

function createProgram(done: (code: number) => void): Command {
  const program = new Command('bienban')
    .description(
      'Reads the published record of cooperation across a border, and keeps what was promised, in the words that promised it.',
    )
    .version(version())
    .enablePositionalOptions()
    .exitOverride()
    .showHelpAfterError('(bienban --help shows what there is)')
    .addHelpText('after', HELP)
  program.commandsGroup('Reading:')
  addRead(program, done)
  addExplain(program, done)
  addEval(program, done)
  addLang(program, done)
  addLedgerCommands(program, done)
  return program
}

const HELP = `
Examples:
  bienban read report.txt               what was agreed, signed, proposed
  bienban read reports/ --format jsonl  a folder, one reading a line
  curl -s ADDRESS | bienban read -      a page from the standard input
  bienban explain report.txt 1204       why the words at character 1204 were
                                        read as they were
  bienban add reports/                  into the ledger: what was promised,
                                        and what came of it
  bienban overview                      where everything stands
  bienban show ID                       anything by its id, in its words
  bienban help read                     what a command can do

Exit codes: 0 all was read; 1 something could not be read (the rest was);
2 wrong usage. Nothing that is read leaves this machine.`

interface CommonFlags {
  readonly lang: string
  readonly published?: string
  readonly password?: string
}

interface ReadFlags extends CommonFlags {
  readonly format: OutputFormat
  readonly ui: ScreenLanguage
  readonly most?: number
}

interface EvalFlags extends CommonFlags {
  readonly json: boolean
  readonly misses?: string
}

const READ_HELP = `
Examples:
  bienban read report.txt --published 2025-05-15   dates without a year are
                                                   counted from that day
  bienban read reports/ --ui vi --most 5           a short table in Vietnamese
  bienban read news.jsonl --format jsonl > out     a collection, for programs

Inputs: plain text in UTF-8 or UTF-16 (the first line is the title), simple
HTML, JSON and JSON lines (.jsonl), where a report is
  {"id", "url", "title", "outlet", "published", "lang", "text"}
with "text" at least. Folders are searched for .txt, .md, .html, .json, .jsonl.
docs/model.md tells what a reading holds.`

const EXPLAIN_HELP = `
Under the text: ^ what the claim quotes, ~ other words that make it what it is.
  from   the rule or frame that made the claim
  why    from what a value was inferred
  rule   a match in those words: tier/rule, its slots, its pattern
  word   a word of the language pack: class and value
  lost   a match that another one kept from standing, and why

Examples:
  bienban explain report.txt          every claim
  bienban explain report.txt 1204     the claims that hold character 1204`

const EVAL_HELP = `
Example:
  bienban eval eval/gold/samples data/samples --misses "commitment stages"

docs/evaluation.md tells what is measured, and how a gold file is written.`

const CHECK_HELP = `
Exit code 1 where anything is to be mended. docs/language-pack.md tells how
words, rules and cases are written.`

function addRead(program: Command, done: (code: number) => void): void {
  program
    .command('read')
    .description('read reports and print what they say, each thing with its words')
    .addArgument(inputsArgument())
    .addOption(
      new Option('--format <format>', 'table for people; json or jsonl for programs')
        .choices(OUTPUT_FORMATS)
        .default('table'),
    )
    .addOption(langOption())
    .addOption(publishedOption())
    .addOption(passwordOption())
    .addOption(
      new Option('--ui <code>', 'language of the table')
        .choices(SCREEN_LANGUAGES)
        .default(screenLanguage(process.env['LC_ALL'] || process.env['LANG'] || '')),
    )
    .addOption(new Option('--most <count>', 'rows of a section at most, in tables').argParser(countArgument))
    .addHelpText('after', READ_HELP)
    .action(async (inputs: string[], options: ReadFlags) => {
      const { readCommand } = await import('./commands/read.ts')
      done(await readCommand(inputs, { ...options, published: options.published ?? null, most: options.most ?? null }))
    })
}

function addExplain(program: Command, done: (code: number) => void): void {
  program
    .command('explain')
    .description(
      'show how each claim came about: carets under its words, the rules and words that made it, and what lost against them',
    )
    .argument('<file>', 'a report; - is the standard input')
    .argument('[offset]', 'only the claims that hold this character, counted from 0', countArgument)
    .addOption(langOption())
    .addOption(publishedOption())
    .addOption(passwordOption())
    .addHelpText('after', EXPLAIN_HELP)
    .action(async (file: string, offset: number | undefined, options: CommonFlags) => {
      const { explainCommand } = await import('./commands/explain.ts')
      done(await explainCommand(file, offset ?? null, { ...options, published: options.published ?? null }))
    })
}

function addEval(program: Command, done: (code: number) => void): void {
  const command = program
    .command('eval')
    .enablePositionalOptions()
    .description(
      'score what is read of reports against their annotation: precision, recall and F1 of each kind of claim',
    )
    .argument('<gold>', 'a folder of annotated reports')
    .addArgument(inputsArgument())
    .option('--json', 'the scores as JSON', false)
    .addOption(
      new Option(
        '--misses <measure>',
        'list what was missed, made up or wrong: commitments, "commitment stages", people …',
      ),
    )
    .addOption(langOption())
    .addOption(publishedOption())
    .addHelpText('after', EVAL_HELP)
    .action(async (gold: string, inputs: string[], options: EvalFlags) => {
      const { evalCommand } = await import('./commands/eval.ts')
      done(
        await evalCommand(gold, inputs, {
          ...options,
          published: options.published ?? null,
          misses: options.misses ?? null,
        }),
      )
    })
  addEvalLedger(command, done)
  addEvalEvents(command, done)
}

interface EvalLedgerFlags {
  readonly lang: string
  readonly json: boolean
  readonly misses: boolean
}

function addEvalLedger(program: Command, done: (code: number) => void): void {
  program
    .command('ledger')
    .description('score what many reports together are made into: undertakings, their stages, and reviews of meetings')
    .argument('[truth]', 'a folder with the truth', 'eval/ledger')
    .option('--json', 'the scores as JSON', false)
    .option('--misses', 'list what is wrong', false)
    .addOption(langOption())
    .action(async (truth: string, options: EvalLedgerFlags) => {
      const { evalLedgerCommand } = await import('./commands/eval-ledger.ts')
      done(await evalLedgerCommand(truth, options))
    })
}

interface EvalEventsFlags extends CommonFlags {
  readonly json: boolean
  readonly misses: boolean
}

function addEvalEvents(program: Command, done: (code: number) => void): void {
  program
    .command('events')
    .description('score how reports of one event are put together: B-cubed precision, recall and F1, and false merges')
    .argument('<files...>', 'reports as JSON lines that name their event: {"id", "event", "text", "published", …}')
    .option('--json', 'the scores as JSON', false)
    .option('--misses', 'list the pairs that were put together or kept apart wrongly, and why', false)
    .addOption(langOption())
    .addOption(publishedOption())
    .action(async (files: string[], options: EvalEventsFlags) => {
      const { evalEventsCommand } = await import('./commands/eval-events.ts')
      done(await evalEventsCommand(files, { ...options, published: options.published ?? null }))
    })
}

function addLang(program: Command, done: (code: number) => void): void {
  program
    .command('lang')
    .description('look after language packs')
    .command('check')
    .description('validate language packs and run their cases')
    .argument('[codes...]', 'languages; all where none is named')
    .addHelpText('after', CHECK_HELP)
    .action(async (codes: string[]) => {
      const { langCheckCommand } = await import('./commands/lang.ts')
      done(await langCheckCommand(codes))
    })
}
