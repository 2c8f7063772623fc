import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { ensureChromium, findChromium } from '../../scripts/chromium.mjs'
import { listen, type Listening } from '../../src/app/http/listen.ts'
import { sampleApp, type SampleApp } from '../http/sample-app.ts'

const PAGES = new URL('../../dist/web/', import.meta.url)
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A page with all that went wrong in it: errors of its scripts, what the policy forbade, requests to any other place. */
export interface Visit {
  readonly page: Page
  readonly problems: string[]
}

/** The app on a ledger of its own, and a browser. */
export interface Browsing {
  readonly sample: () => SampleApp
  readonly address: () => string
  /** Opens an address of the app as a new person would, in Vietnamese. */
  readonly visit: (path: string, options?: BrowserContextOptions) => Promise<Visit>
}

/** Starts the app and a browser for a file of tests, and ends both with it. */
export function browsing(ledger: { samples?: boolean } = {}): Browsing {
  let [browser, sample, listening]: [Browser?, SampleApp?, Listening?] = []
  beforeAll(async () => {
    ensureChromium()
    if (!existsSync(PAGES)) throw new Error('The pages are not built: run "npm run build" first.')
    const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage']
    browser = await chromium.launch({ executablePath: findChromium()!, args, timeout: 120_000 })
    sample = await sampleApp({ ...ledger, change: { pages: PAGES } })
    listening = await listen(sample.app, 0)
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await listening?.stop()
    await sample?.close()
  }, 60_000)
  return {
    sample: () => sample!,
    address: () => listening!.address,
    async visit(path, options = {}) {
      const context = await browser!.newContext({
        locale: 'vi-VN',
        viewport: { width: 1280, height: 800 },
        reducedMotion: 'reduce',
        ...options,
      })
      context.setDefaultTimeout(40_000)
      const page = await context.newPage()
      const problems = watch(page, listening!.address)
      await page.goto(`${listening!.address}${path}`)
      await settled(page)
      return { page, problems }
    },
  }
}

function watch(page: Page, address: string): string[] {
  const problems: string[] = []
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`console: ${message.text()}`)
  })
  page.on('response', response => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`)
  })
  page.on('pageerror', error => problems.push(`error: ${error.message}`))
  page.on('dialog', dialog => {
    problems.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', request => {
    const url = request.url()
    if (!url.startsWith(`${address}/`) && !/^(data|blob):/.test(url)) problems.push(`asks elsewhere: ${url}`)
  })
  return problems
}

/** Waits until nothing is loading: the answers are there, and the heading of the page. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.locator('h1').first().waitFor()
}

/** Runs in the page: two frames, then the end of every transition. */
const STILL = `new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  .then(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
  .then(() => undefined)`

/** Waits until nothing changes its looks any more: between two appearances colours are those of neither. */
export async function still(page: Page): Promise<void> {
  await page.evaluate(STILL)
}

/** What axe finds wrong in the page as it is, one line each. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResult> } }
    return (await axe.run()).violations
  })
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary}`),
  )
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[]
  }[]
}
