import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { below, pdfOf } from '../../../test/intake/pdf-file.ts'
import { take } from '../../../test/intake/papers.ts'
import { confidenceOf } from '../../text/source-map.ts'

const has = (command: string, flag: string): boolean => spawnSync(command, [flag]).error === undefined
const canScan = has('tesseract', '--version') && has('pdftoppm', '-v')

/** The picture of a page of text. */
function picture(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'bienban-'))
  const lines = ['Both sides agreed to open the border gate in 2026,', 'and to meet again in Nanning.']
  writeFileSync(join(folder, 'a.pdf'), pdfOf([below(700, 60, ...lines).map(line => ({ ...line, size: 14 }))]))
  execFileSync('pdftoppm', ['-r', '150', '-gray', '-png', '-singlefile', join(folder, 'a.pdf'), join(folder, 'a')])
  return readFileSync(join(folder, 'a.png'))
}

describe.skipIf(!canScan)('scans (needs tesseract with its models, and pdftoppm)', () => {
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
