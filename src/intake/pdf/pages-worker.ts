import { dirname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parentPort } from 'node:worker_threads'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js'
import type { Page, PageItem } from '../layout/page.ts'

/** What the worker is asked: the pages of a PDF. */
export interface PagesRequest {
  readonly bytes: Uint8Array
  readonly password: string | null
}

/** What it answers: how many pages there are, then one by one what is on them; or why there are none. */
export type PagesAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'page'; readonly page: PdfPage }
  | { readonly kind: 'done' }
  | { readonly kind: 'problem'; readonly name: string; readonly message: string }

export interface PdfPage extends Page {
  /** Names of the fonts, by those of their items; only where they were asked for. */
  readonly fonts: readonly string[]
  /** Letters of fonts that give no Unicode for them, of all letters. */
  readonly unmapped: number
}

/** Turned text (stamps, marks across the page) is no part of the lines. */
const TURNED = 0.2

/** Has no types of its own. */
const ENGINE: string = 'pdfjs-dist/legacy/build/pdf.worker.mjs'

const port = parentPort
if (port) void serve()

async function serve(): Promise<void> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // Without its own worker the library runs here: what it would load at the first file is loaded before it is said to be ready.
  Object.assign(globalThis, { pdfjsWorker: await import(ENGINE) })
  const root = pathToFileURL(`${dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))}/`).href
  const read = async ({ bytes, password }: PagesRequest): Promise<void> => {
    const loading = pdfjs.getDocument({
      data: bytes,
      ...(password !== null && { password }),
      cMapUrl: fileURLToPath(`${root}cmaps/`),
      cMapPacked: true,
      standardFontDataUrl: fileURLToPath(`${root}standard_fonts/`),
      useSystemFonts: false,
      disableFontFace: true,
      isEvalSupported: false,
      stopAtErrors: false,
      verbosity: 0,
    })
    try {
      const document = await loading.promise
      await sendPages(document)
    } finally {
      await loading.destroy()
    }
  }
  port?.on('message', (request: PagesRequest) => {
    read(request).then(
      () => send({ kind: 'done' }),
      (error: Error) => send({ kind: 'problem', name: error.name, message: error.message }),
    )
  })
  send({ kind: 'ready' })
}

const send = (answer: PagesAnswer): void => port?.postMessage(answer)

async function sendPages(document: PDFDocumentProxy): Promise<void> {
  send({ kind: 'count', count: document.numPages })
  for (let number = 1; number <= document.numPages; number++) {
    const page = await pageOf(document, number)
    send({ kind: 'page', page: page ? await itemsOf(page, number) : blank(number) })
    page?.cleanup()
  }
}

const blank = (number: number): PdfPage => ({ number, width: 0, height: 0, items: [], fonts: [], unmapped: 0 })

/** A page that is damaged is left out; the others are read. */
async function pageOf(document: PDFDocumentProxy, number: number): Promise<PDFPageProxy | null> {
  try {
    return await document.getPage(number)
  } catch {
    return null
  }
}

async function itemsOf(page: PDFPageProxy, number: number): Promise<PdfPage> {
  const [left, bottom, right, top] = page.view
  const content = await page.getTextContent({ disableNormalization: false }).catch(() => null)
  const found = (content?.items ?? []).filter((item): item is TextItem => 'str' in item && item.str.trim() !== '')
  const fonts = needsFonts(found) ? await fontNames(page, found) : new Map<string, string>()
  const items = found.flatMap(item => placed(item, left, bottom))
  return {
    number,
    width: right - left,
    height: top - bottom,
    items: items.map(({ item }) => item),
    fonts: items.map(({ font }) => fonts.get(font) ?? ''),
    unmapped: items.reduce((sum, { item }) => sum + (item.text.match(NO_LETTER)?.length ?? 0), 0),
  }
}

/** Private use, replacement and control characters: what comes of a font without a map to Unicode. */
const NO_LETTER = /[\p{Co}\p{Cc}\ufffd]/gu

function placed(item: TextItem, left: number, bottom: number): { item: PageItem; font: string }[] {
  const [a, b, c, d, x, y] = item.transform as [number, number, number, number, number, number]
  const size = Math.hypot(c, d)
  if (size === 0 || Math.abs(b) > Math.abs(a) * TURNED) return []
  return [{ item: { text: item.str, x: x - left, y: y - bottom, width: item.width, size }, font: item.fontName }]
}

/** Whether letters are of western accents where Vietnamese has its own: then the names of the fonts tell what they show. */
const needsFonts = (items: readonly TextItem[]): boolean => {
  const text = items.map(({ str }) => str).join('')
  return (text.match(/[\u0080-\u00ff]/gu)?.length ?? 0) * 20 > text.length && !/[\u1ea0-\u1ef9]/u.test(text)
}

/** The names that fonts have in the file: known only once the page was gone through as for drawing. */
async function fontNames(page: PDFPageProxy, items: readonly TextItem[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  try {
    await page.getOperatorList()
  } catch {
    return names
  }
  for (const { fontName } of items)
    if (!names.has(fontName) && page.commonObjs.has(fontName))
      names.set(fontName, (page.commonObjs.get(fontName) as { name?: string } | null)?.name ?? '')
  return names
}
