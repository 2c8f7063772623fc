import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { testFolder, withStore } from '../ledger/stores.ts'
import { verifyLog } from '../../src/ledger/verify.ts'

let running: ChildProcessWithoutNullStreams[] = []
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running = []
})

const bienban = ['bin/bienban']
let count = 0
const newLedger = (): string => join(testFolder, `served-${++count}.db`)

/** Starts a server; gives its address and what it ends with. */
async function serve(...args: string[]) {
  const child = spawn(process.execPath, [...bienban, 'serve', '--port', '0', ...args])
  running.push(child)
  let errors = ''
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()))
  const ended = new Promise<{ code: number | null; errors: string }>(resolve =>
    child.once('close', code => resolve({ code, errors })),
  )
  const address = await Promise.race([
    new Promise<string>(resolve => child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()))),
    ended.then(({ errors: said }) => said),
  ])
  return { child, address, ended }
}

async function upload(address: string, ...names: string[]) {
  const body = new FormData()
  for (const name of names) body.append('files', new File([readFileSync(`data/samples/${name}.json`)], `${name}.json`))
  return await fetch(`${address}/api/reports`, { method: 'POST', body })
}

test('SIGTERM while files are taken in: they are in, and the ledger is whole', async () => {
  const ledger = newLedger()
  const { child, address, ended } = await serve('--store', ledger)
  const names = Array.from({ length: 12 }, (_, i) => `sample-${String(i + 1).padStart(2, '0')}`)
  const taking = upload(address, ...names)
  await expect.poll(() => existsSync(`${ledger}-wal`)).toBe(true)
  await new Promise(resolve => setTimeout(resolve, 300))
  child.kill('SIGTERM')
  const taken = (await (await taking).json()) as { files: { what: string }[]; seq: number }
  expect(taken.files.filter(({ what }) => what !== 'failed')).toHaveLength(12)
  expect((await ended).code).toBe(0)
  expect(existsSync(`${ledger}-writer`)).toBe(false)
  const { problems, head } = await withStore(ledger, store => verifyLog(store))
  expect([problems, head.seq]).toEqual([[], taken.seq])
}, 180_000)

test('a second server, and "add", say who holds the ledger; one that only looks is let in', async () => {
  const ledger = newLedger()
  await serve('--store', ledger)
  const second = await serve('--store', ledger)
  expect(second.address).toMatch(/is being written by "bienban serve.*", process \d+/)
  expect((await second.ended).code).toBe(1)
  const added = spawnSync(process.execPath, [...bienban, 'add', 'data/samples/sample-01.json', '--store', ledger])
  expect(added.stderr.toString()).toMatch(/is being written by "bienban serve/)
  const looking = await serve('--store', ledger, '--readonly')
  expect(await (await fetch(`${looking.address}/api/state`)).json()).toMatchObject({ readonly: true, empty: true })
}, 180_000)

test('another host than this machine is refused, and a port that is taken is named', () => {
  const refused = spawnSync(process.execPath, [...bienban, 'serve', '--host', '0.0.0.0', '--store', newLedger()])
  expect(refused.status).toBe(2)
  expect(refused.stderr.toString()).toMatch(/no accounts yet.*not on 0\.0\.0\.0/)
})

test('a path that leads out finds nothing; an upload that is too large is answered with a sentence', async () => {
  const { address } = await serve('--store', newLedger())
  const { port } = new URL(address)
  // fetch would tidy these paths up before it asks.
  const raw = (path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      request({ port, path, host: '127.0.0.1' }, ({ statusCode }) => resolve(statusCode))
        .once('error', reject)
        .end()
    })
  for (const path of [
    '/../../etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '/assets/..%5c..%5cpackage.json',
    '/api/reports/..%2f..%2fetc%2fpasswd/case?claim=0123456789abcdef',
    '/api/reports/%00/case?claim=1',
    '/%2e%2e/package.json',
  ])
    expect(await raw(path), path).toBe(404)
  const large = new FormData()
  large.append('files', new File([new Uint8Array(70 << 20)], 'large.txt'))
  const answer = await fetch(`${address}/api/reports`, { method: 'POST', body: large })
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('larger than 64 MB')
}, 180_000)
