import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { below, pdfOf } from '../../../test/intake/pdf-file.ts'
import { take } from '../../../test/intake/papers.ts'
import { boxesOf } from '../../text/source-map.ts'

const codesOf = async (bytes: Uint8Array, password?: string): Promise<string[]> =>
  (await take('a.pdf', bytes, password === undefined ? {} : { password })).flatMap(({ diagnostics }) =>
    diagnostics.map(({ code }) => code),
  )
const PAGE = below(
  700,
  50,
  'Hai ben nhat tri mo cua khau Tra Linh - Long Bang trong nam nay va nam sau, va',
  'hai cau.',
)

test('the text with its places', async () => {
  const [{ document }] = await take('a.pdf', pdfOf([PAGE]))
  expect(document?.text).toMatch(/^Hai ben .* va hai cau\.$/)
  const start = document!.text.indexOf('hai cau')
  expect(boxesOf(document!.sourceMap, { start, end: start + 3 })).toMatchObject([{ page: 1 }])
})

test('letters of fonts from before Unicode are read by their names', async () => {
  const line = 'Hai b\\252n nh\\312t tr\\335 m\\353 c\\366a kh\\310u Tr\\265 L\\334nh, C\\262o B\\273ng'
  const [{ document }] = await take('a.pdf', pdfOf([below(700, 50, line)], '.VnTime'))
  expect(document?.text).toContain('nhất trí mở cửa khẩu Trà Lĩnh')
})

describe('what is damaged', () => {
  const whole = Buffer.from(pdfOf([PAGE, PAGE]))

  test('no list of objects', async () => {
    const lost = Buffer.from(whole.toString('latin1').replace(/xref\n0 \d+\n/, 'xxxx\n'), 'latin1')
    expect((await take('a.pdf', lost))[0].document?.text).toContain('nhat tri')
    expect(await codesOf(whole.subarray(0, whole.indexOf('xref')))).toEqual(['paper-damaged'])
  })

  test('no object at all', async () => expect(await codesOf(Buffer.from('%PDF-1.4\nx'))).toEqual(['paper-damaged']))

  test('pages that hold each other', async () => {
    const loop = Buffer.from(whole.toString('latin1').replace('/Kids [4 0 R', '/Kids [2 0 R'), 'latin1')
    expect((await take('a.pdf', loop)).length).toBe(1)
  }, 60_000)
})

test('under a password, which is asked for', async () => {
  const locked = readFileSync('fixtures/papers/under-password.pdf')
  expect(await codesOf(locked)).toEqual(['paper-encrypted'])
  expect(await codesOf(locked, 'wrong')).toEqual(['paper-encrypted'])
  expect((await take('a.pdf', locked, { password: 'bi mat' }))[0].document?.text).toBe('Hai ben nhat tri')
})
