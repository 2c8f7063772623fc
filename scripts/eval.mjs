// npm run eval: scores the reader on every annotated report that this machine has, against eval/floors.json.
//   npm run eval -- --raise    writes the scores that rose into eval/floors.json
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { build, install, ROOT, SHARED } from './workspace.mjs'

const FLOORS = `${ROOT}eval/floors.json`
const raise = process.argv.includes('--raise')

install()
build()

const samples = doc => `${ROOT}data/samples/${doc}.json`
const corpus = doc => `${SHARED}/corpus/vi-cooperation/${doc}.txt`
/** The annotated sets: where their gold stands, and how a document of it is found. */
const SETS = [
  { name: 'samples', gold: `${ROOT}eval/gold/samples`, reportOf: samples },
  { name: 'papers', gold: `${ROOT}eval/gold/papers`, reportOf: samples },
  { name: 'founding', gold: `${SHARED}/gold/seeds`, reportOf: doc => `${SHARED}/reports/${doc}.txt` },
  { name: 'corpus-dev', gold: `${ROOT}eval/gold/corpus-dev`, reportOf: corpus },
  { name: 'corpus-unread', gold: `${ROOT}eval/gold/corpus-unread`, reportOf: corpus },
]

const floors = existsSync(FLOORS) ? JSON.parse(readFileSync(FLOORS, 'utf8')) : {}
const fallen = []
// The unread reports are scored once, at the end of a piece of work: from then on their floors stand.
for (const set of SETS)
  if (set.name !== 'corpus-unread' || floors[set.name] || process.argv.includes('--unread')) scoreSet(set)
scoreEvents('same-event', `${SHARED}/corpus/same-event.jsonl`)
scoreEvents('samples', `${SHARED}/samples`)
scoreLedger()
if (raise) writeFileSync(FLOORS, `${JSON.stringify(floors, null, 2)}\n`)
for (const line of fallen) console.error(line)
process.exitCode = fallen.length > 0 ? 1 : 0

function scoreSet({ name, gold, reportOf }) {
  const docs = existsSync(gold)
    ? readdirSync(gold)
        .filter(file => file.endsWith('.json'))
        .map(file => reportOf(file.slice(0, -5)))
    : []
  const known = docs.filter(file => existsSync(file))
  if (known.length === 0 || known.length < docs.length) {
    console.log(`${name}: skipped, since its reports are not on this machine (they stand in ../shared).`)
    return
  }
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [`${ROOT}bin/bienban`, 'eval', gold, ...known, '--json'],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  if (status !== 0) return fallen.push(`${name}: the evaluation failed: ${stderr}`)
  const { unquoted, inventedIn, documents, scores } = JSON.parse(stdout)
  console.log(
    `\n${name}: ${documents} reports, claims without an exact quote ${unquoted}, irrelevant reports with made-up claims ${inventedIn}`,
  )
  if (unquoted > 0) fallen.push(`${name}: ${unquoted} claims have no exact quote`)
  for (const { measure, f1, precision, recall, gold: count } of scores)
    checkScore(name, measure, { f1, precision, recall, count })
}

/** How well reports of one event are put together: B-cubed F1, and the share of pairs that are not merged wrongly. */
function scoreEvents(name, path) {
  if (!existsSync(path)) return console.log(`events of ${name}: skipped, since its reports are not on this machine.`)
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [`${ROOT}bin/bienban`, 'eval', 'events', path, '--json'],
    { encoding: 'utf8' },
  )
  if (status !== 0) return fallen.push(`events of ${name}: the evaluation failed: ${stderr}`)
  const { reports, events, judged, falseMerges, precision, recall, f1 } = JSON.parse(stdout)
  const pairs = (reports * (reports - 1)) / 2
  console.log(
    `\nevents of ${name}: ${reports} reports, ${pairs} pairs, ${judged} compared, ${falseMerges} merged wrongly`,
  )
  checkScore('events', name, { f1, precision, recall, count: events })
}

/** How well claims of many reports are put together: pairs that belong into one, and pairs of one that are in one. */
function scoreLedger() {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [`${ROOT}bin/bienban`, 'eval', 'ledger', `${ROOT}eval/ledger`, '--json'],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  if (status !== 0) return fallen.push(`ledger: the evaluation failed: ${stderr}`)
  if (stderr.includes('left out')) return console.log('ledger: skipped, since its reports are not on this machine.')
  const { things } = JSON.parse(stdout)
  console.log('\nledger: pairs of claims')
  for (const [kind, { precision, recall }] of Object.entries(things)) {
    checkShare(`${kind} precision`, precision)
    checkShare(`${kind} recall`, recall)
  }
}

function checkShare(measure, { right, all }) {
  const score = Math.floor((1000 * right) / all) / 10
  const floor = floors.ledger?.[measure]
  console.log(`  ${measure.padEnd(18)} ${right} of ${all}: ${score}   floor ${floor ?? '–'}`)
  if (floor !== undefined && score < floor)
    fallen.push(`ledger: ${measure} fell to ${score}, below its floor ${floor}. Scores may only rise.`)
  if (raise && (floor === undefined || score > floor)) (floors.ledger ??= {})[measure] = score
}

function checkScore(set, measure, { f1, precision, recall, count }) {
  const percent = share => (share === null ? '  –  ' : (100 * share).toFixed(1).padStart(5))
  const floor = floors[set]?.[measure]
  const score = f1 === null ? null : Math.floor(1000 * f1) / 10
  console.log(
    `  ${measure.padEnd(18)} F1 ${percent(f1)}   precision ${percent(precision)}   recall ${percent(recall)}   of ${String(count).padStart(3)}   floor ${floor ?? '–'}`,
  )
  if (score === null) return
  if (floor !== undefined && score < floor)
    fallen.push(`${set}: ${measure} fell to ${score}, below its floor ${floor}. Scores may only rise.`)
  if (raise && (floor === undefined || score > floor)) (floors[set] ??= {})[measure] = score
}
