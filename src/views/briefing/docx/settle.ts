import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/** The days that the library stamps a document with. */
const STAMPS = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g

/** The day that files inside bear: ZIP knows none before 1980, and counts in local time. */
const mtime = (day: string): Date =>
  new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)))

/**
 * A document that depends on its content alone: the library stamps it with the clock, and so does the archive around it. `day`: the ISO
 * day that stands in both places instead.
 */
export function settled(docx: Uint8Array, day: string): Buffer {
  const files = Object.entries(unzipSync(docx))
    .filter(([name]) => !name.endsWith('/'))
    .toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
  const entries = files.map(([name, bytes]) => [name, [stamped(name, bytes, day), { mtime: mtime(day), level: 6 }]])
  return Buffer.from(zipSync(Object.fromEntries(entries) as Zippable))
}

/** Readers want the list of types first. */
const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2)

function stamped(name: string, bytes: Uint8Array, day: string): Uint8Array {
  if (name !== 'docProps/core.xml') return bytes
  return strToU8(strFromU8(bytes).replaceAll(STAMPS, `$1${day}T00:00:00Z$2`))
}
