import { setTimeout as sleep } from 'node:timers/promises'
import { LARGEST_ANSWER } from '../../../intake/fetch/fetch.ts'
import { createVisitor } from '../../../intake/fetch/visitor.ts'
import type { Store } from '../../../ledger/store.ts'
import { sourceState, watchedSources } from '../../../ledger/watched.ts'
import { sourcesPage } from '../../../views/ledger/sources.ts'
import { LEDGER_WORDINGS } from '../../../views/ledger/wording.ts'
import { userAgent } from '../../fetched-input.ts'
import { viewCommand } from '../../ledger/show.ts'
import { type LedgerFlags, withLedger } from '../../ledger/with-ledger.ts'
import { write } from '../../terminal.ts'
import { readSources, type Source, type SourcesConfig } from '../../watch/config.ts'
import { isDue, readSource, type SourceRound, type Watch } from '../../watch/round.ts'

export interface WatchFlags extends LedgerFlags {
  /** Reads each source once, whether it is its turn or not, and ends. */
  readonly once: boolean
}

/** Sources that are read at the same time: each waits for its server most of the time. */
const AT_ONCE = 6
/** Longest sleep between two looks at the clock, in milliseconds. */
const LONGEST_SLEEP = 60_000

/** `bienban watch`: reads what is new in the sources, again and again. Returns 1 where, asked to read once, a source could not be read at all. */
export const watchCommand = (file: string, flags: WatchFlags): Promise<number> =>
  withLedger(flags.store, { readonly: false }, async store => {
    const config = readSources(file)
    const stop = new AbortController()
    const end = (): void => stop.abort()
    process.once('SIGINT', end).once('SIGTERM', end)
    try {
      const watch = watchOf(store, config, () => stop.signal.aborted)
      if (flags.once) return (await readAll(config.source, watch, flags)) ? 0 : 1
      while (!stop.signal.aborted) {
        await readAll(await dueNow(watch), watch, flags)
        await sleep(await untilNext(watch), undefined, { signal: stop.signal }).catch(() => {})
      }
      return 0
    } finally {
      process.off('SIGINT', end).off('SIGTERM', end)
    }
  })

function watchOf(store: Store, config: SourcesConfig, ended: () => boolean): Watch {
  let last: Promise<unknown> = Promise.resolve()
  return {
    store,
    config,
    ended,
    now: store.now,
    inTurn: work => {
      const done = last.then(work)
      last = done.catch(() => {})
      return done
    },
    visitor: createVisitor({
      agent: userAgent(config.contact),
      allowPrivate: config.allow_private,
      patience: config.patience,
      interval: config.interval,
      largest: LARGEST_ANSWER,
    }),
  }
}

async function dueNow({ store, config, now }: Watch): Promise<Source[]> {
  const states = await Promise.all(config.source.map(({ name }) => sourceState(store, name)))
  return config.source.filter((_, i) => isDue(states[i], now()))
}

async function untilNext({ store, config, now }: Watch): Promise<number> {
  const states = await Promise.all(config.source.map(({ name }) => sourceState(store, name)))
  const next = Math.min(...states.map(state => Date.parse(state?.next_at ?? now().toISOString())))
  return Math.max(1000, Math.min(LONGEST_SLEEP, next - now().getTime()))
}

/** Reads sources, some at a time, and tells of each when it is done. Gives whether all could be read. */
async function readAll(sources: readonly Source[], watch: Watch, flags: WatchFlags): Promise<boolean> {
  const waiting = [...sources]
  let well = true
  const work = async (): Promise<void> => {
    for (let source = waiting.shift(); source && !watch.ended(); source = waiting.shift()) {
      const round = await readSource(source, watch)
      if (round.named === 0 && round.problems.length > 0) well = false
      await tell(round, flags)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return well
}

async function tell(round: SourceRound, flags: WatchFlags): Promise<void> {
  for (const problem of round.problems) process.stderr.write(`${round.name}: ${problem}\n`)
  const line = flags.json ? JSON.stringify(round) : `${round.name}: ${LEDGER_WORDINGS[flags.ui].sources.round(round)}`
  await write(process.stdout, `${line}\n`)
}

/** `bienban sources`: when each was last read, what it gave, and what is wrong with it. */
export const sourcesCommand = (flags: LedgerFlags): Promise<number> =>
  viewCommand(flags, watchedSources, (sources, tongue) => sourcesPage(sources, tongue))
