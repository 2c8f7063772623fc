import type { Reading } from '../model/reading.ts'
import { createDocument, type Document } from '../text/document.ts'
import { append } from './append.ts'
import { parseDocument, readingEntry } from './entry.ts'
import type { Session } from './store.ts'

/** Reports that are read at once. */
const BATCH = 100

/** How many reports were read again, and how many of them gave another reading. */
export interface Reread {
  readonly all: number
  readonly changed: number
}

/**
 * Reads all kept documents again, and appends the readings that differ from what the log has. `read` gives null for a document that it
 * cannot read. To be called in a transaction, and followed by a rebuild. Screened reports have no text in the ledger.
 */
export async function rereadAll(
  session: Session,
  read: (document: Document) => Reading | null,
  now: Date,
  step: (reports: number) => void,
): Promise<Reread> {
  const reports = await session.db
    .selectFrom('report')
    .select('document_seq')
    .where('document_seq', '>', 0)
    .orderBy('document_seq')
    .execute()
  let [all, changed] = [0, 0]
  for (let i = 0; i < reports.length; i += BATCH) {
    const seqs = reports.slice(i, i + BATCH).map(({ document_seq }) => document_seq)
    const rows = (await session.selectIn('log', 'seq', seqs)).toSorted((a, b) => a.seq - b.seq)
    const entries = rows.flatMap(({ key, body }) => {
      const { capture: _, text, ...facts } = parseDocument(body)
      const reading = read(createDocument(facts, text))
      return reading ? [readingEntry(reading, key)] : []
    })
    const appended = await append(session, entries, now)
    all += rows.length
    changed += appended.filter(({ added }) => added).length
    step(all)
  }
  return { all, changed }
}
