import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { missingSentence, missingTools } from '../../../scripts/paper-tools.mjs'
import { below, pdfOf } from '../../../test/intake/pdf-file.ts'
import { take } from '../../../test/intake/papers.ts'
import { pdfMaker } from '../../../test/intake/typst-paper.ts'
import { confidenceOf } from '../../text/source-map.ts'

const missing = missingTools().filter(name => !name.startsWith('libreoffice'))
const why = missing.length === 0 ? '' : `: ${missingSentence(missing)}`

const ENGLISH = ['Both sides agreed to open the border gate in 2026,', 'and to meet again in Nanning.']
const english = (): Uint8Array => pdfOf([below(700, 60, ...ENGLISH).map(line => ({ ...line, size: 14 }))])

/** The picture of a page of text. */
function picture(pdf = english()): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'bienban-'))
  writeFileSync(join(folder, 'a.pdf'), pdf)
  execFileSync('pdftoppm', ['-r', '150', '-gray', '-png', '-singlefile', join(folder, 'a.pdf'), join(folder, 'a')])
  return readFileSync(join(folder, 'a.png'))
}

/** Lines as a PDF; the optional typesetter is installed wherever there are tests. */
const papers = await pdfMaker()

describe.skipIf(why)(`scans${why}`, () => {
  test.each([
    ['vi', 'Ngày 14/5/2025, tại thành phố Cao Bằng, hai bên nhất trí nâng cấp cửa khẩu Trà Lĩnh - Long Bang.'],
    ['zh', '双方一致同意加快推进口岸基础设施互联互通，扩大农产品贸易。'],
  ])(
    'in the letters of %s',
    async (lang, words) => {
      const [{ document, diagnostics }] = await take('a.png', picture(papers!([words])), { lang })
      const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')
      expect(letters(document?.text ?? '')).toBe(letters(words))
      expect(document?.lang).toBe(lang)
      expect(diagnostics).toMatchObject([{ code: 'scan-recognized' }])
    },
    120_000,
  )

  test('a picture is read, with how surely', async () => {
    const [{ document, diagnostics }] = await take('a.png', picture(), { lang: 'en' })
    expect(document?.text).toMatch(
      /^Both sides agreed to open the border gate in 2026, and to meet again in Nanning\.$/,
    )
    expect(diagnostics).toMatchObject([{ code: 'scan-recognized', severity: 'note' }])
    expect(confidenceOf(document!.sourceMap, { start: 0, end: 4 })).toBeGreaterThan(50)
  }, 120_000)

  test('a picture that is none', async () => {
    const broken = picture().subarray(0, 60)
    expect((await take('a.png', broken, { lang: 'en' }))[0].diagnostics[0]).toMatchObject({ code: 'scan-unreadable' })
  }, 120_000)
})

test('without tesseract a sentence says what to do', async () => {
  const path = process.env['PATH']
  process.env['PATH'] = '/nowhere'
  try {
    const [{ diagnostics }] = await take('a.png', Buffer.from('\u0089PNG\r\n', 'latin1'))
    expect(diagnostics[0]).toMatchObject({ code: 'scan-no-reader' })
    expect(diagnostics[0].message).toContain('tesseract-ocr-vie')
  } finally {
    process.env['PATH'] = path
  }
})
