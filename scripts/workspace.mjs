// What every script needs: the packages installed, the product built, commands run.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
const STAMP = `${ROOT}node_modules/.bienban-installed`
const LEAST_NODE = [20, 19]

/** Runs a command in the repository; ends the script with its exit code where it fails, unless `mayFail`. */
export function run(command, args, { quiet = false, mayFail = false, cwd = process.cwd() } = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    stdio: quiet ? 'pipe' : 'inherit',
    encoding: 'utf8',
  })
  if (error) fail(`${command} could not be started: ${error.message}`)
  if (status === 0 || mayFail) return status ?? 1
  if (quiet) process.stderr.write(`${stdout}${stderr}`)
  process.exit(status ?? 1)
}

export function fail(message) {
  console.error(message)
  process.exit(1)
}

/**
 * Installs the packages that the lock file names (`npm ci` refuses lock files that were made where the registry lacks packages
 * for other systems, so it is `npm install`, which changes neither file), where that was not done yet for this lock file and this Node.
 */
export function install() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1]))
    fail(
      `Bienban needs Node ${LEAST_NODE.join('.')} or later; this is ${process.versions.node}. Install a newer one from nodejs.org.`,
    )
  const wanted = createHash('sha256')
    .update(readFileSync(`${ROOT}package-lock.json`))
    .update(process.version)
    .digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  console.error('Installing packages (only now and when they change) …')
  run(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: ROOT,
      quiet: true,
    },
  )
  writeFileSync(STAMP, wanted)
}

/** Compiles what changed since the last build. */
export function build() {
  run(process.execPath, [`${ROOT}node_modules/typescript/bin/tsc`, '-b', ROOT], { cwd: ROOT })
  copyFonts()
  buildWeb()
}

/** What the pages are made of. */
const WEB_SOURCES = ['src/web', 'src/views', 'src/model', 'vite.config.ts', 'package-lock.json']

/** Builds the pages into dist/web, where a source of theirs is newer than the last build. */
function buildWeb() {
  const built = statSync(`${ROOT}dist/web/index.html`, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (WEB_SOURCES.some(path => newest(`${ROOT}${path}`) > built))
    tool('vite/bin/vite.js', ['build', '--logLevel', 'warn'])
}

/** When a file, or the last one of a folder, was written, in ms. */
function newest(path) {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(path).map(name => newest(`${path}/${name}`)))
}

const FONTS = {
  'noto-serif': ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold'],
  'noto-sans-sc': ['400Regular', '600SemiBold'],
}
const FONT_NAMES = { 'noto-serif': 'NotoSerif', 'noto-sans-sc': 'NotoSansSC' }

/** Puts the fonts of papers, and their licence, where the product finds them. */
function copyFonts() {
  mkdirSync(`${ROOT}dist/fonts`, { recursive: true })
  for (const [family, styles] of Object.entries(FONTS)) {
    const from = `${ROOT}node_modules/@expo-google-fonts/${family}`
    for (const style of styles) copyOnce(`${from}/${style}/${FONT_NAMES[family]}_${style}.ttf`)
    copyOnce(`${from}/LICENSE_FONT`, `${FONT_NAMES[family]}-LICENSE.txt`)
  }
}

function copyOnce(from, name = basename(from)) {
  const to = `${ROOT}dist/fonts/${name}`
  if (!existsSync(to)) copyFileSync(from, to)
}

/** A program of an installed package, run by this Node. */
export const tool = (path, args, options) =>
  run(process.execPath, [`${ROOT}node_modules/${path}`, ...args], { cwd: ROOT, ...options })

export const bienban = (args, options) => run(process.execPath, [`${ROOT}bin/bienban`, ...args], options)

/** The folder of reports and gold beside the repository, on the machines that have it. */
export const SHARED = `${ROOT}../shared`
