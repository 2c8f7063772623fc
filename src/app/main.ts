import { runCli } from './cli.ts'
import { holdOptimizer } from './optimizer.ts'

// A reader that closes its end of a pipe early, as `head` does, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

// The other commands may have much to do.
if (['read', 'explain'].includes(process.argv[2] ?? '')) holdOptimizer()
process.exitCode = await runCli(process.argv.slice(2))
