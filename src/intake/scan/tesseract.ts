import { execFile } from 'node:child_process'
import { type Diagnostic, diagnostic } from '../../text/diagnostic.ts'
import type { Page, PageItem } from '../layout/page.ts'

/** What a picture shows, or why it was not recognised. */
export type Recognized = { readonly pages: readonly Page[] } | { readonly problem: Diagnostic }

/** The models of tesseract by language of the report. */
const MODELS: Readonly<Record<string, string>> = { vi: 'vie', zh: 'chi_sim', en: 'eng' }

/** Longest time for a picture, in milliseconds. */
const PATIENCE = 180_000
/** Words of which tesseract is less sure than this are noise: stamps, rules, spots. */
const NOISE = 20
const POINTS = 72

/**
 * Recognises the pages of a picture (PNG, JPEG, TIFF) with the tesseract of the system: its layout is not taken, only its words with their
 * boxes and how sure it is. `dpi`: resolution of the picture.
 */
export async function recognize(picture: string, lang: string, dpi: number, firstPage = 1): Promise<Recognized> {
  const model = MODELS[lang.split('-')[0]] ?? 'eng'
  const args = [picture, 'stdout', '-l', model, '--dpi', String(dpi), 'tsv']
  const { error, output } = await run('tesseract', args)
  if (!error) return { pages: pagesOf(output, dpi, firstPage) }
  if (error.code === 'ENOENT') return { problem: noTesseract(model) }
  if (/Failed loading language|Error opening data file/.test(error.message)) return { problem: noModel(model) }
  return {
    problem: diagnostic(
      'error',
      'scan-unreadable',
      'The picture could not be recognised: it may be damaged, or of a kind that tesseract does not know. Save it as PNG, and read that.',
    ),
  }
}

export function run(
  command: string,
  args: readonly string[],
): Promise<{ readonly error: (Error & { code?: unknown }) | null; readonly output: string }> {
  return new Promise(resolve => {
    execFile(
      command,
      [...args],
      // One thread each: the machine has other things to do.
      { timeout: PATIENCE, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, OMP_THREAD_LIMIT: '1' } },
      (error, output) => resolve({ error, output }),
    )
  })
}

const noTesseract = (model: string): Diagnostic =>
  diagnostic(
    'error',
    'scan-no-reader',
    `This is a scan: a picture of a text. To read it, install tesseract with its model for the language (Debian: tesseract-ocr-${model.replace('_', '-')}), and add it again.`,
  )

const noModel = (model: string): Diagnostic =>
  diagnostic(
    'error',
    'scan-no-reader',
    `This is a scan, and tesseract lacks its model for the language. Install it (Debian: tesseract-ocr-${model.replace('_', '-')}), and add it again.`,
  )

/** Levels of the table: a page, and a word. */
const PAGE = '1'
const WORD = '5'

/** The words of tesseract's table; y counts from the top there. */
function pagesOf(table: string, dpi: number, firstPage: number): Page[] {
  const pages: { number: number; width: number; height: number; items: PageItem[]; lines: Map<string, number> }[] = []
  const scale = POINTS / dpi
  for (const row of table.split('\n')) {
    const [level, , block, paragraph, line, , left, top, width, height, sure, text] = row.split('\t')
    if (level === PAGE) {
      const size = { width: Number(width) * scale, height: Number(height) * scale }
      pages.push({ number: firstPage + pages.length, ...size, items: [], lines: new Map() })
    }
    const page = pages.at(-1)
    if (level !== WORD || !page || !text?.trim() || Number(sure) < NOISE) continue
    const key = `${block} ${paragraph} ${line}`
    const bottom = page.height - (Number(top) + Number(height)) * scale
    // Words of a line stand at one base line, whether or not their letters reach below it.
    const y = page.lines.get(key) ?? bottom
    page.lines.set(key, y)
    page.items.push({
      text: text.trim(),
      x: Number(left) * scale,
      y,
      width: Number(width) * scale,
      size: Number(height) * scale,
      confidence: Math.round(Number(sure)),
    })
  }
  return pages.map(({ number, width, height, items }) => ({ number, width, height, items: evened(items) }))
}

/** Boxes are as high as their letters happen to be: all of a line get the height of its middle word, or the lines would not agree. */
function evened(items: readonly PageItem[]): PageItem[] {
  const sizes = new Map<number, number[]>()
  for (const { y, size } of items) sizes.set(y, [...(sizes.get(y) ?? []), size])
  const usual = items.map(({ size }) => size).toSorted((a, b) => a - b)[items.length >> 1] ?? 0
  return items.map(item => {
    const own = sizes.get(item.y)!.toSorted((a, b) => a - b)
    const size = own[own.length >> 1]
    return { ...item, size: Math.abs(size - usual) < usual * 0.35 ? usual : size }
  })
}
