import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Diagnostic, diagnostic } from '../../text/diagnostic.ts'
import type { IntakeOptions } from '../capture.ts'
import type { Page } from '../layout/page.ts'
import { recognize, run } from './tesseract.ts'

/** At this resolution letters of papers are recognised; more costs time. */
const DPI = 200
/** A longer scan is a book. */
const MOST_SCANNED = 300

/** Draws pages of a PDF with pdftoppm of the system and recognises what they show. What stands in the way of one is told, and ends it. */
export async function recognizePdfPages(
  bytes: Uint8Array,
  numbers: readonly number[],
  options: IntakeOptions,
): Promise<{ readonly pages: readonly Page[]; readonly problem: Diagnostic | null }> {
  const folder = await mkdtemp(join(tmpdir(), 'bienban-'))
  const pages: Page[] = []
  try {
    const file = join(folder, 'paper.pdf')
    await writeFile(file, bytes)
    for (const number of numbers.slice(0, MOST_SCANNED)) {
      const drawn = join(folder, 'page')
      const password = options.password === undefined ? [] : ['-upw', options.password]
      const page = ['-f', String(number), '-l', String(number), '-r', String(DPI), '-gray', '-png', '-singlefile']
      const { error } = await run('pdftoppm', [...page, ...password, file, drawn])
      if (error) return { pages, problem: error.code === 'ENOENT' ? noPainter() : null }
      const seen = await recognize(`${drawn}.png`, options.lang, DPI, number)
      if ('problem' in seen) return { pages, problem: seen.problem }
      pages.push(...seen.pages.slice(0, 1))
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return { pages, problem: null }
}

const noPainter = (): Diagnostic =>
  diagnostic(
    'error',
    'scan-no-reader',
    'This PDF is a scan: its pages are pictures of text. To read it, install pdftoppm (Debian: poppler-utils) and tesseract, and add it again.',
  )
