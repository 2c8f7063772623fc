// One process of the crash campaign (crash.mjs): it works on a ledger until it is killed.
//   node scripts/crash-child.mjs append|create|migrate|add|decide|rebuild LOCATION SEED
// It prints `ready` before the work in which it may be killed, and `ack KEY` for each row that was committed.
import { writeSync } from 'node:fs'
import { append } from '../dist/ledger/append.js'
import { sha256 } from '../dist/ledger/canonical.js'
import { captureEntry, decisionEntry, documentEntry } from '../dist/ledger/entry.js'
import { openStore } from '../dist/ledger/open.js'
import { rebuild } from '../dist/ledger/rebuild.js'
import { addReports } from '../dist/ledger/reports.js'
import { decide } from '../dist/ledger/decisions.js'
import { note, readReport, resolvers, verdictOn } from './crash-reports.mjs'
import { NEXT_MIGRATIONS } from './crash-migrations.mjs'

const [work, location, seed] = process.argv.slice(2)
const now = () => new Date()
/** Synchronously: what was printed before a kill has left the process. */
const say = line => writeSync(1, `${line}\n`)

const WORKS = {
  /** Adds without end. */
  async append() {
    const store = await openStore(location, { now })
    say('ready')
    for (let i = 0; ; i++) await add(store, i)
  },
  /** Makes a ledger and adds to it. */
  async create() {
    say('ready')
    const store = await openStore(location, { now })
    for (let i = 0; i < 3; i++) await add(store, i)
    await store.close()
  },
  /** Brings a ledger up to date. */
  async migrate() {
    say('ready')
    const store = await openStore(location, { now, migrations: NEXT_MIGRATIONS })
    await add(store, 0)
    await store.close()
  },
  /** Reads reports into the ledger, without end. */
  async add() {
    const store = await openStore(location, { now })
    say('ready')
    for (let i = 0; ; i++) await addRead(store, numberOf(seed) + i)
  },
  /** Decides on what reports say, without end. */
  async decide() {
    const store = await openStore(location, { now })
    const report = await addRead(store, numberOf(seed))
    say('ready')
    for (let i = 0; ; i++) {
      const claims = report.reading.claims
      const decision = verdictOn(report, claims[i % claims.length], i % 2 ? 'accept' : 'reject', `${seed} ${i}`)
      say(`ack ${await store.transaction(session => decide(session, resolvers, decision, store.now()))}`)
    }
  },
  /** Derives all again, without end. */
  async rebuild() {
    const store = await openStore(location, { now })
    await addRead(store, numberOf(seed))
    say('ready')
    for (;;) await store.transaction(session => rebuild(session, resolvers, () => {}))
  },
}

/** A number that goes with a seed: where in the generated reports it begins. */
function numberOf(seed) {
  return Number.parseInt(sha256(seed).slice(0, 6), 16)
}

async function addRead(store, number) {
  const report = readReport(number)
  const [{ reading }] = await store.transaction(session => addReports(session, resolvers, [report], store.now()))
  say(`ack ${reading}`)
  return report
}

async function add(store, i) {
  const entries = entriesOf(i)
  const appended = await store.transaction(async session => {
    const rows = await append(session, entries, store.now())
    await session.index('report', [{ id: `${seed}-${i}`, day: '2026-01-01', text: `Cao Bằng ${seed} ${i}` }])
    return rows
  })
  for (const { key } of appended) say(`ack ${key}`)
}

/** A report and a decision; every third report with its bytes, some of them long. */
function entriesOf(i) {
  const text = `Hai bên nhất trí (${seed}, ${i}). `.repeat(1 + (i % 7) * 40)
  const bytes = Buffer.from(text, i % 3 === 0 ? 'utf16le' : 'utf8')
  const capture = captureEntry({ file: `${seed}-${i}.txt`, url: null }, bytes, text)
  const facts = { key: null, file: null, url: null, title: null, outlet: null, published: null, lang: 'vi' }
  const document = documentEntry({ ...facts, id: `sha256:${sha256(text)}`, text, sourceMap: [] }, capture.key)
  return [capture, document, decisionEntry(note(`${seed} ${i}`))]
}

await WORKS[work]()
