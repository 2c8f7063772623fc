import { Argument, type Command, Option } from 'commander'
import { ENTITY_KINDS } from '../model/entity.ts'
import { inputsArgument, langOption, passwordOption, publishedOption } from './cli-options.ts'
import { addLooking } from './ledger-cli-look.ts'
import { addServe } from './serve-cli.ts'
import { atOption, type Done, ledgerCommand, limitOption, manyOption, spanArgument } from './ledger-options.ts'
import type { LedgerFlags } from './ledger/with-ledger.ts'

/** The commands that work on a ledger. Each is loaded when it is asked for. */
export function addLedgerCommands(program: Command, done: Done): void {
  program.commandsGroup('The ledger:')
  addAdd(program, done)
  addWatching(program, done)
  addLooking(program, done)
  addServe(program, done)
  program.commandsGroup('Deciding:')
  addDeciding(program, done)
  program.commandsGroup('Keeping:')
  addExport(program, done)
  addCare(program, done)
}

function addAdd(program: Command, done: Done): void {
  ledgerCommand(
    program,
    'add',
    'read reports and put what they say into the ledger; what is there already stays as it is, so that a run that was ended is taken up by running it again',
    'bienban add reports/                      into bienban.db of this folder',
    'bienban add a.txt --store postgres://me@server/ledger',
  )
    .addArgument(inputsArgument())
    .addOption(langOption())
    .addOption(publishedOption())
    .addOption(passwordOption())
    .addOption(new Option('--dry-run', 'read and tell what would be added; write nothing').default(false))
    .action(
      async (
        inputs: string[],
        options: LedgerFlags & { lang: string; published?: string; password?: string; dryRun: boolean },
      ) => {
        const { addCommand } = await import('./commands/ledger/add.ts')
        done(await addCommand(inputs, options, { ...options, published: options.published ?? null }))
      },
    )
}

function addWatching(program: Command, done: Done): void {
  ledgerCommand(
    program,
    'watch',
    'read what is new in feeds, sitemaps, listing pages and folders, again and again until Ctrl-C',
    'bienban watch sources.toml',
    'bienban watch sources.toml --once         each source once, for a timer of the system',
  )
    .argument('<file>', 'the sources, as TOML; docs/intake.md shows one')
    .addOption(new Option('--once', 'read each source once, and end').default(false))
    .action(async (file: string, options: LedgerFlags & { once: boolean }) => {
      const { watchCommand } = await import('./commands/ledger/watch.ts')
      done(await watchCommand(file, options))
    })
  ledgerCommand(program, 'sources', 'when each source was last read, what it gave, and what is wrong with it').action(
    async (options: LedgerFlags) => {
      const { sourcesCommand } = await import('./commands/ledger/watch.ts')
      done(await sourcesCommand(options))
    },
  )
}

const ACTS = ['accept', 'reject', 'correct', 'same', 'different', 'split', 'note'] as const

const DECIDE_HELP = `
What can be decided:
  accept CLAIM…         it is right as it stands
  reject CLAIM…         the report does not say that
  correct CLAIM         with --set field=value, or --span a-b
  note ID               --why "…" is kept with it
  same ID ID…           they are one
  different ID ID       they are two
  split ID CLAIM…       these claims are of another thing than the rest of ID

Examples:
  bienban decide correct 3f2a9c01d2b4e5f6 --set stage=agreed
  bienban decide same person-3f2a9c01d2 person-9b01c2d3e4 --why "one office"
  bienban undo 5c1e77ab20
Several values of a field are parted by ";": --set "by=Cao Bằng;Quảng Tây".`

function addDeciding(program: Command, done: Done): void {
  const by = (): Option => new Option('--by <name>', 'who decides; else BIENBAN_BY, else the name of the account')
  const why = (): Option => new Option('--why <words>', 'for what reason')
  ledgerCommand(program, 'decide', 'accept, reject, correct, merge or split; a decision is kept with who, when and why')
    .addArgument(new Argument('<act>', 'what is decided').choices(ACTS))
    .argument('<ids...>', 'claims and entities')
    .addOption(manyOption('--set <field=value>', 'the right value of a field, for "correct"; may be given again'))
    .addOption(new Option('--span <a-b>', 'where the words really stand, for "correct"').argParser(spanArgument))
    .addOption(why())
    .addOption(by())
    .addHelpText('after', DECIDE_HELP)
    .action(async (act: (typeof ACTS)[number], ids: string[], options) => {
      const { decideCommand } = await import('./commands/ledger/decide.ts')
      done(await decideCommand(act, ids, options))
    })
  ledgerCommand(
    program,
    'undo',
    'take a decision back, by another decision; an undoing can be undone',
    'bienban undo 5c1e77ab20',
  )
    .argument('<key>', 'the key of the decision, or its first digits: "bienban history" lists them')
    .addOption(why())
    .addOption(by())
    .action(async (key: string, options) => {
      const { undoCommand } = await import('./commands/ledger/decide.ts')
      done(await undoCommand(key, options))
    })
  ledgerCommand(
    program,
    'queue',
    'what waits for a person: pairs that may be one, decisions that lost their place, changed sources',
  )
    .addOption(limitOption(20))
    .action(async options => {
      const { queueCommand } = await import('./commands/ledger/why.ts')
      done(await queueCommand(options))
    })
  ledgerCommand(
    program,
    'history',
    'who decided what, and which reports came; of all, or of one thing',
    'bienban history',
    'bienban history undertaking-3f2a9c01d2',
  )
    .argument('[id]', 'an entity, a claim or a report')
    .addOption(limitOption(20))
    .action(async (id: string | undefined, options) => {
      const { historyCommand } = await import('./commands/ledger/history.ts')
      done(await historyCommand(id, options))
    })
}

const EXPORT_HELP = `
Formats:
  csv       undertakings as they stand, with their latest words (RFC 4180; with
            -o marked as UTF-8, for Excel); other kinds by --kind
  jsonl     every entity with all its mentions and their words, one a line
  geojson   gates and links at a day; "approximate" marks points beside them
  ics       meetings and sessions of mechanisms, for a calendar
  ftm       FollowTheMoney entities, one a line, for Aleph and its kin

Examples:
  bienban export --format csv -o ledger.csv
  bienban export --format geojson --at 2025-06-30 -o gates.geojson`

function addExport(program: Command, done: Done): void {
  ledgerCommand(program, 'export', 'write the ledger for other programs')
    .addOption(
      new Option('--format <format>', 'of the file')
        .choices(['csv', 'jsonl', 'geojson', 'ics', 'ftm'])
        .makeOptionMandatory(),
    )
    .addOption(new Option('--kind <kind>', 'entities of one kind only').choices(ENTITY_KINDS))
    .addOption(atOption())
    .addOption(new Option('-o, --output <file>', 'the file; else the standard output'))
    .addHelpText('after', EXPORT_HELP)
    .action(async options => {
      const { exportCommand } = await import('./commands/ledger/export.ts')
      done(await exportCommand(options))
    })
}

function addCare(program: Command, done: Done): void {
  ledgerCommand(program, 'verify', 'walk the whole log and find what was changed, taken out or put in by hand').action(
    async (options: LedgerFlags) => {
      const { verifyCommand } = await import('./commands/ledger/care.ts')
      done(await verifyCommand(options))
    },
  )
  ledgerCommand(program, 'rebuild', 'drop all that is derived, and derive it again from the log')
    .addOption(new Option('--reread', 'first read all documents again with this version of the reader').default(false))
    .action(async (options: LedgerFlags & { reread: boolean }) => {
      const { rebuildCommand } = await import('./commands/ledger/care.ts')
      done(await rebuildCommand(options))
    })
  ledgerCommand(
    program,
    'backup',
    'write the log to one file, which either kind of store can be restored from',
    'bienban backup ledger.backup',
  )
    .argument('<file>', 'a new file')
    .action(async (file: string, options: LedgerFlags) => {
      const { backupCommand } = await import('./commands/ledger/care.ts')
      done(await backupCommand(file, options))
    })
  ledgerCommand(
    program,
    'restore',
    'fill a new ledger from a backup',
    'bienban restore ledger.backup --store postgres://me@server/ledger',
  )
    .argument('<file>', 'a backup')
    .action(async (file: string, options: LedgerFlags) => {
      const { restoreCommand } = await import('./commands/ledger/care.ts')
      done(await restoreCommand(file, options))
    })
}
