// npm start: installs, builds, and reads the sample reports; `npm start -- FILE...` reads the person's own.
import { relative } from 'node:path'
import { bienban, build, install, ROOT } from './workspace.mjs'

/** Rows of each section of a sample: enough to see what there is. */
const MOST = '4'

install()
build()
const args = process.argv.slice(2)
if (args.length > 0) process.exitCode = bienban(['read', ...args], { mayFail: true })
else {
  process.exitCode = bienban(['read', relative(process.cwd(), `${ROOT}data/samples`), '--most', MOST], {
    mayFail: true,
  })
  console.error(`
These were the sample reports of data/samples. Now your own:
  npm start -- FILE...                        all that a report says
  bin/bienban explain FILE                    why: the rules and words behind each claim
  bin/bienban read FOLDER --format jsonl      for other programs
  bin/bienban --help                          everything else`)
}
