import type { Reading } from '../model/reading.ts'
import { expandReading } from './compact.ts'
import { parseDocument, parseReading } from './entry.ts'
import type { Session } from './store.ts'
import type { LogTable, ReportTable } from './tables.ts'

/** The readings of reports as the log has them, by `doc`; screened ones and those without a text are left out. */
export async function loadSources(
  session: Session,
  reports: readonly ReportTable[],
): Promise<ReadonlyMap<string, Reading>> {
  const kept = reports.filter(({ relevant }) => relevant === 1)
  const seqs = kept.flatMap(report => [report.document_seq, report.reading_seq])
  const rows = new Map((await session.selectIn('log', 'seq', seqs)).map(row => [row.seq, row]))
  return new Map(
    kept.map(report => [report.doc, readingOf(rows.get(report.document_seq)!, rows.get(report.reading_seq)!)]),
  )
}

/** A reading from the rows of its document and of itself. */
export const readingOf = (document: Pick<LogTable, 'body'>, reading: Pick<LogTable, 'body'>): Reading =>
  expandReading(parseReading(reading.body), parseDocument(document.body))
