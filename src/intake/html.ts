import { type Diagnostic, diagnostic } from '../text/diagnostic.ts'
import type { SourceRun } from '../text/source-map.ts'
import type { Capture, IntakeOptions, Taken } from './capture.ts'
import { describe } from './describe.ts'
import type { NormalizedText } from './lines.ts'
import { articleLines } from './page/article.ts'
import { factsOf, headOf } from './page/facts.ts'
import { linesOf, type PageLine } from './page/lines.ts'
import { parsePage } from './page/tree.ts'

/** Characters of one page that are looked at; more than any article has. */
const LONGEST_PAGE = 16 * 1024 * 1024

/**
 * The article of a web page: its title, then its paragraphs, captions, lists and rows of tables as lines, with an XPath for each run.
 * What is around it (menus, other articles, comments, buttons) is left out.
 */
export function takeHtml(
  decoded: string,
  { file, url, at }: Capture,
  options: IntakeOptions,
  diagnostics: readonly Diagnostic[],
): Taken {
  const tree = parsePage(decoded.slice(0, LONGEST_PAGE))
  const cut = tree.cut || decoded.length > LONGEST_PAGE
  const head = headOf(tree)
  const all = linesOf(tree.root, head.title.element)
  const facts = factsOf(tree, head, all, { at: at ?? null, lang: options.lang })
  const article = articleLines(all, facts)
  const found = {
    file,
    title: facts.title,
    lang: facts.lang ?? writtenIn(article) ?? options.lang,
    url: absolute(facts.url, url) ?? url ?? null,
    outlet: facts.outlet,
    author: facts.author,
    published: facts.published ?? options.published,
    updated: facts.updated,
  }
  const shown = all.find(({ text }) => text === facts.title)
  return describe(joined(facts.title, shown, article), found, cut ? [...diagnostics, tooMuch()] : diagnostics)
}

/** An address that a page gives for itself. A relative one needs that of the page. */
function absolute(given: string | null, page: string | undefined): string | null {
  if (given === null || !URL.canParse(given, page)) return page === undefined ? given : null
  const { href, protocol } = new URL(given, page)
  return protocol === 'http:' || protocol === 'https:' ? href : null
}

/** The language that the letters of an article show, where the page does not say it. */
function writtenIn(lines: readonly PageLine[]): string | null {
  const text = lines.map(line => line.text).join('\n')
  const share = (letters: RegExp): number => (text.match(letters)?.length ?? 0) / text.length
  if (share(/\p{Script=Han}/gu) > 0.3) return 'zh'
  return share(/[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu) > 0.05 ? 'vi' : null
}

const tooMuch = (): Diagnostic =>
  diagnostic(
    'warning',
    'page-too-large',
    'This page has more elements than any article. Only its beginning was read: compare with the source.',
  )

/** The title, an empty line, and the lines. A line that a `br` broke in the middle of a sentence goes on. */
function joined(title: string | null, shown: PageLine | undefined, lines: readonly PageLine[]): NormalizedText {
  const sourceMap: SourceRun[] = [...(shown?.runs ?? [])]
  let text = title === null ? '' : `${title}\n\n`
  lines.forEach((line, i) => {
    if (i > 0) text += goesOn(lines[i - 1], line) ? ' ' : '\n'
    for (const run of line.runs) sourceMap.push({ ...run, text: text.length + run.text })
    text += line.text
  })
  return { text: text.trimEnd(), sourceMap }
}

const goesOn = (before: PageLine, line: PageLine): boolean =>
  line.breaks === 1 &&
  before.block === line.block &&
  /[\p{L}\p{N},–-]$/u.test(before.text) &&
  before.text.length > 40 &&
  /^[\p{Ll}\p{N}(]/u.test(line.text)
