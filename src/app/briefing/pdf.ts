import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { LedgerError } from '../../ledger/error.ts'
import type { Briefing } from '../../views/api/briefing.ts'
import type { Typeset } from './pdf-child.ts'

/** The compiled child: a process of its own, because the typesetter keeps memory that it never gives back. */
const CHILD = new URL('../../../dist/app/briefing/pdf-child.js', import.meta.url)

/** Longest time that a paper may take, in milliseconds: what takes longer is in trouble. */
const PATIENCE = 120_000

/** Papers that are set at a time: each takes a core and 200 MB. */
const AT_ONCE = 2

let running = 0
const waiting: (() => void)[] = []

/** A briefing as PDF. Throws a LedgerError with a sentence for people where the typesetter is not there or fails. */
export async function briefingPdf(briefing: Briefing): Promise<Buffer> {
  if (!existsSync(fileURLToPath(CHILD))) throw refused('the product is not built; run "npm start" once')
  if (running >= AT_ONCE) await new Promise<void>(resolve => waiting.push(resolve))
  running++
  try {
    return await typeset(briefing)
  } finally {
    running--
    waiting.shift()?.()
  }
}

function typeset(briefing: Briefing): Promise<Buffer> {
  const child = fork(fileURLToPath(CHILD), { serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString('utf8')).slice(-2000)))
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
  return new Promise<Buffer>((resolve, reject) => {
    child.once('message', (answer: Typeset) => {
      if ('pdf' in answer) resolve(Buffer.from(answer.pdf))
      else reject(refused(answer.problem))
    })
    child.once('error', error => reject(refused(error.message)))
    child.once('exit', code => reject(refused(`the typesetter ended (${code ?? 'killed'}) ${said.trim()}`.trim())))
    child.send(briefing)
  }).finally(() => {
    clearTimeout(timer)
    child.kill()
  })
}

const refused = (problem: string): LedgerError =>
  new LedgerError('paper-refused', `No PDF could be made: ${problem}. A DOCX can be had all the same.`)
