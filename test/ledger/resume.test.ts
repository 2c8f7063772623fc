import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Enough reports for several batches. */
const COPIES = 12

/** The sample reports, many times, each time a year later: what comes again sooner is a copy. */
function collection(folder: string): string {
  const samples = readdirSync('data/samples').map(
    name => JSON.parse(readFileSync(join('data/samples', name), 'utf8')) as { text: string },
  )
  const lines = Array.from({ length: COPIES }, (_, i) =>
    samples.map(sample => JSON.stringify({ text: `${sample.text}\nBản ${i}.`, published: `${2010 + i}-06-01` })),
  )
  const file = join(folder, 'all.jsonl')
  writeFileSync(file, lines.flat().join('\n'))
  return file
}

/** Runs the command line; `until` is asked again and again whether to kill it. Gives what it printed. */
function run(args: readonly string[], until: () => boolean = () => false): Promise<{ out: string; killed: boolean }> {
  const child = spawn(process.execPath, ['bin/bienban', ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => (out += part))
  const timer = setInterval(() => {
    if (until()) child.kill('SIGKILL')
  }, 20)
  return new Promise(resolve =>
    child.once('close', (_, signal) => {
      clearInterval(timer)
      resolve({ out, killed: signal === 'SIGKILL' })
    }),
  )
}

test('an addition that is killed is taken up by adding again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bienban-'))
  const file = collection(folder)
  const [killedStore, wholeStore] = ['killed.db', 'whole.db'].map(name => join(folder, name))
  // The ledger's file grows with the first batch.
  const log = `${killedStore}-wal`
  const { killed } = await run(
    ['add', file, '--store', killedStore, '--json'],
    () => existsSync(log) && readFileSync(log).length > 500_000,
  )
  expect(killed).toBe(true)
  const again = JSON.parse((await run(['add', file, '--store', killedStore, '--json'])).out) as Record<string, number>
  const whole = JSON.parse((await run(['add', file, '--store', wholeStore, '--json'])).out) as Record<string, number>
  expect(again['added'] + again['screened'] + again['known']).toBe(whole['added'] + whole['screened'] + whole['known'])
  const [one, other] = await Promise.all(
    [killedStore, wholeStore].map(store =>
      run(['export', '--format', 'jsonl', '--store', store, '--today', '2026-01-15']),
    ),
  )
  expect(one.out.length).toBeGreaterThan(1000)
  // In batches that were cut elsewhere: the same bytes.
  expect(one.out === other.out).toBe(true)
  expect((await run(['verify', '--store', killedStore])).out).not.toBe('')
}, 240_000)
