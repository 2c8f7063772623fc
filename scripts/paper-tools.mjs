// Programs that read and check papers beside the product: tesseract with its models and pdftoppm for scans, LibreOffice for what we write.
//   node scripts/paper-tools.mjs     says what is missing, and as root on Debian installs it
import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'

/** What `command` prints; null where it is not there. */
function said(command, ...args) {
  const { error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: 60_000 })
  return error ? null : `${stdout}${stderr}`
}

const hasModel = model => () => new RegExp(`^${model}$`, 'm').test(said('tesseract', '--list-langs') ?? '')

/** Each with the package of Debian that has it. */
const TOOLS = [
  { package: 'tesseract-ocr', isThere: () => said('tesseract', '--version') !== null },
  { package: 'tesseract-ocr-vie', isThere: hasModel('vie') },
  { package: 'tesseract-ocr-chi-sim', isThere: hasModel('chi_sim') },
  { package: 'poppler-utils', isThere: () => said('pdftoppm', '-v') !== null },
  { package: 'libreoffice-writer-nogui', isThere: () => said('soffice', '--version') !== null },
]

/** Debian's packages of what is missing here. */
export const missingTools = () => TOOLS.filter(({ isThere }) => !isThere()).map(tool => tool.package)

/** What is to be said where some are missing. */
export const missingSentence = missing =>
  `Not installed here: ${missing.join(', ')}. The tests that need them are skipped, which their names tell. As root on Debian: apt-get install --no-install-recommends ${missing.join(' ')}`

const canInstall = () => process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0

/** Installs what is missing where we may. What cannot be had is said; where tests are to count (CI) it throws. */
export function ensurePaperTools() {
  const missing = missingTools()
  if (missing.length === 0) return
  if (canInstall()) {
    console.error(`Installing for the tests: ${missing.join(', ')} …`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-q'], { env, stdio: 'ignore' })
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing], { env, stdio: 'ignore' })
  }
  const left = missingTools()
  if (left.length === 0) return
  if (process.env.CI) throw new Error(`The tests need what could not be installed: ${left.join(', ')}.`)
  console.error(missingSentence(left))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensurePaperTools()
  const left = missingTools()
  console.log(left.length === 0 ? 'All are there.' : missingSentence(left))
}
