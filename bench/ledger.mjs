// How fast the ledger is, on reports made by a stated recipe (generated-reports.mjs), on both stores in one run.
//   node bench/ledger.mjs [--reports 100000] [--store sqlite|postgres]
//   node bench/ledger.mjs --ledger FILE|URL [--from N] [--to N] [--only add,queries,rebuild]
// The second builds and keeps one ledger piece by piece: reports N to N of the recipe for `--reports`.
// Own time is CPU time of this process; "loops" is that time in runs of a plain loop beside it (2,000,000 turns, about 3 ms on a
// quiet machine), which says the same on a machine that others use.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startPostgres } from '../scripts/postgres.mjs'
import { gateRows } from '../dist/app/ledger/gate-rows.js'
import { loadPack } from '../dist/app/packs.js'
import { openStore } from '../dist/ledger/open.js'
import { findEntities } from '../dist/ledger/query/entities.js'
import { findId } from '../dist/ledger/query/find-id.js'
import { mentionsOf } from '../dist/ledger/query/mentions.js'
import { quotesAt } from '../dist/ledger/query/quotes.js'
import { rebuild } from '../dist/ledger/rebuild.js'
import { addReports } from '../dist/ledger/reports.js'
import { createRuleReader } from '../dist/read/rule-reader.js'
import { createResolvers } from '../dist/resolve/resolvers.js'
import { incomingReport } from './filled-ledger.mjs'
import { FIELDS, SIDES, STAGES, WORDS } from './questions.mjs'

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '100000' },
    store: { type: 'string', default: 'sqlite,postgres' },
    ledger: { type: 'string' },
    from: { type: 'string', default: '0' },
    to: { type: 'string' },
    only: { type: 'string', default: 'add,queries,rebuild' },
  },
})
const REPORTS = Number(values.reports)
const FROM = Number(values.from)
const TO = Number(values.to ?? REPORTS)
const PHASES = values.only.split(',')
const BATCH = 200
const ROUNDS = 60

const pack = loadPack('vi')
const reader = createRuleReader(pack)
const resolvers = createResolvers(pack)
const now = () => new Date()
const line = (what, value) => console.log(`  ${what.padEnd(44)} ${value}`)

/** CPU time of this process since `before`, in ms. */
function ownTime(before) {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** CPU time of the plain loop, in ms. */
function plainLoop() {
  const before = process.cpuUsage()
  let hash = 0
  for (let i = 0; i < 2_000_000; i++) hash = (Math.imul(hash ^ i, 0x85ebca6b) + (hash >>> 3)) | 0
  return ownTime(before) + (hash === 1 ? 1 : 0)
}

/** Adds reports; the cost of a report of each batch, in ms of this process and in plain loops. */
async function addAll(store) {
  const costs = []
  let claims = 0
  const begun = performance.now()
  let adding = Promise.resolve()
  for (let from = FROM; from < TO; from += BATCH) {
    const loop = plainLoop()
    const before = process.cpuUsage()
    const batch = []
    for (let n = 0; n < Math.min(BATCH, TO - from); n++) {
      batch.push(incomingReport(reader, from + n, REPORTS))
      // As `bienban add` does: while a server takes in one batch, the next is read.
      await turn()
    }
    for (const { reading } of batch) claims += reading.claims.length
    await adding
    adding = store.transaction(session => addReports(session, resolvers, batch, now()))
    const own = ownTime(before) / batch.length
    costs.push({ at: from + batch.length, own, loops: own / loop })
    if (process.stdout.isTTY) process.stdout.write(`\r  ${from + batch.length} reports`)
  }
  await adding
  if (process.stdout.isTTY) process.stdout.write('\r')
  return { costs, claims, seconds: (performance.now() - begun) / 1000 }
}

const median = list => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]
const p95 = list => list.toSorted((a, b) => a - b)[Math.floor(list.length * 0.95)]

/** Each query some times with other arguments; the first few warm it. */
async function timed(name, run) {
  const times = []
  for (let n = 0; n < ROUNDS + 5; n++) {
    const start = performance.now()
    await run(n)
    if (n >= 5) times.push(performance.now() - start)
  }
  line(name, `p50 ${median(times).toFixed(1)} ms, p95 ${p95(times).toFixed(1)} ms (must be under 100)`)
}

async function queries(store) {
  const all = await findEntities(store, { kind: 'undertaking', tags: [], from: null, to: null, limit: 500 })
  await timed('ledger, three filters', n =>
    findEntities(store, {
      kind: 'undertaking',
      tags: [`side:${SIDES[n % 6]}`, `field:${FIELDS[n % 5]}`, `stage:${STAGES[n % 4]}`],
      from: null,
      to: null,
      limit: 50,
    }),
  )
  await timed('search, two words', async n => {
    await store.search('report', WORDS[n % WORDS.length], 20)
    await store.search('entity', WORDS[n % WORDS.length], 20)
  })
  await timed('show', async n => {
    const found = await findId(store, all[(n * 7) % all.length].id)
    const mentions = await mentionsOf(store, [found.entity.id])
    await quotesAt(store, mentions)
  })
  await timed('gates --at', n =>
    store.snapshot(async session => {
      const gates = await findEntities(session, { kind: 'gate', tags: [], from: null, to: null, limit: 50 })
      await gateRows(session, gates, `${2006 + (n % 18)}-06-30`)
    }),
  )
}

const NEAR = 1000

/** The middle cost of a report around the one with that number. */
const costAround = (costs, at, what) =>
  median(costs.filter(cost => Math.abs(cost.at - at) <= NEAR / 2).map(cost => cost[what]))

async function measureAdding(store) {
  const { costs, claims, seconds } = await addAll(store)
  line('reports, claims', `${TO - FROM} (${FROM} to ${TO}), ${claims}`)
  line('add', `${((TO - FROM) / seconds).toFixed(0)} reports/s by the clock (reading included)`)
  line('  of this process alone', `${median(costs.map(({ own }) => own)).toFixed(2)} ms a report`)
  line('  in plain loops', median(costs.map(({ loops }) => loops)).toFixed(2))
  for (const at of [1000, 10_000, 20_000, 40_000, 60_000, 80_000, 100_000])
    if (at - NEAR / 2 > FROM && at <= TO)
      line(
        `  around report ${at}`,
        `${costAround(costs, at, 'own').toFixed(2)} ms, ${costAround(costs, at, 'loops').toFixed(2)} loops`,
      )
  if (FROM === 0)
    line(
      'last reports against the 1,000th, in loops',
      `${(costAround(costs, TO, 'loops') / costAround(costs, 1000, 'loops')).toFixed(2)} times (must be under 1.5)`,
    )
}

async function measure(name, location, size) {
  console.log(name)
  if (PHASES.includes('add')) {
    const store = await openStore(location, { now })
    await measureAdding(store)
    if (size) line('file', `${(size() / 1e6).toFixed(0)} MB`)
    await store.close()
  }
  if (PHASES.includes('queries')) {
    const opened = performance.now()
    const store = await openStore(location, { now, readonly: true })
    await findEntities(store, { kind: 'undertaking', tags: ['stage:agreed'], from: null, to: null, limit: 20 })
    line('open to first answer', `${(performance.now() - opened).toFixed(0)} ms`)
    await queries(store)
    await store.close()
  }
  if (PHASES.includes('rebuild')) {
    const store = await openStore(location, { now })
    const [start, before] = [performance.now(), process.cpuUsage()]
    await store.transaction(session => rebuild(session, resolvers, () => {}))
    line(
      'rebuild',
      `${((performance.now() - start) / 1000).toFixed(0)} s; own time ${(ownTime(before) / 1000).toFixed(0)} s`,
    )
    await store.close()
  }
  line(
    'memory',
    `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB, peak ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB (must be under 1,000)`,
  )
}

async function measureBoth() {
  const folder = mkdtempSync(join(tmpdir(), 'bienban-bench-'))
  try {
    if (values.store.includes('sqlite')) {
      const file = join(folder, 'ledger.db')
      await measure('SQLite', file, () => statSync(file).size)
    }
    const server = values.store.includes('postgres') ? startPostgres() : null
    if (server) {
      await measure('PostgreSQL', server.url, null)
      server.stop()
    } else if (values.store.includes('postgres')) console.log('PostgreSQL is not installed: left out.')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (values.ledger === undefined) await measureBoth()
else
  await measure(values.ledger, values.ledger, values.ledger.includes('://') ? null : () => statSync(values.ledger).size)
