import type { Source } from '../../resolve/mention.ts'
import { originalOf, type Print } from '../../resolve/copies/copies.ts'
import { bandsOf, type Sketch, sketchOf } from '../../resolve/copies/sketch.ts'
import { grouped } from '../../text/order.ts'
import type { Session } from '../store.ts'
import type { ReportTable, SketchTable } from '../tables.ts'

/**
 * Says of reports that come, change or go which ones are copies, and of which report. Gives their rows, and behind them the rows of
 * others that have another original now. Whose copy a report is depends on the reports alone, not on which came first.
 */
export async function settleCopies(
  session: Session,
  reports: readonly ReportTable[],
  sources: ReadonlyMap<string, Source>,
): Promise<ReportTable[]> {
  const coming = new Set(reports.map(({ doc }) => doc))
  const orphans = (await session.selectIn('report', 'copy_of', [...coming])).filter(({ doc }) => !coming.has(doc))
  const prints = reports.flatMap(report => printOf(report, sources.get(report.doc)))
  await forget(session, [...coming])
  await remember(session, prints)
  const near = await neighboursOf(session, prints)
  const others = [...near.values()].flat().filter(({ doc }) => !coming.has(doc))
  const touched = new Map(
    [
      ...(await storedPrints(
        session,
        orphans.map(({ doc }) => doc),
      )),
      ...others,
    ].map(print => [print.doc, print]),
  )
  for (const [doc, around] of await neighboursOf(session, [...touched.values()])) near.set(doc, around)
  const originals = new Map(
    [...prints, ...touched.values()].map(print => [print.doc, originalOf(print, near.get(print.doc)!)]),
  )
  const rows = await session.selectIn('report', 'doc', [...touched.keys()])
  return [...reports, ...rows.filter(({ doc, copy_of }) => copy_of !== originals.get(doc))].map(row => ({
    ...row,
    copy_of: originals.get(row.doc) ?? null,
  }))
}

/** A report that counts, as it is compared; none of one that does not, or is too short. */
function printOf({ doc, published, relevant, replaced_by }: ReportTable, source: Source | undefined): Print[] {
  if (!source || relevant === 0 || replaced_by !== null) return []
  const sketch = sketchOf(source.document.text)
  return sketch.length === 0 ? [] : [{ doc, published, sketch }]
}

async function forget(session: Session, docs: readonly string[]): Promise<void> {
  await session.deleteWhereIn('sketch', 'doc', docs)
  await session.deleteWhereIn('band', 'doc', docs)
}

async function remember(session: Session, prints: readonly Print[]): Promise<void> {
  await session.bulkInsert(
    'sketch',
    prints.map(({ doc, published, sketch }) => ({ doc, published, slots: slotsOf(sketch) })),
  )
  await session.bulkInsert(
    'band',
    prints.flatMap(({ doc, sketch }) => bandsOf(sketch).map(band => ({ band, doc }))),
  )
}

/** By `doc`, the other reports with which each shares a band. */
async function neighboursOf(session: Session, prints: readonly Print[]): Promise<Map<string, readonly Print[]>> {
  const bands = new Map(prints.map(({ doc, sketch }) => [doc, bandsOf(sketch)]))
  const rows = await session.selectIn('band', 'band', [...new Set([...bands.values()].flat())])
  const docs = grouped(rows, ({ band }) => band)
  const known = new Map(prints.map(print => [print.doc, print]))
  const strange = new Set(rows.map(({ doc }) => doc).filter(doc => !known.has(doc)))
  for (const print of await storedPrints(session, [...strange])) known.set(print.doc, print)
  return new Map(
    [...bands].map(([doc, own]) => {
      const met = new Set(own.flatMap(band => docs.get(band)!.map(row => row.doc)))
      return [doc, [...met].filter(other => other !== doc).map(other => known.get(other)!)]
    }),
  )
}

const storedPrints = async (session: Session, docs: readonly string[]): Promise<Print[]> =>
  (await session.selectIn('sketch', 'doc', docs)).map(printFrom)

const printFrom = ({ doc, published, slots }: SketchTable): Print => ({ doc, published, sketch: sketchFrom(slots) })

const slotsOf = (sketch: Sketch): string => Buffer.from(sketch.buffer).toString('base64')

function sketchFrom(slots: string): Sketch {
  const bytes = Buffer.from(slots, 'base64')
  return Uint16Array.from({ length: bytes.length / 2 }, (_, i) => bytes.readUInt16LE(2 * i))
}
