import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { docxOf, take, zipOf } from '../../test/intake/papers.ts'
import type { Taken } from './capture.ts'

const told = (taken: readonly Taken[]): string[] =>
  taken.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code))
const texts = (taken: readonly Taken[]): (string | undefined)[] => taken.map(({ document }) => document?.text)
const paper = docxOf('<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p>')

describe('ZIP', () => {
  test('each file is a document with its own name and bytes; other kinds and hidden files are left out', async () => {
    const taken = await take(
      'a.zip',
      zipOf({ 'b/tin.txt': 'Tin', 'c.docx': paper, 'd.xlsx': 'x', '.e.txt': 'x', '__MACOSX/c.docx': 'x' }),
    )
    expect(texts(taken)).toEqual(['Tin', 'Kế hoạch'])
    expect(taken.map(({ document }) => document?.file)).toEqual(['a.zip/b/tin.txt', 'a.zip/c.docx'])
    expect(Buffer.from(taken[1].bytes!).equals(paper)).toBe(true)
  })

  test('many documents of one file share no bytes', async () => {
    const [one, two] = await take('a.zip', zipOf({ 'b.jsonl': '{"text": "Một"}\n{"text": "Hai"}' }))
    expect([one.bytes, two.bytes]).toEqual([undefined, undefined])
  })

  test('archives in archives, but not without end', async () => {
    const nest = (depth: number): Uint8Array =>
      depth === 0 ? zipOf({ 'tin.txt': 'Tin' }) : zipOf({ 'a.zip': nest(depth - 1) })
    expect(texts(await take('a.zip', nest(3)))).toEqual(['Tin'])
    expect(told(await take('a.zip', nest(4)))).toEqual(['archive-nested'])
  })

  test('what is damaged is named, and the rest is read', async () => {
    const whole = zipOf({ 'a.txt': 'Hội đàm '.repeat(50), 'b.txt': 'Tin' })
    const bad = Uint8Array.from(whole)
    bad.fill(0xff, 36, 44)
    const taken = await take('a.zip', bad)
    expect(texts(taken)).toEqual([undefined, 'Tin'])
    expect(taken[0].diagnostics[0]).toMatchObject({ code: 'archive-damaged' })
    expect(taken[0].diagnostics[0].message).toMatch(/^a\.txt is damaged/)
  })

  test('an entry that unpacks to a thousand times its size', async () => {
    const taken = await take('a.zip', zipOf({ 'a.txt': new Uint8Array(9 * 1024 * 1024), 'b.txt': 'Tin' }))
    expect(told(taken)).toEqual(['archive-bomb'])
    expect(texts(taken)).toEqual([undefined, 'Tin'])
  })

  test('many entries that are large together end the archive', async () => {
    const one = Buffer.from(zipOf({ 'a.txt': new Uint8Array(8 * 1024 * 1024 - 1).fill(65) }))
    const entry = one.subarray(0, one.indexOf('PK\u0001\u0002'))
    const taken = await take('a.zip', Buffer.concat(Array.from({ length: 12 }, () => entry)))
    expect(told(taken)).toEqual(['archive-bomb'])
    expect(taken).toHaveLength(9)
  })

  test('nothing that can be read', async () =>
    expect(told(await take('a.zip', zipOf({ a: 'x' })))).toEqual(['archive-empty']))

  test('the first bytes tell what a packed file is where its name does not', async () => {
    expect(texts(await take(null, paper))).toEqual(['Kế hoạch'])
    expect(texts(await take('upload', zipOf({ 'tin.txt': 'Tin' })))).toEqual(['Tin'])
  })

  test('sizes that stand behind the data', async () => {
    // Streaming writers set bit 3 and leave the sizes in the header empty.
    const whole = Buffer.from(zipOf({ 'a.txt': 'Hội đàm '.repeat(50), 'b.txt': 'Tin khác' }))
    const next = whole.indexOf('PK\u0003\u0004', 4)
    const first = Buffer.from(whole.subarray(0, next))
    const sizes = Buffer.concat([Buffer.from('PK\u0007\u0008'), first.subarray(14, 26)])
    first[6] |= 8
    first.fill(0, 14, 26)
    const taken = await take('a.zip', Buffer.concat([first, sizes, whole.subarray(next)]))
    expect(texts(taken)).toEqual(['Hội đàm '.repeat(50), 'Tin khác'])
  })
})

describe('gzip', () => {
  test('holds what its name says', async () => {
    const [{ document }] = await take('a.jsonl.gz', gzipSync('{"text": "Tin"}'))
    expect(document).toMatchObject({ text: 'Tin', file: 'a.jsonl' })
  })

  test('a bomb, and half an archive', async () => {
    const bomb = gzipSync(Buffer.alloc(70 * 1024 * 1024))
    expect(told(await take('a.txt.gz', bomb))).toEqual(['archive-bomb'])
    expect(told(await take('a.txt.gz', gzipSync('Tin '.repeat(999)).subarray(0, 20)))).toEqual(['archive-damaged'])
  })
})
