import { type Command, Option } from 'commander'
import { countArgument } from './cli-options.ts'
import { type Done, ledgerCommand } from './ledger-options.ts'

/** `bienban serve`: the ledger as an app in the browser. */
export function addServe(program: Command, done: Done): void {
  ledgerCommand(
    program,
    'serve',
    'the app: the ledger in the browser, to look at, correct and take along; on this machine only',
    'bienban serve                       prints its address; Ctrl-C ends it',
    'bienban serve --port 0 --store postgres://me@server/ledger',
  )
    .addOption(
      new Option('--port <number>', '0 is any free one; else 4600, where that is free').argParser(countArgument),
    )
    .addOption(new Option('--host <name>', 'only this machine, until there are accounts').default('127.0.0.1'))
    .addOption(new Option('--home <side>', 'ISO code of the country, or id of the side, that is ours').default('VN'))
    .addOption(new Option('--by <name>', 'who decides; else BIENBAN_BY, else the name of the account'))
    .addOption(new Option('--readonly', 'only to look; another process may write meanwhile').default(false))
    .action(async options => {
      const { serveCommand } = await import('./commands/serve.ts')
      done(await serveCommand(options))
    })
}
