// npm test: installs, builds, and passes every check. `--quick` leaves out the slow ones.
import { ensureChromium } from './chromium.mjs'
import { ensurePaperTools } from './paper-tools.mjs'
import { ensurePostgres } from './postgres.mjs'
import { build, fail, install, ROOT, run, tool } from './workspace.mjs'

const quick = process.argv.includes('--quick')

/** @type {[string, () => number][]} */
const STEPS = [
  ['types', () => tool('typescript/bin/tsc', ['-p', 'tsconfig.test.json'])],
  ['types of the pages', () => tool('typescript/bin/tsc', ['-p', 'tsconfig.web.json'])],
  ['lint', () => tool('oxlint/bin/oxlint', ['--deny-warnings', '--type-aware', '.'])],
  ['format', () => tool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'])],
  ['dead code', () => tool('knip/bin/knip.js', [])],
  ['language packs', () => run(process.execPath, ['bin/bienban', 'lang', 'check'], { cwd: ROOT })],
  ['tests', () => tool('vitest/vitest.mjs', ['run', ...(quick ? ['--exclude', 'test/slow/**'] : [])])],
  ['evaluation', () => run(process.execPath, ['scripts/eval.mjs'], { cwd: ROOT })],
]

install()
ensurePostgres()
ensureChromium()
ensurePaperTools()
build()
for (const [name, step] of STEPS) {
  const start = performance.now()
  console.log(`\n== ${name}`)
  const status = step()
  if (status !== 0) fail(`${name} failed`)
  console.log(`== ${name}: fine, ${((performance.now() - start) / 1000).toFixed(1)} s`)
}
