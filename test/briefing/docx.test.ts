import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import mammoth from 'mammoth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paperOf } from '../../src/app/briefing/paper.ts'
import { missingSentence, missingTools } from '../../scripts/paper-tools.mjs'
import type { Store } from '../../src/ledger/store.ts'
import { bare, briefingIn, sampleLedger, wordsOf } from './sample-briefing.ts'

let store: Store
beforeAll(async () => void (store = await sampleLedger()), 120_000)
afterAll(() => store.close())

test.each(['vi', 'zh'] as const)('mammoth reads back the words, each where it stands: %s', async lang => {
  const briefing = await briefingIn(store, { lang })
  const buffer = await paperOf(briefing, 'docx')
  const { value } = await mammoth.extractRawText({ buffer })
  const text = bare(value)
  let from = 0
  for (const words of wordsOf(briefing)) {
    // Capitals of the head are made by the words, not by the style; the name of the annex is.
    const at = text.toLocaleLowerCase().indexOf(bare(words).toLocaleLowerCase(), from)
    expect(at, `${words} after ${text.slice(Math.max(0, from - 40), from)}`).toBeGreaterThanOrEqual(from)
    from = at + bare(words).length
  }
  const { value: page } = await mammoth.convertToHtml({ buffer })
  const told = bare(parseHTML(`<!doctype html><html><body>${page}</body></html>`).document.body.textContent)
  for (const { quote, source } of briefing.notes) expect(told.includes(bare(`“${quote}” ${source}.`)), quote).toBe(true)
})

test('the same paper twice is the same bytes', async () => {
  const briefing = await briefingIn(store)
  expect((await paperOf(briefing, 'docx')).equals(await paperOf(briefing, 'docx'))).toBe(true)
})

const missing = missingTools().filter(name => name.startsWith('libreoffice'))
const cannot = missing.length === 0 ? null : missingSentence(missing)

test.skipIf(cannot)(
  `LibreOffice opens it, the director's page is one page${cannot ? ` (${cannot})` : ''}`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bienban-paper-'))
    try {
      const briefing = await briefingIn(store)
      writeFileSync(join(folder, 'paper.docx'), await paperOf(briefing, 'docx'))
      const profile = `-env:UserInstallation=file://${folder}/profile`
      const told = spawnSync('soffice', [
        profile,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        join(folder, 'paper.docx'),
      ])
      expect(told.status, String(told.stderr)).toBe(0)
      const { textOfPages } = await import('./pdf-text.ts')
      const { pages } = await textOfPages(readFileSync(join(folder, 'paper.pdf')))
      expect(bare(pages[0])).toContain(bare(briefing.director[2].lines.at(-1)!.text))
      expect(bare(pages[1])).toContain(bare(briefing.sections[0].title))
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
  180_000,
)
