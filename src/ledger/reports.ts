import type { Reading } from '../model/reading.ts'
import { dayOf } from '../resolve/days.ts'
import type { Source } from '../resolve/mention.ts'
import type { Resolvers } from '../resolve/resolvers.ts'
import { sidesOf } from '../resolve/sides.ts'
import type { Document } from '../text/document.ts'
import { append } from './append.ts'
import { type Arrival, deriveArrivals } from './arrivals.ts'
import { docOf } from './doc.ts'
import { captureEntry, documentEntry, type Entry, readingEntry } from './entry.ts'
import { screenedEntry } from './screened.ts'
import type { Session } from './store.ts'
import type { ReportTable } from './tables.ts'

/** A report that was read, with the bytes that it came in; null where they are those of its text. */
export interface Incoming {
  readonly document: Document
  readonly reading: Reading
  readonly bytes: Uint8Array | null
}

/** What became of a report. */
export interface Outcome {
  readonly doc: string
  /** Key of its reading in the log. */
  readonly reading: string
  /** `known`: it was there, read by the same reader. `reread`: it was there, and this reading is new. `screened`: not about cooperation. */
  readonly what: 'added' | 'reread' | 'screened' | 'known'
  /** Reports with the same address or id and another text, whose newer version this is. */
  readonly replaces: readonly string[]
  /** The report whose text it repeats; null where its text is its own, or it was known. */
  readonly copyOf: string | null
}

/**
 * Takes reports into the ledger: their bytes, texts and readings into the log, and what follows from them into the derived tables.
 * To be called in a transaction: all are in, or none. The same report twice changes nothing.
 */
export async function addReports(
  session: Session,
  resolvers: Resolvers,
  incoming: readonly Incoming[],
  now: Date,
): Promise<Outcome[]> {
  const entries = incoming.map(entriesOf)
  const places = await append(session, entries.flat(), now)
  const known = new Map(
    (
      await session.selectIn(
        'report',
        'doc',
        incoming.map(({ document }) => docOf(document.id)),
      )
    ).map(row => [row.doc, row]),
  )
  const arrivals: Arrival[] = []
  const outcomes: Outcome[] = []
  let at = 0
  for (const [i, { reading }] of incoming.entries()) {
    const own = places.slice(at, (at += entries[i].length))
    const report = reportOf(reading, own.at(-2)?.seq ?? 0, own.at(-1)!.seq, resolvers)
    const before = known.get(report.doc)
    known.set(report.doc, report)
    outcomes.push({
      doc: report.doc,
      reading: own.at(-1)!.key,
      what: whatBecame(report, before, own.at(-1)!.added),
      replaces: [],
      copyOf: null,
    })
    if (own.at(-1)!.added) arrivals.push({ report, source: reading })
  }
  const { replaced, copies } = await deriveArrivals(session, resolvers, arrivals)
  return outcomes.map(outcome => ({
    ...outcome,
    replaces: replaced.get(outcome.doc) ?? [],
    copyOf: copies.get(outcome.doc) ?? null,
  }))
}

function whatBecame(report: ReportTable, before: ReportTable | undefined, added: boolean): Outcome['what'] {
  if (!added) return 'known'
  if (before) return 'reread'
  return report.relevant ? 'added' : 'screened'
}

/** Capture, document and reading; of a report that is not about cooperation only that it was read. */
function entriesOf({ document, reading, bytes }: Incoming): Entry[] {
  if (!reading.relevant) return [screenedEntry(reading)]
  const capture = captureEntry(document, bytes ?? Buffer.from(document.text), document.text)
  const text = documentEntry(document, capture.key)
  return [capture, text, readingEntry(reading, text.key)]
}

/** The row of a report, from its reading and where its text and its reading stand in the log. */
export function reportOf(
  reading: Source & { readonly document: Omit<Reading['document'], 'text'> },
  documentSeq: number,
  readingSeq: number,
  { atlas }: Resolvers,
): ReportTable {
  const { id, title, outlet, url, key, file, published } = reading.document
  return {
    doc: docOf(id),
    document_seq: documentSeq,
    reading_seq: readingSeq,
    relevant: reading.relevant ? 1 : 0,
    title,
    outlet,
    url,
    key,
    file,
    published,
    // Of a screened report the log keeps no claims: its day must not come from them.
    day: reading.relevant ? dayOf(reading) : published,
    sides: JSON.stringify(reading.relevant ? sidesOf(reading, atlas) : []),
    replaced_by: null,
    copy_of: null,
  }
}
