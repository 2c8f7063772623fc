import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { PagesAnswer, PdfPage } from './pages-worker.ts'

/** The pages of a PDF, or the name of what stood in the way. */
export type PdfPages =
  | { readonly pages: readonly PdfPage[]; readonly problem: null }
  | { readonly pages: readonly PdfPage[]; readonly problem: { readonly name: string; readonly message: string } }

/** Work without a sign of life after which a file is given up, in microseconds of the processor: a page takes some ten thousand. */
const PATIENCE = 4_000_000
/** The same by the clock, in milliseconds: on a busy machine little work takes long. */
const LONGEST_WAIT = 60_000
const LOOK = 200
/** The worker loads its library before it does anything; on a busy machine that takes its time. */
const START_PATIENCE = 60_000
/** Memory of the worker, in MB. */
const MEMORY = 1024
/** More pages than any paper of a meeting has. */
export const MOST_PAGES = 5000

let idle: Worker | null = null

/**
 * Reads the pages of a PDF in a worker, which is ended where a file keeps it busy or fills its memory: a file with loops costs some
 * seconds, and no other file anything.
 */
export async function pdfPages(bytes: Uint8Array, password: string | null): Promise<PdfPages> {
  const worker = idle ?? (await started())
  idle = null
  const answer = await ask(worker, bytes, password)
  if (answer.problem?.name === GIVEN_UP) await worker.terminate()
  else if (idle) await worker.terminate()
  else idle = worker
  return answer
}

export const GIVEN_UP = 'GivenUp'

/** The worker is compiled code. Where the tests run the source, it is that of the last build. */
function workerFile(): URL {
  const compiled = new URL('./pages-worker.js', import.meta.url)
  return existsSync(fileURLToPath(compiled))
    ? compiled
    : new URL('../../../dist/intake/pdf/pages-worker.js', import.meta.url)
}

function started(): Promise<Worker> {
  const worker = new Worker(workerFile(), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    stdout: true,
    stderr: true,
  })
  // An idle worker does not keep the program from ending.
  worker.unref()
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The PDF reader did not start.')), START_PATIENCE)
    worker.once('message', () => {
      clearTimeout(timer)
      worker.removeListener('error', reject)
      resolve(worker)
    })
    worker.once('error', reject)
  })
}

function ask(worker: Worker, bytes: Uint8Array, password: string | null): Promise<PdfPages> {
  const pages: PdfPage[] = []
  return new Promise(resolve => {
    let timer: NodeJS.Timeout | undefined
    const settle = (problem: PdfPages['problem']): void => {
      clearInterval(timer)
      deafen(worker)
      // What an ended worker still says is of no interest.
      worker.on('error', () => {})
      resolve({ pages, problem })
    }
    let since = { at: performance.now(), work: process.cpuUsage() }
    const wait = (): void => {
      since = { at: performance.now(), work: process.cpuUsage() }
    }
    timer = setInterval(() => {
      const { user, system } = process.cpuUsage(since.work)
      if (user + system > PATIENCE || performance.now() - since.at > LONGEST_WAIT)
        settle({ name: GIVEN_UP, message: 'time' })
    }, LOOK)
    deafen(worker)
    worker.on('error', error => settle({ name: GIVEN_UP, message: error.message }))
    worker.on('exit', () => settle({ name: GIVEN_UP, message: 'memory' }))
    worker.on('message', (answer: PagesAnswer) => {
      wait()
      if (answer.kind === 'page') pages.push(answer.page)
      else if (answer.kind === 'count' && answer.count > MOST_PAGES) settle({ name: GIVEN_UP, message: 'pages' })
      else if (answer.kind === 'done') settle(null)
      else if (answer.kind === 'problem') settle({ name: answer.name, message: answer.message })
    })
    wait()
    // The worker gets a copy: the library takes what it is given.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker of Node, not a window
    worker.postMessage({ bytes: Uint8Array.from(bytes), password })
  })
}

/** By name: the worker listens to itself, too. */
function deafen(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
}
