import { setTimeout as rest } from 'node:timers/promises'
import { lastSeq } from '../../ledger/query/roster.ts'
import type { AppContext } from './context.ts'
import { memoryOf } from './routes/undertakings.ts'

/** Undertakings whose rows are read in one go: few, so that who asks meanwhile hardly waits, though nothing of a large ledger is in memory yet. */
const STEP = 4

/** How long it rests between two goes, as a multiple of what one took. */
const REST = 3

/** How often it looks whether the ledger has grown, in milliseconds. */
const LOOK = 1000

/** Undertakings that are read ahead, the latest spoken of: those that lists begin with. */
const MOST_AHEAD = 4000

/** Work that goes on in the background until it is stopped. */
export interface Background {
  /** Resolves when its last step has ended. */
  readonly stop: () => Promise<void>
}

/**
 * Reads the rows of the ledger's undertakings ahead, the latest spoken of first, and again when the ledger has grown: whoever asks
 * then finds them in memory. What fails is left to be read, and told, when it is asked for.
 */
export function readAhead(context: AppContext): Background {
  const ending = new AbortController()
  const running = keepReading(context, ending.signal).catch(() => {})
  return {
    async stop() {
      ending.abort()
      await running
    },
  }
}

async function keepReading(context: AppContext, signal: AbortSignal): Promise<void> {
  let read = ''
  while (!signal.aborted) {
    const moment = `${await lastSeq(context.reader)} ${context.today()}`
    if (moment !== read) await readRows(context, signal)
    read = moment
    await rest(LOOK, undefined, { ref: false, signal })
  }
}

async function readRows(context: AppContext, signal: AbortSignal): Promise<void> {
  const [memory, today] = [memoryOf(context), context.today()]
  const { seq, entries } = await context.reader.snapshot(session => memory.roster(session))
  const ids = entries.slice(0, MOST_AHEAD).map(({ id }) => id)
  for (let from = 0; from < ids.length; from += STEP) {
    const begun = performance.now()
    await context.reader.snapshot(session => memory.rows(session, ids.slice(from, from + STEP), today))
    if ((await lastSeq(context.reader)) !== seq) return
    await rest(REST * (performance.now() - begun), undefined, { ref: false, signal })
  }
}
