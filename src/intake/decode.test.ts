import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode } from './decode.ts'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const TEXT = 'Hội đàm tại Cao Bằng: cửa khẩu Trà Lĩnh – Long Bang (广西).\n'

const textOf = async (input: Uint8Array): Promise<string> => {
  const decoded = await decode(input)
  return 'text' in decoded ? decoded.text : `refused: ${decoded.code}`
}
const big = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16()

describe('texts', () => {
  test.each([
    ['UTF-8', utf8(TEXT)],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${TEXT}`)],
    ['UTF-16, little end first, with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['UTF-16, big end first, with a mark', big(`\ufeff${TEXT}`)],
    ['UTF-16, little end first, no mark', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16, big end first, no mark', big(TEXT)],
  ])('%s', async (_, input) => expect(await decode(input)).toEqual({ text: TEXT, diagnostics: [] }))

  test('any text comes back from UTF-8 as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async text => {
        fc.pre(!/(?![\t\n\f\r])\p{Cc}|^\ufeff|^(%PDF|PK|GIF8|\{\\rtf)/u.test(text))
        expect(await textOf(utf8(text))).toBe(text)
      }),
    )
  })

  test('a view into a larger buffer is read alone', async () => {
    expect(await textOf(utf8(`xx${TEXT}yy`).subarray(2, utf8(TEXT).length + 2))).toBe(TEXT)
  })
})

describe('a text that is cut off', () => {
  test.each([1, 2])('inside a character, %i bytes of three: the rest is read, with a warning', async kept => {
    const whole = utf8('Cao Bằng ằ')
    const decoded = await decode(whole.subarray(0, whole.length - 3 + kept))
    expect(decoded).toMatchObject({
      text: 'Cao Bằng ',
      diagnostics: [{ code: 'input-truncated', severity: 'warning' }],
    })
  })

  test('UTF-16 of an odd number of bytes', async () => {
    const whole = Buffer.from(`\ufeff${TEXT}`, 'utf16le')
    expect(await decode(whole.subarray(0, whole.length - 1))).toMatchObject({
      text: TEXT.slice(0, -1),
      diagnostics: [{ code: 'input-truncated' }],
    })
  })
})

describe('what is no text is refused, and said what it is', () => {
  test.each([
    ['nothing', bytes(), 'input-empty', 'nothing to read'],
    ['a PDF', utf8('%PDF-1.7\n'), 'input-binary', 'a PDF'],
    ['a DOCX', bytes(0x50, 0x4b, 3, 4, 20, 0), 'input-binary', 'DOCX'],
    ['an old Word file', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'input-binary', 'old Word'],
    ['RTF', utf8('{\\rtf1\\ansi'), 'input-binary', 'RTF'],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10), 'input-binary', 'PNG'],
    ['gzip', bytes(0x1f, 0x8b, 8, 0), 'input-binary', 'gzip'],
    ['zeros', bytes(65, 0, 0, 66, 0, 1), 'input-binary', 'Save the document as plain text (UTF-8)'],
    ['control characters', bytes(65, 1, 2, 3, 4, 66), 'input-binary', 'binary'],
    [
      'no words on line 2',
      bytes(0x48, 0x0a, 0x69, 0xe9, 0xc0, 0xc0, 0x8e, 0xff),
      'encoding-unknown',
      'Byte 4 (0xE9, line 2) is not UTF-8',
    ],
  ])('%s', async (_, input, code, words) => {
    const decoded = await decode(input)
    expect(decoded).toMatchObject({ code, severity: 'error' })
    expect('message' in decoded && decoded.message).toContain(words)
  })

  test('any bytes are a text or a reason, never thrown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async input => {
        const decoded = await decode(input)
        if ('text' in decoded) expect(typeof decoded.text).toBe('string')
        else expect(decoded.message).toMatch(/\.$/)
      }),
      { numRuns: 500 },
    )
  })
})
