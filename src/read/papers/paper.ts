import type { Reading } from '../../model/reading.ts'
import { oneOf, PAPER_KINDS, type PaperKind } from '../../model/kinds.ts'
import type { TokenRange } from '../../text/segment.ts'
import { NUMBER, UPPER } from '../../text/tokens.ts'
import type { ReadContext } from '../context.ts'
import type { ReadPlaces } from '../frames/places.ts'
import { sectionsOf } from '../statements/sections.ts'
import { isPlan } from '../statements/tasks.ts'
import { type Signature, signaturesOf } from './signatures.ts'
import { type TableLine, tableLines } from './tables.ts'

/** A report as a paper: what its form tells beside its sentences. */
export interface Paper {
  readonly kind: PaperKind
  /** The line with its title; null where it has none of a paper's own. */
  readonly title: number | null
  readonly signatures: readonly Signature[]
  readonly tables: ReadonlyMap<number, TableLine>
  /** The lines that hold what both sides agree: the articles, up to the signatures; null where it is not an instrument. */
  readonly articles: { readonly from: number; readonly to: number } | null
}

/** A report in prose. */
export const NO_PAPER: Paper = { kind: 'report', title: null, signatures: [], tables: new Map(), articles: null }

/** Kinds that sides sign. */
const INSTRUMENTS: ReadonlySet<PaperKind> = new Set(['minutes', 'memorandum', 'agreement'])

export function readPaper(context: ReadContext, places: ReadPlaces): Paper {
  const signatures = signaturesOf(context, places)
  const tables = tableLines(context)
  const articles = context.lines.flatMap((line, number) => (isArticle(context, line) ? [number] : []))
  const plan = isPlan(context)
  const title = titleOf(context)
  const isFormal =
    signatures.length > 0 ||
    articles.length >= LEAST_ARTICLES ||
    tables.size > 0 ||
    plan ||
    sectionsOf(context).length > 0
  const named = title !== null && isFormal ? kindAt(context, context.lines[title]) : null
  const kind = named ?? (plan ? 'plan' : 'report')
  const isInstrument = INSTRUMENTS.has(kind) && (signatures.length > 1 || articles.length >= LEAST_ARTICLES)
  return {
    kind: INSTRUMENTS.has(kind) && !isInstrument ? 'report' : kind,
    title: named ? title : null,
    signatures,
    tables,
    articles: isInstrument ? agreedLines(context, articles, signatures) : null,
  }
}

/** From how many articles on a text is in articles. */
const LEAST_ARTICLES = 2

/** "Điều 1. Cửa khẩu". */
export function isArticle(context: ReadContext, { from }: TokenRange): boolean {
  const number = context.after(from, 'ARTICLE')
  return number > from && ((context.tokens.shape[number] & NUMBER) !== 0 || context.has(number, 'ROMAN'))
}

/** The head of a paper has so many lines: those above its title name the office and its number. */
const HEAD = 16

/** The line of the head that begins with a paper's own word in capitals; else the first line, where it begins with one. */
function titleOf(context: ReadContext): number | null {
  const head = context.lines.slice(0, HEAD)
  const upper = head.findIndex(({ from }) => context.has(from, 'FORM') && (context.tokens.shape[from] & UPPER) !== 0)
  if (upper >= 0) return upper
  return head.length > 0 && context.has(head[0].from, 'FORM') ? 0 : null
}

const kindAt = (context: ReadContext, { from }: TokenRange): PaperKind | null =>
  oneOf(PAPER_KINDS, context.value(from, 'FORM') ?? '')

/** From the first article, or behind "hai bên thống nhất các nội dung sau:", up to the first signature. */
function agreedLines(
  context: ReadContext,
  articles: readonly number[],
  signatures: readonly Signature[],
): Paper['articles'] {
  const opener = context.lines.findIndex(line => context.isMark(line.to - 1, ':') && agrees(context, line))
  const to = signatures[0]?.line ?? context.lines.length
  const from = opener >= 0 ? opener + 1 : (articles[0] ?? to)
  return from < to ? { from, to } : null
}

function agrees(context: ReadContext, { from, to }: TokenRange): boolean {
  for (let at = from; at < to; at++) if (context.value(at, 'SAY') === 'agreed') return true
  return false
}

/** What a reading says of its paper; undefined for an ordinary report. */
export const toldOf = ({ kind, signatures }: Paper): Reading['paper'] =>
  kind === 'report' ? undefined : { kind, signatories: signatures.map(({ signatory }) => signatory) }
