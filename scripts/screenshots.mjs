// Looks at every page as people do: builds the sample ledger, serves it, and takes each page light and dark, on a desk and on a phone,
// in each language; axe checks each. What it finds is printed, and the script then fails.
//   node scripts/screenshots.mjs [--out FOLDER] [--only PAGE,PAGE] [--docs]     --docs: only the pictures of docs/interface.md
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { bienban, build, fail, install, ROOT } from './workspace.mjs'

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: `${ROOT}.bienban/screenshots` },
    only: { type: 'string' },
    docs: { type: 'boolean', default: false },
  },
})

/** The samples end here. */
const TODAY = '2026-01-21'

const DESK = { width: 1280, height: 800 }
const PHONE = { width: 360, height: 740 }

/** Every look that a page has: how wide, by which light, in which language. */
const LOOKS = [
  { name: 'desk-light-vi', size: DESK, light: 'light', language: 'vi' },
  { name: 'desk-dark-en', size: DESK, light: 'dark', language: 'en' },
  { name: 'wall-light-zh', size: { width: 2560, height: 1440 }, light: 'light', language: 'zh' },
  { name: 'phone-light-en', size: PHONE, light: 'light', language: 'en' },
  { name: 'phone-dark-vi', size: PHONE, light: 'dark', language: 'vi' },
  { name: 'phone-light-zh', size: PHONE, light: 'light', language: 'zh' },
]

/** The pictures of docs/interface.md: page and look. */
const SHOWN = [
  ['home', 'desk-light-vi'],
  ['ledger', 'desk-light-vi'],
  ['ledger', 'desk-dark-en'],
  ['ledger', 'phone-dark-vi'],
  ['undertaking', 'desk-light-vi'],
  ['undertaking', 'phone-light-zh'],
]

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
const axe = readFileSync(`${ROOT}node_modules/axe-core/axe.min.js`, 'utf8')

install()
build()
if (!CHROMIUM) fail('There is no Chromium on this machine. On Debian: apt-get install chromium.')
const folder = mkdtempSync(join(tmpdir(), 'bienban-screenshots-'))
const store = join(folder, 'samples.db')
bienban(['add', `${ROOT}data/samples`, '--store', store], { quiet: true })
const how = ['serve', '--store', store, '--port', '0', '--today', TODAY, '--by', 'Lan']
const server = spawn(process.execPath, [`${ROOT}bin/bienban`, ...how])
try {
  const address = await firstLine(server)
  process.exitCode = (await takeAll(address, await pagesOf(address))) === 0 ? 0 : 1
} finally {
  server.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}

/** The line with which the server says where it is. */
function firstLine({ stdout, stderr }) {
  stderr.pipe(process.stderr)
  return new Promise((resolve, reject) => {
    stdout.once('data', data => resolve(String(data).trim()))
    stdout.once('end', () => reject(new Error('the server ended before it began')))
  })
}

/** Every page by its name, with an address that shows something. */
async function pagesOf(address) {
  const first = async path => (await (await fetch(`${address}/api/${path}`)).json()).rows?.[0]?.id
  const undertaking = await first('undertakings?sort=reports&limit=1')
  const detail = await (await fetch(`${address}/api/undertakings/${undertaking}`)).json()
  const ids = {
    meetings: await first('meetings?limit=1'),
    mechanisms: await first('mechanisms?limit=1'),
    people: await first('people?limit=1'),
    bodies: await first('bodies?limit=1'),
  }
  const corridor = await (await fetch(`${address}/api/corridor`)).json()
  return {
    home: '/',
    ledger: '/ledger?side=cn-gx&q=cua+khau',
    undertaking: `/ledger/${undertaking}`,
    meetings: '/meetings',
    meeting: `/meetings/${ids.meetings}`,
    mechanisms: '/mechanisms',
    mechanism: `/mechanisms/${ids.mechanisms}`,
    corridor: '/corridor',
    gate: `/gates/${corridor.gates?.[0]?.id}`,
    link: `/links/${corridor.links?.[0]?.id}`,
    people: '/people',
    person: `/people/${ids.people}`,
    bodies: '/bodies',
    body: `/bodies/${ids.bodies}`,
    figures: '/figures',
    source: `/source/${detail.tellings.at(-1).doc}#${detail.tellings.at(-1).spoken[0].claim}`,
    review: '/review',
    briefing: '/briefing?ours=vn-cao-bang&partner=cn-gx',
    search: '/search?q=tra+linh',
    unknown: '/nowhere',
  }
}

/** Takes the pictures; gives how many problems there are. */
async function takeAll(address, pages) {
  const out = values.docs ? `${ROOT}docs/images` : values.out
  mkdirSync(out, { recursive: true })
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  let problems = 0
  for (const look of LOOKS) {
    const context = await browser.newContext({ viewport: look.size, colorScheme: look.light, reducedMotion: 'reduce' })
    await context.addInitScript(language => {
      localStorage.setItem('bienban.language', language)
      localStorage.setItem('bienban.seen', '60')
    }, look.language)
    for (const [name, path] of Object.entries(pages)) {
      if (!isWanted(name, look.name)) continue
      const found = await take(context, address + path, values.docs ? null : axe, `${out}/${name}-${look.name}.png`)
      problems += found.length
      for (const problem of found) console.error(`${name}, ${look.name}: ${problem}`)
    }
    await context.close()
  }
  await browser.close()
  console.log(`Pictures are in ${out}; problems: ${problems}`)
  return problems
}

function isWanted(page, look) {
  if (values.docs) return SHOWN.some(([name, shown]) => name === page && shown === look)
  return !values.only || values.only.split(',').includes(page)
}

/** Opens a page, takes it, and tells what is wrong with it in sentences. */
async function take(context, url, check, file) {
  const page = await context.newPage()
  const problems = []
  page.on('pageerror', error => problems.push(error.message))
  page.on('console', message => message.type() === 'error' && problems.push(message.text()))
  page.on('request', request => {
    if (!request.url().startsWith(new URL(url).origin) && !/^(?:data|blob):/.test(request.url()))
      problems.push(`asks ${request.url()}`)
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.evaluate(() => document.fonts.ready.then(() => null))
  await page.screenshot({ path: file })
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (wider > 0) problems.push(`is ${wider} px wider than the screen`)
  if (check) problems.push(...(await violations(page, check)))
  await page.close()
  return problems
}

async function violations(page, check) {
  // Through the debugger, which the policy of the page does not hold back.
  await page.evaluate(check)
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }))
  return found.violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.length}, such as ${nodes[0].target.join(' ')})`,
  )
}
