// npm start: installs, builds, reads the samples into a ledger and serves it as an app; `npm start -- --print` only prints how it stands,
// `npm start -- FILE...` adds the person's own reports to their ledger.
import { mkdirSync } from 'node:fs'
import { relative } from 'node:path'
import { bienban, build, install, ROOT } from './workspace.mjs'

/** The ledger of the samples: beside the product, and never the person's own. */
const SAMPLES_LEDGER = `${ROOT}.bienban/samples.db`

/** Rows of each section: enough to see what there is. */
const MOST = '3'

/** The samples end here: to see what is silent and what is due, today is a day soon after. */
const SAMPLES_TODAY = '2026-01-21'

const here = path => relative(process.cwd(), path)

function addOwn(files) {
  const status = bienban(['add', ...files], { mayFail: true })
  console.error(`
All of it is in bienban.db now, in this folder.
  bin/bienban serve                 the app: prints its address
  bin/bienban overview              where everything stands
  bin/bienban ledger --silent 180   promised, and not heard of for half a year
  bin/bienban show ID               who said what, in which words
  bin/bienban --help                everything else`)
  return status
}

function addSamples(store) {
  mkdirSync(`${ROOT}.bienban`, { recursive: true })
  return bienban(['add', here(`${ROOT}data/samples`), '--store', store], { mayFail: true })
}

function printSamples(store) {
  const status = bienban(['overview', '--limit', MOST, '--store', store, '--today', SAMPLES_TODAY], { mayFail: true })
  console.error(`
This is the ledger of the sample reports, on ${SAMPLES_TODAY}. To look closer:
  export BIENBAN_STORE=${store}
  bin/bienban show ID      any id from above: its history, in the reports' words
  bin/bienban meetings     then: review-of ID, what came of its minutes
  bin/bienban --help       people, gates, figures, search, queue, export …
Your own reports, into bienban.db of this folder:
  npm start -- FILE...`)
  return status
}

/** In this process, so that what ends it ends the server, in order. */
async function serveSamples(store) {
  console.error(`
The ledger of the sample reports, as of ${SAMPLES_TODAY}, is at the address below; Ctrl-C ends it.
  npm start -- FILE...     adds your own reports to bienban.db of this folder
  bin/bienban serve        then serves those`)
  const { runCli } = await import('../dist/app/cli.js')
  return await runCli(['serve', '--store', store, '--today', SAMPLES_TODAY])
}

install()
build()
const args = process.argv.slice(2)
const [print, files] = [args.includes('--print'), args.filter(arg => arg !== '--print')]
if (files.length > 0) process.exitCode = addOwn(files)
else {
  const store = here(SAMPLES_LEDGER)
  const added = addSamples(store)
  process.exitCode = (print ? printSamples(store) : await serveSamples(store)) || added
}
