import { parseDocument } from '../entry.ts'
import type { Session } from '../store.ts'

/** Where words stand: in which report, and between which UTF-16 offsets of its text. */
export interface Place {
  readonly doc: string
  readonly start: number
  readonly end: number
}

/** The words at each place, in the order of the places: exactly as the report has them. Reads each report once. */
export async function quotesAt(session: Session, places: readonly Place[]): Promise<string[]> {
  const texts = await textsOf(session, [...new Set(places.map(({ doc }) => doc))])
  return places.map(({ doc, start, end }) => texts.get(doc)?.slice(start, end) ?? '')
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
