// npm run bench: how fast the reader is, on one core, warm. Figures are MB of UTF-8 a second and, since machines differ, their
// ratio to a plain loop over the same characters. Options: --memory reads a gigabyte (the set repeated), --quick does less.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { build, install, ROOT, SHARED } from '../scripts/workspace.mjs'

install()
build()
const { loadPack } = await import('../dist/app/packs.js')
const { createRuleReader } = await import('../dist/read/rule-reader.js')
const { createDocument } = await import('../dist/text/document.js')
const { Tokens, tokenize } = await import('../dist/text/tokens.js')
const { Lexicon } = await import('../dist/grammar/lexicon.js')
const { Lattice } = await import('../dist/grammar/lattice.js')
const { decode } = await import('../dist/intake/decode.js')

const quick = process.argv.includes('--quick')
const ROUNDS = quick ? 3 : 5
const NEWS = `${SHARED}/corpus/vi-news-20mb.jsonl.gz`

/** The ordinary news beside the repository; without it, the samples, repeated to some megabytes. */
function corpus() {
  if (existsSync(NEWS))
    return gunzipSync(readFileSync(NEWS))
      .toString()
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line).text)
  const folder = `${ROOT}data/samples/`
  const samples = readdirSync(folder).map(name => JSON.parse(readFileSync(folder + name, 'utf8')).text)
  return Array.from({ length: 40 }, () => samples).flat()
}

const texts = corpus()
const documentOf = text =>
  createDocument(
    { id: 'bench', key: null, file: null, url: null, title: null, outlet: null, published: null, lang: 'vi' },
    text,
  )
const buffers = texts.map(text => Buffer.from(text))
const bytes = buffers.reduce((sum, buffer) => sum + buffer.length, 0)

const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e3
}

/** Median MB/s over the rounds, by processor time. */
async function speed(work) {
  const rates = []
  for (let round = 0; round < ROUNDS; round++) {
    const start = cpu()
    await work()
    rates.push(bytes / 1e3 / (cpu() - start))
  }
  return rates.toSorted((a, b) => a - b)[rates.length >> 1]
}

/** Decodes one after the other, as intake does. */
async function eachText(work) {
  for (const buffer of buffers) work((await decode(buffer)).text)
}

let plain = 0
function print(name, rate, must) {
  console.log(
    `${name.padEnd(44)} ${rate.toFixed(1).padStart(7)} MB/s   1/${(plain / rate).toFixed(1).padEnd(5)} of a plain loop${must ? `   must ${must}` : ''}`,
  )
}

const pack = loadPack('vi')
const reader = createRuleReader(pack)
const tokens = new Tokens()

console.log(`${texts.length} texts, ${(bytes / 1e6).toFixed(1)} MB of UTF-8, median of ${ROUNDS} rounds`)
let sum = 0
plain = await speed(() => {
  for (const text of texts) for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i)
})
print('plain loop over the characters', plain)
print(
  'bytes to tokens',
  await speed(() => eachText(text => tokenize(text, pack.grammar.lexicon.syllables, tokens))),
  90,
)
print('bytes to the lattice, 30,000 names', await speed(lexiconOf30000()), 50)
print('bytes to claims', await speed(() => eachText(text => reader.read(documentOf(text)))), 10)
print('bytes to claims as JSON', await speed(() => eachText(text => JSON.stringify(reader.read(documentOf(text))))))

/** A lexicon of the pack's words and made-up names of two and three syllables, to 30,000. */
function lexiconOf30000() {
  const lexicon = new Lexicon()
  for (const { phrase, cls, value, proper, strong } of pack.grammar.lexicon.entries)
    lexicon.add({ phrase, cls, value, proper, strong })
  const syllables = [
    ...new Set(
      texts
        .slice(0, 400)
        .join(' ')
        .match(/[\p{L}]+/gu),
    ),
  ].filter(word => word.length < 8)
  for (let i = 0; lexicon.entries.length < 30000; i++) {
    const names = [
      syllables[(i * 7919) % syllables.length],
      syllables[(i * 104729 + 17) % syllables.length],
      syllables[(i * 1299709 + 5) % syllables.length],
    ]
    lexicon.add({
      phrase: names.slice(0, 2 + (i % 2)).join(' '),
      cls: 'PLACE',
      value: String(i),
      proper: false,
      strong: false,
    })
  }
  const interest = {
    classes: new Int32Array(lexicon.classes.names.length),
    words: new Int32Array(lexicon.syllables.size),
    shapes: new Int32Array(256),
  }
  const lattice = new Lattice(interest)
  return () =>
    eachText(text => {
      tokenize(text, lexicon.syllables, tokens)
      lattice.clear(tokens)
      lexicon.scan(tokens, lattice)
    })
}

// One report of 8 KB: half of all readings take no longer than p50.
const eight = texts.filter(t => Buffer.byteLength(t) > 7000 && Buffer.byteLength(t) < 9000).map(documentOf)
const times = eight.concat(eight).map(document => {
  const start = performance.now()
  reader.read(document)
  return performance.now() - start
})
const sorted = times.toSorted((a, b) => a - b)
console.log(
  `one report of 8 KB (${eight.length} of them)             p50 ${sorted[sorted.length >> 1].toFixed(2)} ms   p99 ${sorted[Math.floor(sorted.length * 0.99)].toFixed(2)} ms   must 2 ms`,
)

// The whole process, from start to end, for one report.
const sample = `${ROOT}data/samples/report-1.json`
const starts = Array.from({ length: 9 }, () => {
  const start = performance.now()
  spawnSync(process.execPath, [`${ROOT}bin/bienban`, 'read', sample])
  return performance.now() - start
}).toSorted((a, b) => a - b)
console.log(`bin/bienban read of one report, whole process  ${starts[4].toFixed(0)} ms   must 300 ms`)

// Inputs made to be slow: cost a byte against the mean over the news, read with every claim on.
const eager = createRuleReader(pack, { assumeRelevant: true })
const news = texts.join(' ').replaceAll('\n', ' ')
const megabyte = news.slice(0, 1_000_000)
const timePerByte = (text, repeat = 1) => {
  eager.read(documentOf(text.slice(0, 200_000)))
  const start = cpu()
  for (let i = 0; i < repeat; i++) eager.read(documentOf(text))
  return (cpu() - start) / repeat / Buffer.byteLength(text)
}
const meanStart = cpu()
for (const text of texts) eager.read(documentOf(text))
const mean = (cpu() - meanStart) / bytes
const WORST = {
  '1 MB without punctuation': megabyte.replace(/[^\p{L}\p{N} ]/gu, ''),
  '100,000 title words': Array.from(
    { length: 100_000 },
    (_, i) => ['Nguyễn', 'Trà', 'Lĩnh', 'Bí', 'Thư', 'Quảng', 'Tây'][i % 7],
  ).join(' '),
  'all capitals': megabyte.toUpperCase(),
  'all decomposed (NFD)': megabyte.normalize('NFD'),
  '50,000 semicolons': 'Hai bên nhất trí: ' + 'mở cửa khẩu; '.repeat(50_000),
  '50,000 times "từ ngày 1/1 đến"': 'từ ngày 1/1 đến '.repeat(50_000),
  '20,000 people with offices': Array.from(
    { length: 20_000 },
    (_, i) => `ông Nguyễn Văn ${'ABCDEGHIKL'[i % 10]}nh, Bí thư Tỉnh ủy Cao Bằng`,
  ).join(', '),
}
for (const [name, text] of Object.entries(WORST))
  console.log(`${name.padEnd(44)} ${(timePerByte(text) / mean).toFixed(2)} times the mean cost a byte   must 3`)
if (!quick) {
  const line = news.repeat(Math.ceil(50e6 / news.length)).slice(0, 40e6)
  console.log(
    `${'one line of 50 MB'.padEnd(44)} ${(timePerByte(line) / mean).toFixed(2)} times the mean cost a byte   must 3`,
  )
}

if (process.argv.includes('--memory')) {
  globalThis.gc?.()
  const rounds = Math.ceil(1e9 / bytes)
  for (let round = 0; round <= rounds; round++) {
    if (round % Math.ceil(rounds / 5) === 0)
      console.log(
        `read ${((round * bytes) / 1e6).toFixed(0)} MB: resident ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
      )
    for (const text of texts) reader.read(documentOf(text))
  }
}
