import { readFileSync } from 'node:fs'
import { Document as Paper, Packer, Paragraph } from 'docx'
import iconv from 'iconv-lite'
import { beforeAll, describe, expect, test } from 'vitest'
import { readerFor } from '../../src/app/pipeline.ts'
import type { Claim } from '../../src/model/claim.ts'
import { boxesOf, sourceRunAt } from '../../src/text/source-map.ts'
import { take, zipOf } from './papers.ts'
import { answer, record } from './warc-records.ts'
import { pdfMaker } from './typst-paper.ts'

const SAMPLES = ['01', '03', '06', '08', '12', '16', '19', '22', '27', '31']

/** A sample: its lines in letters that TCVN3 has, its title first. */
function linesOf(number: string): { readonly lines: string[]; readonly published: string } {
  const { text, published } = JSON.parse(readFileSync(`data/samples/sample-${number}.json`, 'utf8')) as {
    text: string
    published: string
  }
  const plain = text.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'").replace(/[–—]/gu, '-').replaceAll('…', '...')
  const lines = plain.split('\n').flatMap(line => line.replace(/\s+/gu, ' ').trim() || [])
  return { lines, published }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const markup = (lines: readonly string[]): string =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${escaped(lines[0])}</title></head><body><article><h1>${escaped(lines[0])}</h1>${lines
    .slice(1)
    .map(line => `<p>${escaped(line)}</p>`)
    .join('\n')}</article></body></html>`

/** Each format: the name of the file, and its bytes. */
const FORMATS: Readonly<
  Record<string, readonly [file: string, make: (lines: string[]) => Promise<Uint8Array> | Uint8Array]>
> = {
  HTML: ['a.html', lines => Buffer.from(markup(lines))],
  DOCX: [
    'a.docx',
    lines => Packer.toBuffer(new Paper({ sections: [{ children: lines.map(line => new Paragraph(line)) }] })),
  ],
  ODT: [
    'a.odt',
    lines =>
      zipOf({
        mimetype: 'application/vnd.oasis.opendocument.text',
        'content.xml': `<office:document-content><office:body><office:text>${lines.map(line => `<text:p>${escaped(line)}</text:p>`).join('')}</office:text></office:body></office:document-content>`,
      }),
  ],
  mail: [
    'a.eml',
    lines =>
      Buffer.from(
        `Subject: =?UTF-8?B?${Buffer.from(lines[0]).toString('base64')}?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(lines.slice(1).join('\n')).toString('base64')}\r\n`,
      ),
  ],
  WARC: [
    'a.warc',
    lines =>
      record('response', 'https://bao.example/1', answer('text/html; charset=utf-8', Buffer.from(markup(lines)))),
  ],
  TCVN3: ['a.txt', lines => iconv.encode(lines.join('\n'), 'tcvn')],
}

/** What a claim says: without its places, which depend on the lines around it. */
function said(claim: Claim, text: string): string {
  const words = (spans: readonly { start: number; end: number }[]): string[] =>
    spans.map(s => text.slice(s.start, s.end))
  const { id: _id, quote, ...values } = claim as Claim & Record<'mentions' | 'evidence', never>
  const spans = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      name === 'mentions' || name === 'evidence' ? words(value as never) : value,
    ]),
  )
  return JSON.stringify({ ...spans, exact: quote.exact })
}

async function claimsOf(file: string, bytes: Uint8Array, published: string) {
  const [{ document }] = await take(file, bytes, { published })
  const reading = readerFor('vi')!.read(document!)
  return { document: document!, claims: reading.claims, said: reading.claims.map(claim => said(claim, document!.text)) }
}

const makePdf = await pdfMaker()

describe.each(SAMPLES)('sample %s says the same', number => {
  const { lines, published } = linesOf(number)
  let expected: string[] = []
  beforeAll(async () => {
    expected = (await claimsOf('a.txt', Buffer.from(lines.join('\n')), published)).said
    expect(expected.length).toBeGreaterThan(5)
  })

  test.each(Object.keys(FORMATS))('as %s', async name => {
    const [file, make] = FORMATS[name]
    const { document, claims, said } = await claimsOf(file, await make(lines), published)
    expect(said).toEqual(expected)
    for (const { quote } of claims) {
      expect(document.text.slice(quote.start, quote.end)).toBe(quote.exact)
      expect(sourceRunAt(document.sourceMap, quote.start)).toBeDefined()
    }
  })

  test.skipIf(!makePdf)('as PDF (needs the optional typst compiler), each quote in its box', async () => {
    const { document, claims, said } = await claimsOf('a.pdf', makePdf!(lines), published)
    expect(said).toEqual(expected)
    for (const { quote } of claims) expect(boxesOf(document.sourceMap, quote).length).toBeGreaterThan(0)
  })
})
