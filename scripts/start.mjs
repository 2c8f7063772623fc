// npm start: installs, builds, and shows the ledger of the sample reports; `npm start -- FILE...` adds the person's own to theirs.
import { mkdirSync } from 'node:fs'
import { relative } from 'node:path'
import { bienban, build, install, ROOT } from './workspace.mjs'

/** The ledger of the samples: beside the product, and never the person's own. */
const SAMPLES_LEDGER = `${ROOT}.bienban/samples.db`

/** Rows of each section: enough to see what there is. */
const MOST = '3'

/** The samples end here: to see what is silent and what is due, today is a day soon after. */
const SAMPLES_TODAY = '2026-01-15'

install()
build()
const here = path => relative(process.cwd(), path)
const args = process.argv.slice(2)
if (args.length > 0) {
  process.exitCode = bienban(['add', ...args], { mayFail: true })
  console.error(`
All of it is in bienban.db now, in this folder.
  bin/bienban overview              where everything stands
  bin/bienban ledger --silent 180   promised, and not heard of for half a year
  bin/bienban show ID               who said what, in which words
  bin/bienban --help                everything else`)
} else {
  mkdirSync(`${ROOT}.bienban`, { recursive: true })
  const store = here(SAMPLES_LEDGER)
  const added = bienban(['add', here(`${ROOT}data/samples`), '--store', store], { mayFail: true })
  const shown = bienban(['overview', '--limit', MOST, '--store', store, '--today', SAMPLES_TODAY], { mayFail: true })
  process.exitCode = added || shown
  console.error(`
This is the ledger of the sample reports, on ${SAMPLES_TODAY}. To look closer:
  export BIENBAN_STORE=${store}
  bin/bienban show ID      any id from above: its history, in the reports' words
  bin/bienban meetings     then: review-of ID, what came of its minutes
  bin/bienban --help       people, gates, figures, search, queue, export …
Your own reports, into bienban.db of this folder:
  npm start -- FILE...`)
}
