// How fast papers and web archives are taken in: `node bench/papers.mjs [--megabytes 200]`. Each figure stands beside its bound.
// Times are of the processor (all threads of this process), since the machine may have other things to do; by the clock beside them.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { build, ROOT } from '../scripts/workspace.mjs'
import { generatedReport } from './generated-reports.mjs'

const { values } = parseArgs({
  options: { megabytes: { type: 'string', default: '200' }, archive: { type: 'string' } },
})
if (values.archive === undefined) build()
const { takeIn } = await import('../dist/intake/intake.js')
const { readIncoming, screening } = await import('../dist/app/ledger/incoming.js')

const LINES = readdirSync(`${ROOT}data/samples`)
  .flatMap(name => JSON.parse(readFileSync(`${ROOT}data/samples/${name}`, 'utf8')).text.split('\n'))
  .filter(line => line.length > 120)

/** Milliseconds of the processor, and by the clock, that some work takes. */
async function timed(work) {
  const [cpu, clock] = [process.cpuUsage(), performance.now()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { cpu: (user + system) / 1000, clock: performance.now() - clock }
}

const tell = (what, figure, bound, holds) =>
  console.log(`${holds ? 'holds' : 'FALLS SHORT'}  ${what}: ${figure} (must be ${bound})`)

async function measurePaper(what, file, bytes, most) {
  const take = async () => {
    for await (const { document, diagnostics } of takeIn({ file, chunks: [bytes] }, { lang: 'vi', published: null }))
      if (!document) throw new Error(`${what}: ${diagnostics[0].message}`)
  }
  const first = await timed(take)
  const rounds = []
  for (let n = 0; n < 7; n++) rounds.push(await timed(take))
  const median = name => rounds.map(round => round[name]).toSorted((a, b) => a - b)[3]
  const figure = `${median('cpu').toFixed(0)} ms of the processor, ${median('clock').toFixed(0)} by the clock; the first time ${first.cpu.toFixed(0)} and ${first.clock.toFixed(0)}`
  tell(`${what}, ${(bytes.length / 1024).toFixed(0)} KB`, figure, `under ${most} ms`, median('clock') < most)
}

/** 50 pages of paragraphs, and on each some rows of a table. */
const PAGES = 50
const PER_PAGE = 6

function docx() {
  const row = i =>
    new TableRow({
      children: [String(i), LINES[i % LINES.length].slice(0, 60), 'Sở Ngoại vụ', '30/6/2026'].map(
        text => new TableCell({ children: [new Paragraph(text)] }),
      ),
    })
  const children = Array.from({ length: PAGES }, (_, page) => [
    ...Array.from({ length: PER_PAGE }, (__, i) => new Paragraph(LINES[(page * PER_PAGE + i) % LINES.length])),
    new Table({ rows: Array.from({ length: 6 }, (__, i) => row(page * 6 + i)) }),
  ]).flat()
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

const TYPST = `
#set page(paper: "a4", numbering: "1")
#set text(font: "Noto Serif", size: 12pt, lang: "vi", hyphenate: false)
#set par(justify: true, spacing: 1.4em)
#for (i, page) in json(bytes(sys.inputs.pages)).enumerate() { if i > 0 { pagebreak() }; for line in page { par(text(line)) } }
`

/** Null where the optional typesetter is not installed. */
async function pdf() {
  const typst = await import('@myriaddreamin/typst-ts-node-compiler').catch(() => null)
  if (!typst) return null
  const compiler = typst.NodeCompiler.create({ fontArgs: [{ fontPaths: [`${ROOT}dist/fonts`] }] })
  const pages = Array.from({ length: PAGES }, (_, page) =>
    Array.from({ length: PER_PAGE }, (__, i) => LINES[(page * PER_PAGE + i) % LINES.length].slice(0, 420)),
  )
  return compiler.pdf({ mainFileContent: TYPST, inputs: { pages: JSON.stringify(pages) } })
}

// Ordinary news by a recipe: sentences of sport, weather, prices and courts, a quarter of them with words of cooperation in passing, as ordinary news has.
const NEWS = [
  'Sáng nay, hàng nghìn người đứng chờ trước sân vận động {n} để mua vé xem trận đấu cuối tuần.',
  'Giá xăng dầu trong nước tăng thêm {n} đồng mỗi lít kể từ 15 giờ chiều qua, cao nhất từ đầu năm.',
  'Do ảnh hưởng của không khí lạnh, nhiệt độ thấp nhất đêm nay xuống còn {n} độ, vùng núi có nơi rét hại.',
  'Tòa tuyên phạt bị cáo {n} tháng tù vì hành vi lừa đảo chiếm đoạt tài sản của nhiều bị hại.',
  'Bệnh viện cho biết đã tiếp nhận {n} ca sốt xuất huyết trong tuần qua, phần lớn là trẻ nhỏ.',
  'Học sinh khối lớp 12 của {n} trường bước vào kỳ thi thử với ba môn bắt buộc và hai môn tự chọn.',
  'Đội tuyển ghi {n} bàn thắng trong trận giao hữu, nhưng huấn luyện viên vẫn chưa hài lòng với hàng thủ.',
  'Người dân xóm {n} góp tiền làm lại con đường bê tông dài gần hai cây số sau mùa mưa.',
  'Chị bán hàng ở chợ đầu mối kể rằng rau xanh {n} ngày nay khan hàng vì mưa lớn kéo dài.',
  'Bộ phim ra rạp {n} ngày đã thu về gần một trăm tỷ đồng, vượt mọi dự báo của nhà phát hành.',
  'Cảnh sát giao thông xử phạt {n} lái xe vi phạm nồng độ cồn chỉ trong một đêm ra quân.',
  'Hai bên bán và mua đã thỏa thuận lùi ngày giao {n} căn hộ sang quý sau.',
]
const MENU = 'Trang chủ,Chính trị,Xã hội,Thế giới,Kinh tế,Đối ngoại,Văn hóa,Thể thao,Giáo dục,Pháp luật,Y tế,Du lịch'.split(',') // prettier-ignore
const dice = (...numbers) => createHash('md5').update(numbers.join()).digest().readUInt32LE()

/** A page of some 20 KB as portals make them; one in fifty reports cooperation. */
function page(i) {
  const lines =
    i % 50 === 0
      ? generatedReport(i, 100_000).text.split('\n')
      : Array.from({ length: 24 }, (_, n) =>
          NEWS[i % 4 === 1 && n < 2 ? NEWS.length - 1 : dice(i, n) % (NEWS.length - 1)].replace(
            '{n}',
            2 + (dice(n, i) % 90),
          ),
        )
  const item =
    '<li class="item"><h3><a href="/tin/1.htm">Một bài khác của tờ báo này</a></h3><span class="time">2 giờ trước</span></li>'
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${lines[0].slice(0, 60)}</title><script>${'var ads = [1, 2, 3];'.repeat(150)}</script><style>${'.item a { color: #123456 }'.repeat(100)}</style></head><body><nav><ul>${MENU.map(each => `<li><a href="/">${each}</a></li>`).join('')}</ul></nav><div class="content"><h1>${lines[0].slice(0, 60)}</h1>${lines.map(line => `<p>${line}</p>`).join('\n')}</div><aside>${item.repeat(60)}</aside></body></html>`
}

function record(kind, url, block, type) {
  const head = `WARC/1.1\r\nWARC-Type: ${kind}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2025-05-15T01:00:00Z\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n`
  return gzipSync(Buffer.concat([Buffer.from(head), Buffer.from(block), Buffer.from('\r\n\r\n')]), { level: 1 })
}

/** As crawlers write it: of each page its request, its answer and its metadata, each packed by itself. */
const RECORDS_OF_PAGE = 3

function recordsOf(i) {
  const [url, http] = [`https://bao.example/${i}.htm`, 'application/http; msgtype=']
  return Buffer.concat([
    record('request', url, `GET /${i}.htm HTTP/1.1\r\nHost: bao.example\r\n\r\n`, `${http}request`),
    record('response', url, `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page(i)}`, `${http}response`), // prettier-ignore
    record('metadata', url, 'fetchTimeMs: 120\r\n', 'application/warc-fields'),
  ])
}

/** A hundred pages again and again: what is read is measured, not what is made. */
async function screenArchive(megabytes) {
  const made = Array.from({ length: 100 }, (_, i) => recordsOf(i))
  let pages = 0
  let units = 0
  async function* chunks() {
    for (let size = 0; size < megabytes * 2 ** 20; pages++) {
      const records = made[pages % made.length]
      size += records.length
      yield records
    }
  }
  const input = { name: 'a.warc.gz', open: () => ({ file: 'a.warc.gz', chunks: chunks() }), problem: null }
  const counts = { read: 0, passedOver: 0 }
  const time = await timed(async () => {
    for await (const { incoming, passedOver } of readIncoming([input], screening({ lang: 'vi', published: null }))) {
      if (passedOver) counts.passedOver++
      else counts.read++
      units += incoming?.document.text.length ?? 0
    }
  })
  return { ...counts, pages, units, ...time, peak: process.resourceUsage().maxRSS / 1024 }
}

/** In a process of its own, so that its memory is its own. */
function archiveFigures(megabytes) {
  const { stdout, stderr } = spawnSync(process.execPath, [process.argv[1], '--archive', String(megabytes)], {
    encoding: 'utf8',
  })
  if (!stdout) throw new Error(stderr)
  return JSON.parse(stdout)
}

function measureArchives() {
  const [small, large] = [Number(values.megabytes) / 10, Number(values.megabytes)].map(archiveFigures)
  const seconds = large.cpu / 1000
  const rate = (large.pages * RECORDS_OF_PAGE) / seconds
  const share = `${large.passedOver} of ${large.pages} pages passed over`
  tell(`WARC, ${values.megabytes} MB packed, ${share}`, `${rate.toFixed(0)} records (${(large.pages / seconds).toFixed(0)} pages of ${(Buffer.byteLength(page(1)) / 1024).toFixed(0)} KB) a second of the processor`, 'over 1500 records/s', rate > 1500) // prettier-ignore
  const growth = large.peak - small.peak
  tell(`memory, an archive ten times as large`, `peak ${small.peak.toFixed(0)} and ${large.peak.toFixed(0)} MB`, 'within 100 MB of each other', growth < 100) // prettier-ignore
}

if (values.archive !== undefined) console.log(JSON.stringify(await screenArchive(Number(values.archive))))
else {
  await measurePaper('DOCX of 50 pages', 'a.docx', await docx(), 300)
  const made = await pdf()
  if (made) await measurePaper('PDF of 50 pages', 'a.pdf', made, 1500)
  else console.log('PDF: left out, since the optional typesetter is not installed.')
  measureArchives()
  process.exit()
}
