import { parseDocument } from '../entry.ts'
import type { Session } from '../store.ts'

/** Where words stand: in which report, and between which UTF-16 offsets of its text. */
export interface Place {
  readonly doc: string
  readonly start: number
  readonly end: number
}

/** Units of the text beside a quote that are shown with it, where its own words are too few to be understood. */
const AROUND = 70

/**
 * The words at each place, in the order of the places: exactly as the report has them, or with the words of their line around them.
 * Reads each report once.
 */
export async function quotesAt(
  session: Session,
  places: readonly Place[],
  shown: 'exact' | 'around' = 'exact',
): Promise<string[]> {
  const texts = await textsOf(session, [...new Set(places.map(({ doc }) => doc))])
  return places.map(({ doc, start, end }) => {
    const text = texts.get(doc) ?? ''
    return shown === 'exact' ? text.slice(start, end) : aroundOf(text, start, end)
  })
}

/** Things that stand somewhere, each with its words as the report has them, and with those of their line around them. */
export async function withWords<T extends Place>(
  session: Session,
  places: readonly T[],
): Promise<(T & { readonly quote: string; readonly around: string })[]> {
  const texts = await textsOf(session, [...new Set(places.map(({ doc }) => doc))])
  return places.map(place => {
    const text = texts.get(place.doc) ?? ''
    const { start, end } = place
    return { ...place, quote: text.slice(start, end), around: aroundOf(text, start, end) }
  })
}

/** A part of a line with whole words on both sides. */
export function aroundOf(text: string, start: number, end: number): string {
  const line = text.lastIndexOf('\n', start - 1) + 1
  const newline = text.indexOf('\n', end)
  const lineEnd = newline < 0 ? text.length : newline
  const from = start - line <= AROUND ? line : text.indexOf(' ', start - AROUND) + 1
  const to = lineEnd - end <= AROUND ? lineEnd : text.lastIndexOf(' ', end + AROUND)
  const [first, last] = [Math.min(from, start), Math.max(to, end)]
  return `${first > line ? '… ' : ''}${text.slice(first, last)}${last < lineEnd ? ' …' : ''}`
}

/** The texts of reports, by `doc`. Screened reports have none in the ledger. */
export async function textsOf(session: Session, docs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const reports = await session.selectIn('report', 'doc', docs)
  const rows = await session.selectIn(
    'log',
    'seq',
    reports.map(report => report.document_seq),
  )
  const bodies = new Map(rows.map(({ seq, body }) => [seq, body]))
  return new Map(
    reports.flatMap(({ doc, document_seq }) => {
      const body = bodies.get(document_seq)
      return body === undefined ? [] : [[doc, parseDocument(body).text] as const]
    }),
  )
}
