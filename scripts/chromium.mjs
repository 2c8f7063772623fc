// Chromium, for the tests in a browser.
//   node scripts/chromium.mjs        says where it is, and as root on Debian installs it where there is none
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The program, or null. The variable BIENBAN_TEST_CHROMIUM names another. */
export function findChromium() {
  if (process.env.BIENBAN_TEST_CHROMIUM) return process.env.BIENBAN_TEST_CHROMIUM
  const folders = (process.env.PATH ?? '').split(delimiter)
  const programs = [...folders.flatMap(folder => NAMES.map(name => join(folder, name))), ...PLACES]
  return programs.find(program => existsSync(program)) ?? null
}

const canInstall = () => process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0

/** Installs Debian's package where there is none and we may. Throws where there is none then: no test in a browser is left out. */
export function ensureChromium() {
  if (findChromium()) return
  if (canInstall()) {
    console.error('Installing Chromium for the tests …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-q'], { env })
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { env, stdio: 'ignore' })
  }
  if (!findChromium())
    throw new Error(
      'There is no Chromium, and it cannot be installed here: the tests in a browser need it. Install it, or name it with BIENBAN_TEST_CHROMIUM.',
    )
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureChromium()
  console.log(`Chromium: ${findChromium()}`)
}
