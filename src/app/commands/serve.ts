import { readAhead } from '../http/ahead.ts'
import { createApp } from '../http/app.ts'
import { type Listening, listen } from '../http/listen.ts'
import { openContext, type ServeOptions } from '../http/open-context.ts'
import { LedgerError } from '../../ledger/error.ts'
import { write } from '../terminal.ts'

export interface ServeFlags extends ServeOptions {
  /** None: the usual one, or any that is free where another program has it. */
  readonly port?: number
  readonly host: string
}

/** The names of this machine's own address. */
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])

/** `bienban serve`: the app for a ledger, until it is stopped. Returns the exit code. */
export async function serveCommand(flags: ServeFlags): Promise<number> {
  if (!LOOPBACK.has(flags.host)) return await refuse(OPEN_TO_OTHERS(flags.host), 2)
  try {
    const context = await openContext(flags)
    try {
      for (const note of context.writer?.notes ?? []) process.stderr.write(`${note}\n`)
      const listening = await listenOn(createApp(context), flags.port)
      await write(process.stdout, `${listening.address}\n`)
      const ahead = readAhead(context)
      await untilStopped(listening)
      await ahead.stop()
      return 0
    } finally {
      await context.close()
    }
  } catch (error) {
    if (error instanceof LedgerError) return await refuse(error.message, 1)
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return await refuse(TAKEN(flags.port ?? USUAL), 1)
    throw error
  }
}

const USUAL = 4600

async function listenOn(app: Parameters<typeof listen>[0], port: number | undefined): Promise<Listening> {
  try {
    return await listen(app, port ?? USUAL)
  } catch (error) {
    if (port !== undefined || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    return await listen(app, 0)
  }
}

const OPEN_TO_OTHERS = (host: string): string =>
  `This server has no accounts yet, so it listens on this machine only and not on ${host}. To reach it from elsewhere, use a tunnel: ssh -L 4600:127.0.0.1:4600 USER@MACHINE.`

const TAKEN = (port: number): string =>
  `Another program listens on port ${port} already. Give another one with --port, or 0 for any that is free.`

async function refuse(sentence: string, code: number): Promise<number> {
  await write(process.stderr, `${sentence}\n`)
  return code
}

/** Waits for SIGTERM or SIGINT, then until all that is running has come to its end. */
async function untilStopped({ stop }: Listening): Promise<void> {
  await new Promise<void>(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
  await stop()
}
