import { expect, test } from 'vitest'
import { take, zipOf } from '../../../test/intake/papers.ts'

const odt = (body: string, styles = ''): Uint8Array =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  })

async function linesOf(body: string, styles = ''): Promise<string[] | undefined> {
  return (await take('a.odt', odt(body, styles)))[0].document?.text.split('\n')
}

test('paragraphs, spaces, breaks', async () => {
  const body =
    '<text:h>KẾ HOẠCH</text:h><text:p>Hai  bên<text:s text:c="2"/>nhất\n trí<text:line-break/><text:span>ký</text:span><text:tab/>kết</text:p>'
  expect(await linesOf(body)).toEqual(['KẾ HOẠCH', 'Hai bên  nhất trí', 'ký kết'])
})

test('numbers of lists', async () => {
  const style =
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>'
  const item = (...inner: string[]): string => `<text:list-item>${inner.join('')}</text:list-item>`
  const para = (text: string): string => `<text:p>${text}</text:p>`
  const body = `<text:list text:style-name="L1">${item(para('A'), para('thêm'), `<text:list>${item(para('B'))}${item(para('C'))}</text:list>`)}${item(para('D'))}</text:list>`
  expect(await linesOf(body, style)).toEqual(['1. A', 'thêm', 'a) B', 'b) C', '2. D'])
})

test('tables as rows, notes at the end, no table of contents', async () => {
  const cell = (text: string): string => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`
  const body = `<text:table-of-content><text:p>Mục 1</text:p></text:table-of-content><text:p>Hai bên<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Chú thích</text:p></text:note-body></text:note> ký</text:p><table:table><table:table-row>${cell('1')}${cell('Mở cửa khẩu')}</table:table-row></table:table>`
  expect(await linesOf(body)).toEqual(['Hai bên ký', '1 | Mở cửa khẩu', 'Chú thích'])
})

test('changes and comments are told', async () => {
  const body =
    '<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Lan</dc:creator></office:change-info><text:p>bỏ</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>Còn<office:annotation><dc:creator>Lan</dc:creator><text:p>Xem lại</text:p></office:annotation> đây</text:p>'
  const [{ document, diagnostics }] = await take('a.odt', odt(body))
  expect(document?.text).toBe('Còn đây')
  expect(diagnostics.map(({ code }) => code)).toEqual(['paper-changes', 'paper-comments'])
  expect(diagnostics[1].message).toContain('“Xem lại” (Lan)')
})

test('a document under a password', async () => {
  const bytes = zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': 'xx',
    'META-INF/manifest.xml': '<manifest:encryption-data/>',
  })
  expect((await take('a.odt', bytes))[0].diagnostics[0].code).toBe('paper-encrypted')
})

test('an EPUB: chapters in the order of the spine', async () => {
  const bytes = zipOf({
    mimetype: 'application/epub+zip',
    'OEBPS/content.opf':
      '<package><manifest><item id="b" href="two%20.xhtml"/><item id="a" href="one.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
    'OEBPS/two .xhtml': '<html><body><p>Hai</p><table><tr><td>1</td><td>x</td></tr></table></body></html>',
    'OEBPS/one.xhtml': '<html><head><title>T</title></head><body><h1>Một</h1><p>Tin <b>này</b></p></body></html>',
  })
  const [{ document }] = await take('a.epub', bytes)
  expect(document?.text.split('\n')).toEqual(['Một', 'Tin này', 'Hai', '1 | x'])
  expect(document?.sourceMap.at(-1)?.path).toBe('OEBPS/two .xhtml#row4')
})
