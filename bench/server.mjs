// How fast the server answers, on a ledger of generated reports (generated-reports.mjs), to 20 people at once who each ask something else:
// as fast as they can, each asking again as soon as there is an answer; and at the pace of people, each asking once a second.
//   node bench/server.mjs [--reports 100000] [--ledger FILE] [--seconds 10] [--only undertakings] [--warm 60]
// A ledger that is named is kept, and filled only as far as it is not. `--warm`: seconds that the server has to read ahead.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { openStore } from '../dist/ledger/open.js'
import { ROUTES } from '../dist/app/http/routes/index.js'
import { fillLedger } from './filled-ledger.mjs'
import { FIELDS, PARTNERS, SIDES, STAGES, WORDS } from './questions.mjs'

const argument = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : process.argv[at + 1]
}
const REPORTS = Number(argument('reports', '100000'))
const SECONDS = Number(argument('seconds', '10'))
const ONLY = argument('only', '')
const WARM = Number(argument('warm', '60'))
const PEOPLE = 20
const MOST_MS = 100
const FLAT_REQUESTS = 10_000

const folder = mkdtempSync(join(tmpdir(), 'bienban-bench-'))
const file = argument('ledger', join(folder, 'ledger.db'))
const line = (what, value) => console.log(`  ${what.padEnd(44)} ${value}`)

/** Ids of each kind, spread over all there are. */
async function idsIn(store) {
  const spread = async kind => {
    const rows = await store.db.selectFrom('entity').select('id').where('kind', '=', kind).orderBy('id').execute()
    const step = Math.max(1, Math.floor(rows.length / 400))
    return rows.filter((_, i) => i % step === 0).map(({ id }) => id)
  }
  const kinds = ['undertaking', 'meeting', 'person', 'organization', 'gate', 'link', 'mechanism']
  const docs = await store.db.selectFrom('report').select('doc').orderBy('doc').limit(400).execute()
  return {
    ...Object.fromEntries(await Promise.all(kinds.map(async kind => [kind, await spread(kind)]))),
    report: docs.map(({ doc }) => doc),
  }
}

const pairs = (one, other) => one.flatMap(a => other.map(b => [a, b]))
/** Days of the recipe's twenty years. */
const DAYS = Array.from({ length: 60 }, (_, i) => `${2006 + Math.floor(i / 3)}-${['02', '06', '10'][i % 3]}-15`)

/** Different addresses of each route: what people ask. */
function addressesOf(ids) {
  const filters = [
    ...pairs(SIDES, PARTNERS).map(([a, b]) => `side=${a}&side=${b}`),
    ...pairs(SIDES, FIELDS).map(([a, b]) => `side=${a}&field=${b}`),
    ...pairs(PARTNERS, STAGES).map(([a, b]) => `side=${a}&stage=${b}`),
    ...pairs(FIELDS, STAGES).map(([a, b]) => `field=${a}&stage=${b}`),
    ...pairs(WORDS, SIDES).map(([a, b]) => `q=${a.replace(' ', '+')}&side=${b}`),
    ...pairs(SIDES, ['90', '365']).map(([a, b]) => `side=${a}&silent=${b}`),
    'sort=silent',
    'sort=latest',
    '',
  ]
  const lists = [
    ...SIDES.map(side => `side=${side}`),
    ...WORDS.map(q => `q=${q.replace(' ', '+')}`),
    ...DAYS.map(day => `until=${day}`),
    'offset=50',
    '',
  ]
  const filtered = list => path => list.map(query => (query === '' ? path : `${path}?${query}`))
  const each = kind => path => ids[kind].map(id => path.replace(/:\w+/, id))
  const at = path => DAYS.map(day => `${path}?at=${day}`)
  return {
    '/api/home': path => [path, ...[0, 100, 1000].map(seq => `${path}?since=${seq}`), ...at(path).slice(0, 6)],
    '/api/undertakings': filtered(filters),
    '/api/undertakings/facets': filtered(filters),
    '/api/undertakings/:id': each('undertaking'),
    '/api/meetings': filtered(lists),
    '/api/meetings/:id': each('meeting'),
    '/api/meetings/:id/review': each('meeting'),
    '/api/people': filtered(lists),
    '/api/people/:id': each('person'),
    '/api/bodies': filtered(lists),
    '/api/bodies/:id': each('organization'),
    '/api/figures': filtered(lists.filter(query => !query.startsWith('until'))),
    '/api/instruments': filtered(lists),
    '/api/mechanisms': path => [path],
    '/api/mechanisms/:id': each('mechanism'),
    '/api/corridor': at,
    '/api/gates/:id': each('gate'),
    '/api/links/:id': each('link'),
    '/api/reports/:doc': each('report'),
    '/api/reports/:doc/explain': path => each('report')(path).slice(0, 100),
    '/api/briefing': path => pairs(PARTNERS, SIDES).map(([a, b]) => `${path}?partner=${a}&ours=${b}`),
    '/api/search': path => pairs(WORDS, WORDS).map(([a, b]) => `${path}?q=${`${a} ${b}`.replaceAll(' ', '+')}`),
    '/api/history': path => [path, `${path}?limit=20`],
    '/api/why': path => ids.person.map(id => `${path}?id=${id}`),
    '/api/queue': path => [path],
    '/api/state': path => [path],
    '/api/names': path => [path],
  }
}

async function startServer() {
  const bienban = fileURLToPath(new URL('../bin/bienban', import.meta.url))
  const child = spawn(process.execPath, [
    bienban,
    'serve',
    '--port',
    '0',
    '--readonly',
    '--store',
    file,
    '--today',
    '2026-01-15',
  ])
  child.stderr.pipe(process.stderr)
  const address = await new Promise((resolve, reject) => {
    child.stdout.once('data', data => resolve(`${data}`.trim()))
    child.once('exit', code => reject(new Error(`the server ended with ${code}`)))
  })
  return { child, address }
}

/** Everybody begins elsewhere in the list: nobody asks what somebody else has just asked. */
function ask(url, paths, limit) {
  let nth = 0
  const times = []
  const statuses = new Map()
  const run = autocannon({
    url,
    connections: PEOPLE,
    timeout: 60,
    ...limit,
    setupClient(client) {
      const from = Math.floor((nth++ * paths.length) / PEOPLE)
      client.setRequests([...paths.slice(from), ...paths.slice(0, from)].map(path => ({ path })))
    },
  })
  run.on('response', (_, status, __, ms) => {
    times.push(ms)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  })
  return new Promise((resolve, reject) => {
    run.on('done', () => resolve({ times: times.toSorted((a, b) => a - b), statuses }))
    run.on('error', reject)
  })
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
const memoryOf = ({ pid }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024

function told({ times, statuses }) {
  const wrong = [...statuses].filter(([status]) => status !== 200).map(([status, n]) => `, ${n}× ${status}`)
  const p95 = at(times, 0.95)
  const over = p95 > MOST_MS ? ` (must be under ${MOST_MS})` : ''
  return `${times.length} answers, p50 ${at(times, 0.5).toFixed(0)}, p95 ${p95.toFixed(0)} ms${over}${wrong.join('')}`
}

async function measure(child, address, ids) {
  const addresses = addressesOf(ids)
  const all = []
  for (const { path, method, gives } of ROUTES) {
    if (method !== 'get' || gives.type !== 'application/json' || !path.includes(ONLY)) continue
    const paths = (addresses[path]?.(path) ?? []).filter(each => !each.includes(':id'))
    if (paths.length === 0) {
      line(path, 'no address to ask')
      continue
    }
    all.push(...paths)
    const paced = told(await ask(address, paths, { duration: SECONDS, overallRate: PEOPLE }))
    const pressed = told(await ask(address, paths, { duration: SECONDS }))
    line(
      path,
      `${String(paths.length).padStart(4)} addresses · as people ask: ${paced} · as fast as they can: ${pressed}`,
    )
  }
  await ask(address, all, { amount: FLAT_REQUESTS })
  const before = memoryOf(child)
  await ask(address, all, { amount: FLAT_REQUESTS })
  line(`memory, ${FLAT_REQUESTS} requests later`, `${before.toFixed(0)} MB, ${memoryOf(child).toFixed(0)} MB`)
}

try {
  await fillLedger(file, REPORTS)
  const store = await openStore(file, { readonly: true, now: () => new Date() })
  const ids = await idsIn(store)
  const { n } = await store.db
    .selectFrom('report')
    .select(({ fn }) => fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  await store.close()
  console.log(`${n} reports, ${PEOPLE} people at once`)
  const { child, address } = await startServer()
  try {
    await rest(WARM * 1000)
    await measure(child, address, ids)
  } finally {
    child.kill('SIGTERM')
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
