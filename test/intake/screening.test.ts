import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { mayMatter, readerFor } from '../../src/app/pipeline.ts'
import { decode } from '../../src/intake/decode.ts'
import { hidesLetters, pageLanguage, roughText } from '../../src/intake/page/rough.ts'
import { take } from './papers.ts'
import { answer, record } from './warc-records.ts'

const FOLDER = 'fixtures/pages'
const pages = readdirSync(FOLDER).map(name => readFileSync(`${FOLDER}/${name}/page.html`))

const page = (...lines: string[]): string =>
  `<!doctype html><html lang="vi"><body><ul class="menu"><li><a href="/">Đối ngoại</a></li></ul><article>${lines.map(line => `<p>${line}</p>`).join('')}</article></body></html>`
const ORDINARY = page(
  'Vé xem vòng loại hết sau mười phút',
  'Sáng nay, hàng nghìn người đứng chờ trước sân vận động để mua vé xem trận đấu cuối tuần, cơn mưa lớn đêm qua cũng không làm họ nản lòng.',
)
const OURS = page(
  'Cao Bằng và Quảng Tây hội đàm',
  'Ngày 14/5/2025, tại thành phố Cao Bằng, tỉnh Cao Bằng và Khu tự trị Choang Quảng Tây (Trung Quốc) hội đàm về hợp tác nâng cấp cửa khẩu Trà Lĩnh - Long Bang.',
)
const screening = { mayMatter: (words: string, lang: string | null) => mayMatter(words, lang ?? 'vi') }
const archived = (...bodies: { readonly type: string; readonly bytes: Buffer }[]): Buffer =>
  Buffer.concat(bodies.map(({ type, bytes }, i) => record('response', `https://bao.example/${i}`, answer(type, bytes))))

describe('pages of a web archive', () => {
  test('that are ordinary news are passed over, and the others are read', async () => {
    const bytes = archived(
      { type: 'text/html; charset=utf-8', bytes: Buffer.from(ORDINARY) },
      { type: 'text/html; charset=utf-8', bytes: Buffer.from(OURS) },
    )
    const taken = await take('a.warc', bytes, screening)
    expect(taken.map(({ document, passedOver }) => [document?.url, passedOver])).toEqual([
      [undefined, true],
      ['https://bao.example/1', undefined],
    ])
    expect((await take('a.warc', bytes)).every(({ document }) => document !== null)).toBe(true)
  })

  test('in an old character set, or with letters as entities, are looked at by what they say', async () => {
    const legacy = pages[readdirSync(FOLDER).indexOf('vi-tcvn3')]
    const hidden = OURS.replaceAll(/[^\0-\u007f]/gu, letter => `&#${letter.codePointAt(0)};`)
    expect(hidesLetters(hidden)).toBe(true)
    const bytes = archived(
      { type: 'text/html; charset=iso-8859-1', bytes: legacy },
      { type: 'text/html', bytes: Buffer.from(hidden) },
    )
    expect((await take('a.warc', bytes, screening)).map(({ document }) => document !== null)).toEqual([true, true])
  })

  test('in a language without a pack are told, not passed over', async () => {
    const chinese = Buffer.from(page('高平省与广西会谈', '双方一致同意推进口岸建设。').replace('lang="vi"', ''))
    const [{ document }] = await take('a.warc', archived({ type: 'text/html', bytes: chinese }), screening)
    expect(document?.lang).toBe('zh')
  })
})

test('no page that the reader takes for a report on cooperation is passed over', async () => {
  let relevant = 0
  for (const bytes of pages) {
    const [{ document }] = await take('page.html', bytes)
    if (!document || !readerFor(document.lang)?.screen(document).relevant) continue
    relevant++
    const decoded = await decode(bytes)
    if (!('text' in decoded)) throw new Error(decoded.message)
    const may = hidesLetters(decoded.text) || mayMatter(roughText(decoded.text), pageLanguage(decoded.text) ?? 'vi')
    expect(may, document.title ?? '').toBe(true)
  }
  expect(relevant).toBeGreaterThan(20)
})

test('the words of a page are had in time that grows with its length, whatever its tags', () => {
  const before = process.cpuUsage()
  for (const piece of ['<script>', '<script></SCRIPT>', '<!--', '<style><b', '<', '<a'])
    roughText(piece.repeat(200_000))
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(3000)
})
