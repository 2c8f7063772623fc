import type { Reading } from '../model/reading.ts'
import type { Entry } from './entry.ts'
import { canonicalJson, sha256 } from './canonical.ts'

/** What the log keeps of a report that is not about cooperation across a border: that it was read, by whom, and what it was. */
export interface Screened {
  readonly format: Reading['format']
  readonly reader: Reading['reader']
  readonly screened: Omit<Reading['document'], 'text'>
}

export function screenedEntry({ format, reader, document }: Reading): Entry {
  const { text: _, ...screened } = document
  const body = canonicalJson({ format, reader, screened })
  return { kind: 'reading', key: sha256(body), body }
}

/** The body of a reading's row, where it is one of a screened report; else null. */
export function parseScreened(body: string): Screened | null {
  if (!body.includes('"screened"')) return null
  const parsed = JSON.parse(body) as Partial<Screened>
  return parsed.screened ? (parsed as Screened) : null
}
