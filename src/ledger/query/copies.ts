import { byPublication } from '../../resolve/copies/copies.ts'
import type { Session } from '../store.ts'
import type { ReportTable } from '../tables.ts'

/** A report that repeats the text of another one. */
export type Copy = Pick<ReportTable, 'doc' | 'title' | 'outlet' | 'url' | 'published'>

/** Copies of some reports, and copies of those, each under the report that was given, in the order in which they came out. */
export async function copiesOf(session: Session, docs: readonly string[]): Promise<ReadonlyMap<string, Copy[]>> {
  const under = new Map<string, string>(docs.map(doc => [doc, doc]))
  const copies = new Map<string, ReportTable[]>()
  for (let asked = [...docs]; asked.length > 0;) {
    const rows = (await session.selectIn('report', 'copy_of', asked)).filter(({ doc }) => !under.has(doc))
    for (const row of rows) {
      const original = under.get(row.copy_of!)!
      under.set(row.doc, original)
      copies.set(original, [...(copies.get(original) ?? []), row])
    }
    asked = rows.map(({ doc }) => doc)
  }
  return new Map([...copies].map(([doc, rows]) => [doc, rows.toSorted(byPublication).map(copyFrom)]))
}

const copyFrom = ({ doc, title, outlet, url, published }: ReportTable): Copy => ({ doc, title, outlet, url, published })

/** The report whose text some reports repeat, by their `doc`: the first of a chain of copies; those that repeat none are left out. */
export async function originalsOf(session: Session, docs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const above = new Map<string, string>()
  for (let asked = [...docs]; asked.length > 0;) {
    const rows = await session.selectIn('report', 'doc', asked)
    for (const { doc, copy_of } of rows) if (copy_of !== null) above.set(doc, copy_of)
    asked = rows.flatMap(({ copy_of }) => (copy_of === null || above.has(copy_of) ? [] : [copy_of]))
  }
  return new Map(docs.filter(doc => above.has(doc)).map(doc => [doc, firstOf(doc, above)]))
}

function firstOf(doc: string, above: ReadonlyMap<string, string>): string {
  let at = doc
  while (above.has(at)) at = above.get(at)!
  return at
}
