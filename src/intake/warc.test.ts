import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { docxOf, take } from '../../test/intake/papers.ts'
import { answer, record } from '../../test/intake/warc-records.ts'

const PAGE = '<!doctype html><html><body><article><h1>Hội đàm</h1><p>Hai bên nhất trí.</p></article></body></html>'
const textsOf = async (name: string, ...records: Buffer[]): Promise<(string | undefined)[]> =>
  (await take(name, Buffer.concat(records))).map(({ document }) => document?.text)

describe('records', () => {
  test.each<[string, Buffer]>([
    ['plain', answer('text/html; charset=utf-8', Buffer.from(PAGE))],
    ['gzip', answer('text/html', gzipSync(PAGE), 'Content-Encoding: gzip\r\n')],
    ['brotli', answer('text/html', brotliCompressSync(PAGE), 'Content-Encoding: br\r\n')],
    ['said to be brotli, but taken off', answer('text/html', Buffer.from(PAGE), 'Content-Encoding: br\r\n')],
    [
      'chunked',
      answer(
        'text/html',
        Buffer.concat([
          Buffer.from(`${Buffer.byteLength(PAGE.slice(0, 60)).toString(16)}\r\n${PAGE.slice(0, 60)}\r\n`),
          Buffer.from(`${Buffer.byteLength(PAGE.slice(60)).toString(16)}\r\n${PAGE.slice(60)}\r\n0\r\n\r\n`),
        ]),
        'Transfer-Encoding: chunked\r\n',
      ),
    ],
  ])('%s', async (_, block) => {
    const [{ document }] = await take('a.warc', record('response', 'https://bao.example/1', block))
    expect(document?.text.split(/\n+/)).toEqual(['Hội đàm', 'Hai bên nhất trí.'])
    expect(document).toMatchObject({ url: 'https://bao.example/1', file: 'a.warc' })
  })

  test('pages and papers are taken, other traffic is passed over', async () => {
    const paper = docxOf('<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p>')
    const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    expect(
      await textsOf(
        'a.warc',
        record('warcinfo', '', Buffer.from('x')),
        record('request', 'https://a.example/', Buffer.from('GET / HTTP/1.1\r\n\r\n')),
        record('response', 'https://a.example/x.js', answer('text/javascript', Buffer.from('x'))),
        record('response', 'https://a.example/404', answer('text/html', Buffer.from(PAGE), '', 404)),
        record('response', 'https://a.example/k', answer(docx, Buffer.from(paper))),
        record('resource', 'https://a.example/t.txt', Buffer.from('Tin'), 'text/plain'),
      ),
    ).toEqual(['Kế hoạch', 'Tin'])
  })

  test('each record packed by itself', async () => {
    const one = record('resource', 'https://a.example/1', Buffer.from('Một'), 'text/plain')
    const two = record('resource', 'https://a.example/2', Buffer.from('Hai'), 'text/plain')
    expect(await textsOf('a.warc.gz', gzipSync(one), gzipSync(two))).toEqual(['Một', 'Hai'])
  })
})

describe('damaged', () => {
  const one = record('resource', 'https://a.example/1', Buffer.from('Một'), 'text/plain')

  test('what is cut off is said, after what came before', async () => {
    const taken = await take('a.warc', Buffer.concat([one, one.subarray(0, one.length - 6)]))
    expect(taken.map(({ document }) => document?.text)).toEqual(['Một', undefined])
    expect(taken[1].diagnostics[0].code).toBe('archive-damaged')
  })

  test('an archive without pages', async () =>
    expect((await take('a.warc', Buffer.from('WARC/1.1\r\n\r\n')))[0].diagnostics[0].code).toBe('archive-damaged'))
})
