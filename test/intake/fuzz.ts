// Mutations of valid papers: bits flipped, pieces cut out, doubled, swapped, ends cut off. The same seed gives the same.
import { Document as Paper, Packer, Paragraph } from 'docx'
import { gzipSync } from 'node:zlib'
import { below, pdfOf } from './pdf-file.ts'
import { zipOf } from './papers.ts'
import { answer, record } from './warc-records.ts'

const LINES = [
  'Hội đàm giữa tỉnh Cao Bằng và Quảng Tây',
  'Hai bên nhất trí mở cửa khẩu Trà Lĩnh - Long Bang.',
  'Ngày 24/9/2024.',
]
const page = `<!doctype html><html><body><article><h1>${LINES[0]}</h1><p>${LINES[1]}</p><p>${LINES[2]}</p></article></body></html>`

/** A valid file of each format, by its name. */
export async function seeds(): Promise<Readonly<Record<string, Uint8Array>>> {
  const docx = await Packer.toBuffer(new Paper({ sections: [{ children: LINES.map(line => new Paragraph(line)) }] }))
  const odt = zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content><office:body><office:text>${LINES.map(line => `<text:p>${line}</text:p>`).join('')}</office:text></office:body></office:document-content>`,
  })
  const mail = `Subject: Tin\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${LINES.join('\r\n')}\r\n--x\r\nContent-Type: application/octet-stream; name=a.docx\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(docx).toString('base64')}\r\n--x--\r\n`
  return {
    'a.pdf': pdfOf([below(700, 50, 'Hai ben nhat tri mo cua khau', 'Tra Linh'), below(700, 50, 'Trang hai')]),
    'a.docx': docx,
    'a.odt': odt,
    'a.epub': zipOf({
      mimetype: 'application/epub+zip',
      'c.opf':
        '<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
      'a.xhtml': page,
    }),
    'a.eml': Buffer.from(mail),
    'a.zip': zipOf({ 'a.txt': LINES.join('\n'), 'b.docx': docx, 'c.zip': zipOf({ 'd.html': page }) }),
    'a.warc.gz': gzipSync(
      record('response', 'https://a.example/', answer('text/html', gzipSync(page), 'Content-Encoding: gzip\r\n')),
    ),
    'a.warc': record('response', 'https://a.example/', answer('text/html; charset=utf-8', Buffer.from(page))),
  }
}

/** A chain of numbers from 0 up to 1 (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A file with one to six things done to it. */
export function mutated(bytes: Uint8Array, next: () => number): Uint8Array {
  let file = Buffer.from(bytes)
  const at = (): number => Math.floor(next() * file.length)
  for (let left = 1 + Math.floor(next() * 6); left > 0 && file.length > 0; left--) {
    const [from, to] = [at(), at()].toSorted((a, b) => a - b)
    const what = Math.floor(next() * 6)
    if (what === 0) file[from] ^= 1 << Math.floor(next() * 8)
    else if (what === 1) file[from] = Math.floor(next() * 256)
    else if (what === 2) file = Buffer.concat([file.subarray(0, from), file.subarray(Math.min(to, from + 400))])
    else if (what === 3)
      file = Buffer.concat([file.subarray(0, to), file.subarray(from, Math.min(to, from + 400)), file.subarray(to)])
    else if (what === 4) file = Buffer.from(file.subarray(0, Math.max(1, to)))
    else file.fill(0xff, from, Math.min(file.length, from + 8))
  }
  return file
}
