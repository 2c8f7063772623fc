// A private PostgreSQL for tests, crash campaigns and benchmarks: its own data in a temporary folder, reached by a Unix socket.
//   node scripts/postgres.mjs        says whether there is one, and as root on Debian installs it where there is none
import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Where systems keep the programs of the server, apart from the PATH. */
const PLACES = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt', '/usr/pgsql-17', '/usr/pgsql-16']
const USER = 'bienban'

const isRoot = () => process.getuid?.() === 0

/** The folder with `initdb` and `pg_ctl`, or null. */
export function findPostgres() {
  const named = PLACES.filter(existsSync).flatMap(place => [
    join(place, 'bin'),
    ...readdirSync(place)
      .filter(name => /^(postgresql@)?\d+$/.test(name))
      .toSorted((a, b) => Number(b.replace(/\D/g, '')) - Number(a.replace(/\D/g, '')))
      .map(name => join(place, name, 'bin')),
  ])
  const all = [...named, ...(process.env.PATH ?? '').split(delimiter)]
  return all.find(folder => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl'))) ?? null
}

/** Whether this machine can install it without asking: then tests on it are never left out. */
const canInstall = () => isRoot() && spawnSync('apt-get', ['--version']).status === 0

/** Installs Debian's package where there is no server and we may. Returns whether there is one now. */
export function ensurePostgres() {
  if (process.env.BIENBAN_TEST_POSTGRES || findPostgres()) return true
  if (!canInstall()) {
    if (process.env.CI) throw new Error('There is no PostgreSQL, and it cannot be installed here: the tests need it.')
    console.error('PostgreSQL is not installed: the ledger is tested on SQLite only.')
    return false
  }
  console.error('Installing PostgreSQL for the tests …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update'], { stdio: 'ignore', env })
  const { status, stderr } = spawnSync('apt-get', ['install', '-y', 'postgresql'], { encoding: 'utf8', env })
  if (status !== 0 || !findPostgres()) throw new Error(`PostgreSQL could not be installed: ${stderr}`)
  return true
}

/** A disk in memory, on Linux; making a ledger is seven times as fast there. */
const MEMORY = '/dev/shm'
const ENOUGH_MEMORY = 2 ** 31

function hasMemory() {
  if (!existsSync(MEMORY)) return false
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize >= ENOUGH_MEMORY
}

/**
 * Starts a server with what it does when it counts (fsync on). `url` names its database; `stop` ends it and deletes its data.
 * Null where there is no server program. The variable BIENBAN_TEST_POSTGRES names a server to use instead. `quick`: its data are
 * in memory where this machine has enough: not for crashes and benchmarks.
 */
export function startPostgres({ quick = false } = {}) {
  if (process.env.BIENBAN_TEST_POSTGRES) return { url: process.env.BIENBAN_TEST_POSTGRES, stop: () => {} }
  const bin = findPostgres()
  if (!bin) return null
  const folder = mkdtempSync(join(quick && hasMemory() ? MEMORY : tmpdir(), 'bienban-pg-'))
  const data = join(folder, 'data')
  if (isRoot()) chownSync(folder, ...accountOf('postgres'))
  server(bin, 'initdb', ['-D', data, '--no-sync', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-U', USER])
  const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c max_connections=50`
  server(bin, 'pg_ctl', ['-D', data, '-w', '-s', '-o', settings, '-l', join(folder, 'log'), 'start'])
  return {
    url: `postgres:///postgres?host=${encodeURIComponent(folder)}&user=${USER}`,
    stop() {
      server(bin, 'pg_ctl', ['-D', data, '-s', '-m', 'fast', 'stop'])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A program of the server. It refuses to run as root: then it runs as `postgres`, as Debian sets it up. */
function server(bin, program, args) {
  const command = [join(bin, program), ...args]
  const [first, ...rest] = isRoot() ? ['runuser', '-u', 'postgres', '--', ...command] : command
  const { status, stdout, stderr, error } = spawnSync(first, rest, {
    encoding: 'utf8',
    cwd: tmpdir(),
    // The server keeps the output of pg_ctl open: a pipe would never end.
    stdio: program === 'pg_ctl' ? 'ignore' : 'pipe',
  })
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? `${stdout ?? ''}${stderr ?? ''}`}`)
}

function accountOf(name) {
  const id = flag => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout)
  return [id('-u'), id('-g')]
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(ensurePostgres() ? `PostgreSQL: ${findPostgres()}` : 'no PostgreSQL')
