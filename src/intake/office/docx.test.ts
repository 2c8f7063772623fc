import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { sourceRunAt } from '../../text/source-map.ts'
import { docxOf, take, zipOf } from '../../../test/intake/papers.ts'
import { numeral } from './numbering.ts'

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (inner: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`
const cell = (...paragraphs: string[]): string => `<w:tc>${paragraphs.map(text => p(run(text))).join('')}</w:tc>`

async function read(body: string, parts: Record<string, string> = {}) {
  const [{ document, diagnostics }] = await take('a.docx', docxOf(body, parts))
  return { document, lines: document?.text.split('\n'), codes: diagnostics.map(({ code }) => code), diagnostics }
}

test('paragraphs are lines, each leading back to its number', async () => {
  const { document, lines } = await read(p(run('KẾ HOẠCH')) + p('') + p(run('Hai bên ') + run('nhất trí &amp; ký.')))
  expect(lines).toEqual(['KẾ HOẠCH', 'Hai bên nhất trí & ký.'])
  expect(document?.title).toBe('KẾ HOẠCH')
  expect(sourceRunAt(document!.sourceMap, document!.text.indexOf('nhất'))?.path).toBe('word/document.xml#3')
})

test('letters of fonts from before Unicode, by the run or by the style', async () => {
  const { lines } = await read(
    p('<w:r><w:rPr><w:rFonts w:ascii="VNI-Times"/></w:rPr><w:t>Hoäi ñaøm</w:t></w:r>') +
      p(run('Héi ®µm'), '<w:pStyle w:val="Old"/>'),
    { styles: '<w:style w:type="paragraph" w:styleId="Old"><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:style>' },
  )
  expect(lines).toEqual(['Hội đàm', 'Hội đàm'])
})

describe('changes and comments', () => {
  test('accepted text is read, the rest is told', async () => {
    const { lines, codes, diagnostics } = await read(
      p(
        `${run('Hai bên ')}<w:ins w:author="A">${run('nhất trí')}</w:ins><w:del><w:r><w:delText>phản đối</w:delText></w:r></w:del>`,
      ) + p(`<w:moveFrom>${run('chuyển đi')}</w:moveFrom>${run('Hết')}`),
      { comments: `<w:comment w:author="Lan">${p(run('Xem lại điều này'))}</w:comment>` },
    )
    expect(lines).toEqual(['Hai bên nhất trí', 'Hết'])
    expect(codes).toEqual(['paper-changes', 'paper-comments'])
    expect(diagnostics[0].message).toContain('“phản đốichuyển đi”')
    expect(diagnostics[1].message).toContain('“Xem lại điều này” (Lan)')
  })

  test('a deleted mark joins paragraphs; old properties count for nothing', async () => {
    const { lines } = await read(
      p(run('Hai '), '<w:rPr><w:del w:id="1"/></w:rPr>') +
        p(run('bên'), '<w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'),
    )
    expect(lines).toEqual(['Hai bên'])
  })

  test('hidden text is left out, and told', async () => {
    const { lines, codes } = await read(p(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>${run('hiện')}`))
    expect(lines).toEqual(['hiện'])
    expect(codes).toEqual(['paper-hidden'])
  })
})

describe('numbers of lists', () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/></w:lvl>' +
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
  const item = (level: number, text: string): string =>
    p(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="3"/></w:numPr>`)

  test('are written before their paragraphs', async () => {
    const { lines } = await read([item(0, 'A'), item(1, 'B'), item(1, 'C'), item(0, 'D'), item(1, 'E')].join(''), {
      numbering,
    })
    expect(lines).toEqual(['Điều 1. A', 'a) B', 'b) C', 'Điều 2. D', 'a) E'])
  })

  test('come from styles too; entries of a table of contents are left out', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Article"><w:name w:val="Article"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    const { lines } = await read(
      p(run('Mục lục A 1'), '<w:pStyle w:val="TOC1"/>') + p(run('A'), '<w:pStyle w:val="Article"/>'),
      { numbering, styles },
    )
    expect(lines).toEqual(['Điều 1. A'])
  })

  test.each([
    [4, 'upperRoman', 'IV'],
    [9, 'lowerRoman', 'ix'],
    [28, 'lowerLetter', 'bb'],
    [3, 'decimalZero', '03'],
    [3, 'chineseCounting', '3'],
  ])('%i as %s: %s', (value, format, expected) => expect(numeral(value, format)).toBe(expected))
})

describe('tables', () => {
  test('rows of data are lines, cells parted by bars', async () => {
    const { lines } = await read(
      `<w:tbl><w:tr>${cell('TT')}${cell('Việc')}${cell('Cơ quan')}</w:tr><w:tr>${cell('1')}${cell('Mở cửa khẩu', 'Trà Lĩnh')}${cell('Sở Ngoại vụ')}</w:tr></w:tbl>`,
    )
    expect(lines).toEqual(['TT | Việc | Cơ quan', '1 | Mở cửa khẩu Trà Lĩnh | Sở Ngoại vụ'])
  })

  test('a table that lays out the head of a paper gives its lines', async () => {
    const head = `<w:tbl><w:tr>${cell('ỦY BAN NHÂN DÂN', 'TỈNH CAO BẰNG')}${cell('CỘNG HÒA', 'Độc lập')}</w:tr></w:tbl>`
    expect((await read(head)).lines).toEqual(['ỦY BAN NHÂN DÂN', 'TỈNH CAO BẰNG', 'CỘNG HÒA', 'Độc lập'])
  })
})

test('notes stand behind the text', async () => {
  const { lines } = await read(p(`${run('Hai bên')}<w:r><w:footnoteReference w:id="2"/></w:r>`) + p(run('Hết')), {
    footnotes: `<w:footnote w:id="0">${p('')}</w:footnote><w:footnote w:id="2">${p(run('Chú thích'))}</w:footnote>`,
  })
  expect(lines).toEqual(['Hai bên', 'Hết', 'Chú thích'])
})

describe('hostile', () => {
  test('entities that multiply are not expanded', async () => {
    const bomb = `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}">]>`
    const document = `${bomb}<w:document><w:body><w:p><w:r><w:t>x &b; y</w:t></w:r></w:p></w:body></w:document>`
    const [{ document: taken }] = await take('a.docx', zipOf({ 'word/document.xml': document }))
    expect(taken?.text).toBe('x &b; y')
  })

  test('a part that unpacks to a thousand times its size', async () => {
    const bomb = zipOf({ 'word/document.xml': new Uint8Array(9 * 1024 * 1024) })
    expect((await take('a.docx', bomb))[0].diagnostics[0]).toMatchObject({ code: 'archive-bomb', severity: 'error' })
  })

  test('no document in it, or half of it', async () => {
    const whole = docxOf(p(run('x'.repeat(99))))
    expect((await take('a.docx', zipOf({ 'a.txt': 'x' })))[0].diagnostics[0].code).toBe('paper-damaged')
    expect((await take('a.docx', whole.subarray(0, 200)))[0].diagnostics[0].code).toBe('paper-damaged')
  })

  test('elements nested without end', async () => {
    const { lines } = await read(`${'<w:sdt>'.repeat(100_000)}${p(run('sâu'))}`)
    expect(lines).toBeUndefined()
  })
})

test('what it links to is never fetched: templates, pictures, frames, pages', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const kinds = ['attachedTemplate', 'image', 'frame', 'hyperlink', 'subDocument', 'oleObject']
  const links = kinds
    .map(
      (kind, i) =>
        `<Relationship Id="r${i}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="http://127.0.0.1:${port}/${kind}" TargetMode="External"/>`,
    )
    .join('')
  const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}</Relationships>`
  const entity = `<?xml version="1.0"?><!DOCTYPE d SYSTEM "http://127.0.0.1:${port}/dtd" [<!ENTITY e SYSTEM "http://127.0.0.1:${port}/entity">]>`
  const body = `<w:p><w:hyperlink r:id="r3"><w:r><w:t>Biên bản</w:t></w:r></w:hyperlink><w:r><w:t> hội đàm</w:t></w:r></w:p><w:subDoc r:id="r4"/>`
  const bytes = zipOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `${entity}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations,
    'word/_rels/settings.xml.rels': relations,
  })
  try {
    expect((await take('a.docx', bytes))[0].document?.text).toBe('Biên bản hội đàm')
    await new Promise(done => setTimeout(done, 100))
    expect(asked).toEqual([])
  } finally {
    server.close()
  }
})

test('under a password it lies in a compound file: a sentence says what to do', async () => {
  const head = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  const directory = Buffer.from('EncryptedPackage', 'utf16le')
  const encrypted = Buffer.concat([head, Buffer.alloc(1016), directory, Buffer.alloc(480)])
  const [{ diagnostics }] = await take('a.docx', encrypted)
  expect(diagnostics[0]).toMatchObject({ code: 'paper-encrypted' })
  expect(diagnostics[0].message).toContain('password')
  expect((await take('a.docx', Buffer.concat([head, Buffer.alloc(1500)])))[0].diagnostics[0].code).toBe('input-binary')
})
