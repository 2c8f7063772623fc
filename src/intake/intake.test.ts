import { describe, expect, test } from 'vitest'
import { sourceOffset } from '../text/source-map.ts'
import type { IntakeOptions, Taken } from './capture.ts'
import { takeIn } from './intake.ts'

/** All that is taken in from a file of this name and content. `pieces`: the bytes come in chunks of this size. */
async function take(
  file: string | null,
  content: string,
  options: Partial<IntakeOptions> = {},
  pieces = 1 << 20,
): Promise<Taken[]> {
  const bytes = Buffer.from(content)
  const chunks = Array.from({ length: Math.ceil(bytes.length / pieces) }, (_, i) =>
    bytes.subarray(i * pieces, (i + 1) * pieces),
  )
  const taken: Taken[] = []
  for await (const one of takeIn({ file, chunks }, { lang: 'vi', published: null, ...options })) taken.push(one)
  return taken
}

const documentsOf = async (...args: Parameters<typeof take>) => (await take(...args)).map(({ document }) => document)
const codesOf = async (file: string | null, content: string): Promise<string[]> =>
  (await take(file, content)).flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code))

describe('plain text', () => {
  test('the first line that is not empty is the title; the text stays whole', async () => {
    const [document] = await documentsOf('a.txt', '\n  Hội đàm \nThân bài.')
    expect(document).toMatchObject({
      title: 'Hội đàm',
      text: '\n  Hội đàm \nThân bài.',
      file: 'a.txt',
      lang: 'vi',
      url: null,
    })
  })

  test('what the person says counts where the input says nothing', async () => {
    const [document] = await documentsOf(null, 'Tin', { lang: 'zh', published: '2025-05-15' })
    expect(document).toMatchObject({ lang: 'zh', published: '2025-05-15', file: null })
  })

  test('line ends become \\n, and positions lead back', async () => {
    const [document] = await documentsOf('a.txt', 'Một\r\nHai\rBa\nBốn')
    expect(document?.text).toBe('Một\nHai\nBa\nBốn')
    const map = document?.sourceMap ?? []
    expect([0, 4, 8, 11].map(at => sourceOffset(map, at))).toEqual([0, 5, 9, 12])
  })

  test('the id is the digest of the text', async () => {
    const [one] = await documentsOf('a.txt', 'Tin\r\n')
    const [other] = await documentsOf('b.json', JSON.stringify({ text: 'Tin\n' }))
    expect(one?.id).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(other?.id).toBe(one?.id)
  })

  test('white space alone is no report', async () => {
    expect(await codesOf('a.txt', ' \n…\t')).toEqual(['input-empty'])
  })
})

describe('JSON', () => {
  const REPORT = {
    id: 'k1',
    url: 'u',
    title: 'T',
    outlet: 'O',
    published: '2025-05-15',
    lang: 'zh',
    text: 'X',
    more: 1,
  }

  test('all fields, and others left alone', async () => {
    const [document] = await documentsOf('a.json', JSON.stringify(REPORT))
    const { more: _more, id: _id, ...facts } = REPORT
    expect(document).toMatchObject({ ...facts, key: 'k1' })
  })

  test('only text is needed; null is unknown', async () => {
    const [document] = await documentsOf('a.json', '{"text": "Tin\\nBài", "title": null}', { published: '2025-01-02' })
    expect(document).toMatchObject({ title: 'Tin', key: null, published: '2025-01-02' })
  })

  test('a list gives its reports; what is none among them is named by its number', async () => {
    const taken = await take('a.json', '[{"text": "Một"}, {"body": "Hai"}, "Ba"]')
    expect(taken.map(({ document }) => document?.text ?? null)).toEqual(['Một', null, null])
    expect(taken[1].diagnostics[0]).toMatchObject({ code: 'json-shape', severity: 'error' })
    expect(taken[1].diagnostics[0].message).toMatch(/^Report 2: the field "text" is missing\./)
    expect(taken[2].diagnostics[0].message).toMatch(/^Report 3: this is no report/)
  })

  test.each([
    ['{"text": ', 'json-invalid'],
    ['[]', 'json-empty'],
    ['{"text": 5}', 'json-shape'],
    ['{"text": ""}', 'input-empty'],
    ['{"text": "x", "published": "31/2/2025"}', 'published-not-a-day'],
    ['{"text": "x", "published": "2025-02-31"}', 'published-not-a-day'],
  ])('%s: %s', async (content, code) => expect(await codesOf('a.json', content)).toEqual([code]))

  test('messages tell which field, and when lines were meant', async () => {
    const messageOf = async (content: string) => (await take('a.json', content))[0].diagnostics[0].message
    expect(await messageOf('{"text": "x", "published": 2025}')).toMatch(/^the field "published" is no text\./)
    expect(await messageOf('{"text": 5}')).toMatch(/^the field "text" is no text\./)
    expect(await messageOf('{"text": "x"}\n{"text": "y"}')).toContain('give its name the ending .jsonl')
  })

  test('a day of publication may carry its hour', async () => {
    const [document] = await documentsOf('a.json', '{"text": "x", "published": "2025-05-15T08:00:00+07:00"}')
    expect(document?.published).toBe('2025-05-15')
  })

  test('a name that says nothing: the first character tells', async () => {
    expect((await documentsOf(null, ' {"text": "Tin"}'))[0]?.text).toBe('Tin')
    expect((await documentsOf(null, '{Tin}'))[0]?.text).toBe('{Tin}')
    expect((await documentsOf(null, '\ufeff{"text": "Tin"}'))[0]?.text).toBe('Tin')
  })
})

describe('JSON lines', () => {
  const LINES = '{"text": "Một"}\n\n{"text": \r\n{"body": 1}\n{"text": "Bốn"}'

  test.each([1 << 20, 3])('one report a line, the bad ones named by their line (chunks of %i bytes)', async pieces => {
    const taken = await take('a.jsonl', LINES, {}, pieces)
    expect(taken.map(({ document }) => document?.text ?? null)).toEqual(['Một', null, null, 'Bốn'])
    expect(taken[1].diagnostics[0].message).toMatch(/^Line 3: This is not JSON/)
    expect(taken[2].diagnostics[0].message).toMatch(/^Line 4: the field "text"/)
  })

  test('an empty collection is said to be so', async () => {
    expect(await codesOf('a.jsonl', '\n')).toEqual(['input-empty'])
    expect(await codesOf('a.ndjson', '')).toEqual(['input-empty'])
  })
})

describe('HTML', () => {
  const PAGE = `<!doctype html><html lang="vi-VN"><head><title>Tin - Báo</title>
<meta property="og:title" content="Hội đàm"><meta property="og:site_name" content="Báo">
<meta property="article:published_time" content="2025-05-15T07:00:00+07:00">
<link rel="canonical" href="https://bao.example/1"><style>p{}</style></head>
<body><nav>Trang chủ</nav><article><h1>Hội đàm</h1><p>Hai  bên
<b>nhất trí</b> mở cửa&nbsp;khẩu.</p><script>x()</script><figure><img><figcaption>Ảnh: A</figcaption></figure>
<ul><li>Một<li>Hai</ul></article><footer>Liên hệ</footer></body></html>`

  test('the lines that a reader sees, without the page around them', async () => {
    const [document] = await documentsOf('a.html', PAGE)
    expect(document?.text.split('\n')).toEqual(['Hội đàm', '', 'Hai bên nhất trí mở cửa khẩu.', 'Ảnh: A', 'Một', 'Hai'])
    expect(document).toMatchObject({
      title: 'Hội đàm',
      outlet: 'Báo',
      published: '2025-05-15',
      lang: 'vi',
      url: 'https://bao.example/1',
    })
  })

  test('each run leads to its element', async () => {
    const [document] = await documentsOf('a.html', PAGE)
    const at = document?.text.indexOf('nhất') ?? -1
    expect(document?.sourceMap.findLast(run => run.text <= at)?.path).toBe('/html[1]/body[1]/article[1]/p[1]/b[1]')
  })

  test('a title that the text does not begin with goes before it', async () => {
    const [document] = await documentsOf(null, '<html><head><title>Tin</title></head><body><p>Bài.</p></body></html>')
    expect(document?.text).toBe('Tin\n\nBài.')
    expect(document?.lang).toBe('vi')
  })

  test('a page without words', async () => {
    expect(await codesOf('a.html', '<html><body><script>x</script></body></html>')).toEqual(['input-empty'])
  })

  test('a page that is nested deeply', async () => {
    const page = `<body>${'<div>'.repeat(1_000_000)}Tin${'</div>'.repeat(1_000_000)}</body>`
    expect((await documentsOf('a.html', page))[0]?.text).toBe('Tin')
  })

  test.each([
    ['tags that are not closed', '<p>Một<p>Hai <b>ba</i>', 'Một\nHai ba'],
    ['a part of a page', '<h1>Tin</h1><p>Bài.</p>', 'Tin\n\nBài.'],
    ['no body', '<!doctype html><html><head><title>Tin</title></head><p>Bài.</p></html>', 'Tin\n\nBài.'],
    ['no tags at all', 'Chỉ có chữ &lt; và &amp;', 'Chỉ có chữ < và &'],
  ])('%s', async (_, page, text) => expect((await documentsOf('a.html', page))[0]?.text).toBe(text))
})

test('the format is told by the first bytes whatever their encoding and however they come', async () => {
  const page = Buffer.from('\ufeff<!doctype html><p>Hội đàm</p>', 'utf16le')
  const taken: Taken[] = []
  const chunks = [...page].map(byte => Uint8Array.of(byte))
  for await (const one of takeIn({ file: null, chunks }, { lang: 'vi', published: null })) taken.push(one)
  expect(taken.map(({ document }) => document?.text)).toEqual(['Hội đàm'])
})
