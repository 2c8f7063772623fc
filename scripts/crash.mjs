// The crash campaign: processes that work on a ledger are killed (SIGKILL) at random moments. Afterwards every row that was
// acknowledged must be there, none twice, `verify` finds nothing, and the next process just works.
//   node scripts/crash.mjs [--rounds 200] [--store sqlite|postgres] [--scenario NAME] [--seed N]
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { startPostgres } from './postgres.mjs'
import { build, fail, install, ROOT } from './workspace.mjs'

install()
build()
const { append } = await import('../dist/ledger/append.js')
const { decisionEntry } = await import('../dist/ledger/entry.js')
const { fingerprint } = await import('../dist/ledger/fingerprint.js')
const { openStore } = await import('../dist/ledger/open.js')
const { rebuild } = await import('../dist/ledger/rebuild.js')
const { verifyLog } = await import('../dist/ledger/verify.js')
const { EXTRA, NEXT_MIGRATIONS } = await import('./crash-migrations.mjs')
const { note, resolvers } = await import('./crash-reports.mjs')

const CHILD = `${ROOT}scripts/crash-child.mjs`
const now = () => new Date()

/**
 * What is killed. `command`: the arguments of a Node process that prints `ready` where its work begins, and `ack KEY` for each row
 * of the log that it was told is kept. `window`: within how many ms of `ready` it is killed; without one, within the time that it
 * takes when nobody kills it. `fresh`: each round has a new ledger.
 * `prepare` fills a new ledger; `migrations` are those that it should have in the end; `check` returns sentences.
 */
const SCENARIOS = [
  { name: 'append', command: (at, seed) => [CHILD, 'append', at, seed], window: 250, fresh: false },
  { name: 'create', command: (at, seed) => [CHILD, 'create', at, seed], fresh: true },
  {
    name: 'migrate',
    command: (at, seed) => [CHILD, 'migrate', at, seed],
    fresh: true,
    prepare: at => withStore(at, {}, store => addDecisions(store, 400)),
    migrations: NEXT_MIGRATIONS,
    check: store => checkMigrated(store),
  },
  {
    name: 'add',
    command: (at, seed) => [CHILD, 'add', at, seed],
    window: 400,
    fresh: false,
    check: store => checkDerived(store),
  },
  {
    name: 'decide',
    command: (at, seed) => [CHILD, 'decide', at, seed],
    window: 300,
    fresh: false,
    check: store => checkDerived(store),
  },
  {
    name: 'rebuild',
    command: (at, seed) => [CHILD, 'rebuild', at, seed],
    window: 300,
    fresh: false,
    check: store => checkDerived(store),
  },
]

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    store: { type: 'string' },
    scenario: { type: 'string', multiple: true },
    seed: { type: 'string', default: String(process.pid) },
  },
})
/** A ledger that is added to for longer takes ever longer to verify. */
const ROUNDS_A_LEDGER = 25
const random = generator(Number(values.seed))
const folder = mkdtempSync(join(tmpdir(), 'bienban-crash-'))
const server = values.store === 'sqlite' ? null : startPostgres()
let ledgers = 0
const STORES = {
  sqlite: () => join(folder, `ledger-${++ledgers}.db`),
  ...(server && { postgres: () => `${server.url}&schema=crash_${process.pid}_${++ledgers}` }),
}

try {
  const chosen = SCENARIOS.filter(({ name }) => !values.scenario || values.scenario.includes(name))
  for (const [store, place] of Object.entries(STORES))
    if (!values.store || values.store === store) await campaign(store, place, chosen, Number(values.rounds))
} finally {
  server?.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** Rounds in turn over the scenarios, so that any number of rounds sees them all. */
async function campaign(store, place, scenarios, rounds) {
  const ledgers = new Map()
  const totals = { acknowledged: 0, early: 0, problems: 0 }
  const windows = new Map()
  for (const scenario of scenarios) windows.set(scenario, scenario.window ?? (await timed(scenario, place)))
  const start = performance.now()
  for (let round = 0; round < rounds; round++) {
    const scenario = scenarios[round % scenarios.length]
    const kept = ledgers.get(scenario.name)
    const ledger = kept && !scenario.fresh && kept.rounds < ROUNDS_A_LEDGER ? kept : await newLedger(scenario, place)
    ledgers.set(scenario.name, ledger)
    ledger.rounds++
    const finished = await runAndKill(scenario, ledger, `${values.seed}-${round}`, windows.get(scenario))
    totals.early += finished ? 1 : 0
    for (const problem of await inspect(scenario, ledger)) {
      totals.problems++
      console.error(`${store}, ${scenario.name}, round ${round} (--seed ${values.seed}): ${problem}`)
    }
    totals.acknowledged += ledger.fresh
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  console.log(
    `${store}: ${rounds} rounds of kill -9 (${scenarios.map(({ name }) => name).join(', ')}; ${totals.early} had ended before), ${totals.acknowledged} rows acknowledged, problems: ${totals.problems}; ${seconds} s`,
  )
  if (totals.problems > 0) process.exitCode = 1
}

async function newLedger(scenario, place) {
  const location = place()
  await scenario.prepare?.(location)
  return { location, acknowledged: new Set(), rounds: 0, fresh: 0, ready: 0 }
}

/** How many ms the work of a scenario takes, from `ready` to its end. */
async function timed(scenario, place) {
  const ledger = await newLedger(scenario, place)
  await runAndKill(scenario, ledger, `${values.seed}-timed`, null)
  return performance.now() - ledger.ready
}

/** Starts the process, kills it within its window, and takes down what it acknowledged. Returns whether it had ended by itself. */
async function runAndKill(scenario, ledger, seed, window) {
  const child = spawn(process.execPath, scenario.command(ledger.location, seed), { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', data => (said += data))
  const ended = new Promise(resolve => child.once('close', (code, signal) => resolve({ code, signal })))
  ledger.fresh = 0
  createInterface({ input: child.stdout }).on('line', line => {
    if (line === 'ready') ledger.ready = performance.now()
    if (line === 'ready' && window !== null) setTimeout(() => child.kill('SIGKILL'), random() * window)
    if (!line.startsWith('ack ')) return
    ledger.acknowledged.add(line.slice(4))
    ledger.fresh++
  })
  const { code, signal } = await ended
  if (signal === null && code !== 0) fail(`${scenario.name}: the process failed by itself: ${said}`)
  return signal === null
}

/** What is wrong with a ledger after a kill, in sentences. Opening it, as the next command would, is part of it. */
async function inspect(scenario, ledger) {
  try {
    return await withStore(ledger.location, scenario, async store => {
      const [key] = await addDecisions(store, 1)
      ledger.acknowledged.add(key)
      const rows = await store.db.selectFrom('log').select(['kind', 'key']).execute()
      const keys = new Set(rows.map(row => row.key))
      const lost = [...ledger.acknowledged].filter(key => !keys.has(key))
      const names = new Set(rows.map(row => `${row.kind} ${row.key}`))
      return [
        ...(await verifyLog(store)).problems,
        ...(lost.length > 0 ? [`${lost.length} acknowledged rows are lost, ${lost[0]} among them`] : []),
        ...(names.size < rows.length ? [`${rows.length - names.size} rows are there twice`] : []),
        ...((await scenario.check?.(store)) ?? (await halves(store))),
      ]
    })
  } catch (error) {
    return [`the next command failed: ${error.message}`]
  }
}

/** An addition is one transaction: captures, documents, and what is searched of them come together. */
async function halves(store) {
  const count = async kind =>
    (
      await store.db
        .selectFrom('log')
        .select(({ fn }) => fn.countAll().as('n'))
        .where('kind', '=', kind)
        .execute()
    )[0].n
  const [captures, documents] = [await count('capture'), await count('document')]
  const found = (await store.search('report', 'cao bang', 1_000_000)).length
  return captures === documents && documents === found
    ? []
    : [`there are halves of additions: ${captures} captures, ${documents} documents, ${found} found`]
}

/** What is derived is what the log gives: nothing half-written, nothing left over. */
async function checkDerived(store) {
  const before = await fingerprint(store, { order: true })
  await store.transaction(session => rebuild(session, resolvers, () => {}))
  return before === (await fingerprint(store, { order: true })) ? [] : ['what is derived is not what the log gives']
}

async function checkMigrated(store) {
  const [{ value }] = await store.db.selectFrom('meta').select('value').where('name', '=', 'version').execute()
  const version = String(NEXT_MIGRATIONS.length)
  const problems = value === version ? [] : [`its version is ${value}, and not ${version}`]
  for (const number of EXTRA) {
    const rows = await store.db.selectFrom(`extra_${number}`).selectAll().execute()
    if (rows.length < 400) problems.push(`extra_${number} holds ${rows.length} rows`)
  }
  return problems
}

async function addDecisions(store, count) {
  const entries = Array.from({ length: count }, (_, i) => decisionEntry(note(`${process.hrtime.bigint()} ${i}`)))
  const appended = await store.transaction(session => append(session, entries, now()))
  return appended.map(({ key }) => key)
}

async function withStore(location, { migrations }, work) {
  const store = await openStore(location, { now, ...(migrations && { migrations }) })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** Chance that can be repeated (mulberry32). */
function generator(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
