// How fast web pages are taken in: `node bench/pages.mjs`. Times are of the processor (all threads of this process), since the machine may
// have other things to do; by the clock beside them.
import { readdirSync, readFileSync } from 'node:fs'
import { build, ROOT } from '../scripts/workspace.mjs'

build()
const { takeIn } = await import('../dist/intake/intake.js')

const FOLDER = `${ROOT}fixtures/pages/`
const pages = readdirSync(FOLDER).map(name => readFileSync(`${FOLDER}${name}/page.html`))
const article = readFileSync(`${FOLDER}vi-cms-related-inside/page.html`, 'utf8')
const [head, tail] = article.split('<p>Theo văn bản')
const paragraph = head.slice(head.lastIndexOf('<p>Sở Công Thương'))

/** A page of that many bytes, as portals make them: half of it is what stands around the article. */
function pageOf(bytes) {
  const item =
    '<li class="item"><h3><a href="/tin/1.htm">Một bài khác của tờ báo này</a></h3><span class="time">2 giờ trước</span></li>'
  const half = bytes / 2
  const list = `<ul class="list-news">${item.repeat(Math.ceil(half / Buffer.byteLength(item)))}</ul>`
  const text = paragraph.repeat(Math.max(1, Math.floor(half / Buffer.byteLength(paragraph))))
  return Buffer.from(
    `${head}${text}<p>Theo văn bản${tail.replace('<div class="footer">', `${list}<div class="footer">`)}`,
  )
}

async function take(bytes) {
  let units = 0
  const capture = { file: 'page.html', chunks: [bytes] }
  for await (const { document } of takeIn(capture, { lang: 'vi', published: null })) units += document?.text.length ?? 0
  return units
}

async function time(name, inputs, rounds, most = 0) {
  for (const input of inputs) await take(input)
  const times = []
  const work = process.cpuUsage()
  for (let i = 0; i < rounds; i++)
    for (const input of inputs) {
      const start = performance.now()
      await take(input)
      times.push(performance.now() - start)
    }
  const { user, system } = process.cpuUsage(work)
  const own = (user + system) / 1000 / times.length
  times.sort((a, b) => a - b)
  const at = share => times[Math.floor(times.length * share)].toFixed(2)
  const held = most === 0 ? '' : `   ${own < most ? 'holds' : 'FALLS SHORT'}: must be under ${most} ms`
  console.log(
    `${name.padEnd(34)} ${own.toFixed(2)} ms of the processor; by the clock ${at(0.5)}, 95 % ${at(0.95)}${held}`,
  )
}

await time(`the ${pages.length} fixtures`, pages, 10)
await time('a page of 20 KB', [pageOf(20_000)], 200, 8)
await time('a page of 200 KB', [pageOf(200_000)], 20)
await time('a page of 2 MB', [pageOf(2_000_000)], 3)
await time('1 million nested tags (11 MB)', [Buffer.from(`${'<div>'.repeat(1e6)}Tin${'</div>'.repeat(1e6)}`)], 1)
console.log(`memory: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`)
