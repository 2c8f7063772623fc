import { createHash } from 'node:crypto'
import { LedgerError } from './error.ts'

/** JSON with sorted keys and no white space: the same content is the same bytes, and has one digest. `undefined` is left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(item => canonicalJson(item ?? null)).join(',')}]`
  if (typeof value === 'object' && value !== null) return canonicalRecord(value as Record<string, unknown>)
  if (typeof value === 'number' && !Number.isFinite(value)) throw notJson(String(value))
  const json = JSON.stringify(value)
  if (json === undefined) throw notJson(typeof value)
  return json
}

function canonicalRecord(record: Record<string, unknown>): string {
  const keys = Object.keys(record).filter(key => record[key] !== undefined)
  return `{${keys
    .toSorted()
    .map(key => `${JSON.stringify(key)}:${canonicalJson(record[key])}`)
    .join(',')}}`
}

const notJson = (what: string): LedgerError =>
  new LedgerError('not-canonical', `The log holds JSON only, and ${what} is none. Nothing was added.`)

/** Hexadecimal SHA-256 of bytes, or of the UTF-8 of a text. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')
