import { type Diagnostic, diagnostic } from '../../text/diagnostic.ts'
import { type Capture, type IntakeOptions, refused, type Taken } from '../capture.ts'
import { isLegacyFont, shownBy } from '../charset/font.ts'
import { likeness } from '../charset/score.ts'
import { describe } from '../describe.ts'
import { textOfPages } from '../layout/page-text.ts'
import type { Page } from '../layout/page.ts'
import { recognizePdfPages } from '../scan/pdf-scan.ts'
import { scanTold } from '../scan/told.ts'
import { GIVEN_UP, type PdfPages, pdfPages } from './pages.ts'
import type { PdfPage } from './pages-worker.ts'

/** The text of a PDF in reading order; of pages that are pictures, what is recognised on them. */
export async function takePdf(bytes: Uint8Array, { file }: Capture, options: IntakeOptions): Promise<Taken> {
  const { pages, problem } = await pdfPages(bytes, options.password ?? null)
  if (problem && pages.length === 0) return refused(problemOf(problem, options.password !== undefined))
  const { readable, told } = withoutRubbish(pages.map(spelled))
  const blank = readable.filter(({ items }) => items.length === 0).map(({ number }) => number)
  const scanned = blank.length > 0 && told.length === 0 ? await recognizePdfPages(bytes, blank, options) : null
  const seen = scanned?.pages ?? []
  const whole: readonly Page[] = readable.map(page => seen.find(({ number }) => number === page.number) ?? page)
  const words = textOfPages(whole)
  const all = [...(problem ? [cutOff(pages.length)] : []), ...told, ...scanTold(seen, blank.length === pages.length)]
  if (scanned?.problem && blank.length === pages.length) return refused(...all, scanned.problem)
  if (!/[\p{L}\p{N}]/u.test(words.text) && told.length > 0) return refused(...told.map(asError))
  return describe(words, { file, lang: options.lang, published: options.published }, all)
}

const asError = (told: Diagnostic): Diagnostic => ({ ...told, severity: 'error' })

function problemOf({ name }: NonNullable<PdfPages['problem']>, hadPassword: boolean): Diagnostic {
  if (name === 'PasswordException')
    return diagnostic(
      'error',
      'paper-encrypted',
      hadPassword
        ? 'The PDF is protected by another password than the one that was given. Ask who sent it for the right one.'
        : 'The PDF is protected by a password. Give it with --password.',
    )
  if (name === GIVEN_UP)
    return diagnostic(
      'error',
      'paper-damaged',
      'The PDF keeps its reader busy without end, as damaged files do. Open it in a viewer, print it into a new PDF, and read that.',
    )
  return diagnostic(
    'error',
    'paper-damaged',
    'The PDF is damaged: no page of it can be found. Fetch it anew, or open it in a viewer and print it into a new PDF.',
  )
}

const cutOff = (read: number): Diagnostic =>
  diagnostic(
    'warning',
    'paper-cut-off',
    `The PDF is damaged behind page ${read}: all before was read. Compare the end with the source.`,
  )

/** A page with the letters that its fonts show, where those are from before Unicode. */
function spelled(page: PdfPage): PdfPage {
  if (!page.fonts.some(isLegacyFont)) return page
  return { ...page, items: page.items.map((item, i) => ({ ...item, text: shownBy(page.fonts[i], item.text) })) }
}

/** A share of letters without a meaning from which a page is rubbish. */
const MOST_UNMAPPED = 0.05
/** Letters of a page from which its likeness to language says something. */
const LEAST_LETTERS = 200

/** Leaves out pages whose fonts do not tell which letters they show: what a person sees there is not what the file says. */
function withoutRubbish(pages: readonly PdfPage[]): {
  readonly readable: readonly PdfPage[]
  readonly told: readonly Diagnostic[]
} {
  const rubbish = new Set(pages.filter(isRubbish).map(({ number }) => number))
  if (rubbish.size === 0) return { readable: pages, told: [] }
  const fonts = [...new Set(pages.filter(({ number }) => rubbish.has(number)).flatMap(page => page.fonts))].filter(
    Boolean,
  )
  const named = fonts.length > 0 ? ` (${fonts.slice(0, 3).join(', ')})` : ''
  const message = `The fonts of the PDF${named} do not tell which letters they show, on pages ${[...rubbish].slice(0, 10).join(', ')}: these were left out. Ask for the paper in another form, or print it and read it as a scan.`
  return {
    readable: pages.map(page => (rubbish.has(page.number) ? { ...page, items: [] } : page)),
    told: [diagnostic('warning', 'font-unreadable', message)],
  }
}

function isRubbish({ items, unmapped }: PdfPage): boolean {
  const text = items.map(item => item.text).join(' ')
  if (unmapped > text.length * MOST_UNMAPPED) return true
  return text.length >= LEAST_LETTERS && (likeness(text) ?? 0) < -0.5
}
