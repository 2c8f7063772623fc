// How fast the ledger is, on reports made by a stated recipe (generated-reports.mjs), on both stores in one run.
//   node bench/ledger.mjs [--reports 100000] [--store sqlite|postgres]
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { startPostgres } from '../scripts/postgres.mjs'
import { loadPack } from '../dist/app/packs.js'
import { sha256 } from '../dist/ledger/canonical.js'
import { openStore } from '../dist/ledger/open.js'
import { findEntities } from '../dist/ledger/query/entities.js'
import { findId } from '../dist/ledger/query/find-id.js'
import { mentionsOf } from '../dist/ledger/query/mentions.js'
import { quotesAt } from '../dist/ledger/query/quotes.js'
import { rebuild } from '../dist/ledger/rebuild.js'
import { addReports } from '../dist/ledger/reports.js'
import { createRuleReader } from '../dist/read/rule-reader.js'
import { createResolvers } from '../dist/resolve/resolvers.js'
import { createDocument } from '../dist/text/document.js'
import { generatedReport } from './generated-reports.mjs'

const argument = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : process.argv[at + 1]
}
const REPORTS = Number(argument('reports', '100000'))
const STORES = argument('store', 'sqlite,postgres').split(',')
const BATCH = 200
const ROUNDS = 60

const pack = loadPack('vi')
const reader = createRuleReader(pack)
const resolvers = createResolvers(pack)
const now = () => new Date()
const line = (what, value) => console.log(`  ${what.padEnd(44)} ${value}`)

function incoming(i) {
  const { text, ...facts } = generatedReport(i, REPORTS)
  const document = createDocument({ ...facts, id: `sha256:${sha256(text)}`, key: facts.id, file: null }, text)
  return { document, reading: reader.read(document), bytes: null }
}

/** Adds all reports; the cost of a report of each tenth of them, in milliseconds of this process and of the clock. */
async function addAll(store) {
  const costs = []
  let claims = 0
  const begun = performance.now()
  let adding = Promise.resolve()
  for (let from = 0; from < REPORTS; from += BATCH) {
    const start = performance.now()
    const cpu = process.cpuUsage()
    const batch = []
    for (let n = 0; n < Math.min(BATCH, REPORTS - from); n++) {
      batch.push(incoming(from + n))
      // As `bienban add` does: while a server takes in one batch, the next is read.
      await turn()
    }
    for (const { reading } of batch) claims += reading.claims.length
    await adding
    adding = store.transaction(session => addReports(session, resolvers, batch, now()))
    const { user, system } = process.cpuUsage(cpu)
    costs.push({ clock: (performance.now() - start) / batch.length, own: (user + system) / 1000 / batch.length })
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

const SIDES = ['vn-cao-bang', 'vn-lang-son', 'vn-quang-ninh', 'vn-lao-cai', 'vn-lai-chau', 'vn-dien-bien']
const FIELDS = ['transport', 'trade', 'agriculture', 'education', 'environment', 'health']
const STAGES = ['agreed', 'proposed', 'underway', 'done']
const WORDS = [
  'kiem dich',
  'duong day',
  'quan trac',
  'benh vien',
  'tra linh',
  'duoc lieu',
  'cao bang',
  'hop tac',
  'kho lanh',
  'ta lung',
]

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
}

async function measure(name, location, size) {
  console.log(`${name}`)
  let store = await openStore(location, { now })
  const { costs, claims, seconds } = await addAll(store)
  line('reports, claims', `${REPORTS}, ${claims}`)
  line('add', `${(REPORTS / seconds).toFixed(0)} reports/s by the clock (reading included)`)
  line('  of this process alone', `${median(costs.map(({ own }) => own)).toFixed(2)} ms a report`)
  const first = costs.slice(Math.floor(1000 / BATCH) - 2, Math.floor(1000 / BATCH) + 3).map(({ own }) => own)
  const last = costs.slice(-5).map(({ own }) => own)
  line(
    'last reports against the 1,000th, own time',
    `${(median(last) / median(first)).toFixed(2)} times (must be under 1.5)`,
  )
  line(
    'memory',
    `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB, peak ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB`,
  )
  if (size) line('file', `${(size() / 1e6).toFixed(0)} MB`)
  await store.close()
  const opened = performance.now()
  store = await openStore(location, { now, readonly: true })
  await findEntities(store, { kind: 'undertaking', tags: ['stage:agreed'], from: null, to: null, limit: 20 })
  line('open to first answer', `${(performance.now() - opened).toFixed(0)} ms`)
  await queries(store)
  await store.close()
  store = await openStore(location, { now })
  const start = performance.now()
  await store.transaction(session => rebuild(session, resolvers, () => {}))
  line('rebuild', `${((performance.now() - start) / 1000).toFixed(0)} s`)
  await store.close()
}

const folder = mkdtempSync(join(tmpdir(), 'bienban-bench-'))
try {
  if (STORES.includes('sqlite')) {
    const file = join(folder, 'ledger.db')
    await measure('SQLite', file, () => statSync(file).size)
  }
  if (STORES.includes('postgres')) {
    const server = startPostgres()
    if (server) {
      await measure('PostgreSQL', server.url, null)
      server.stop()
    } else console.log('PostgreSQL is not installed: left out.')
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
