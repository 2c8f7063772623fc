import { sha256 } from '../../src/ledger/canonical.ts'
import { captureEntry, decisionEntry, documentEntry, type Entry, readingEntry } from '../../src/ledger/entry.ts'
import type { Reading } from '../../src/model/reading.ts'
import { createDocument } from '../../src/text/document.ts'

/** A report that says one thing, with the reading of it. `bytes`: how it came, if not as plain UTF-8. */
export function report(text: string, bytes: Uint8Array = Buffer.from(text)): { entries: Entry[]; reading: Reading } {
  const facts = {
    id: `sha256:${sha256(text)}`,
    key: null,
    file: 'a.txt',
    url: null,
    title: null,
    outlet: null,
    published: '2025-05-15',
    lang: 'vi',
  }
  const document = createDocument(facts, text)
  const reading = readingOf({ ...facts, text })
  const capture = captureEntry({ file: 'a.txt', url: null }, bytes, text)
  const made = documentEntry(document, capture.key)
  return { entries: [capture, made, readingEntry(reading, made.key)], reading }
}

function readingOf(document: Reading['document']): Reading {
  const end = Math.min(document.text.length, 7)
  const quote = {
    start: 0,
    end,
    exact: document.text.slice(0, end),
    prefix: '',
    suffix: document.text.slice(end, end + 32),
  }
  return {
    format: 'bienban/reading@1',
    reader: { name: 'rules', version: '0.1.0', packs: { vi: 'x' } },
    document,
    relevant: true,
    claims: [{ id: 'c1', type: 'place', quote, name: 'x', kind: 'province', ref: null, mentions: [], rule: 'r' }],
    diagnostics: [],
  }
}

/** As many entries as asked for: reports, each third with its bytes kept, and decisions. */
export const manyEntries = (count: number): Entry[] =>
  Array.from({ length: count }, (_, i) => {
    const text = `Cao Bằng, ${i}.\n“Hai bên nhất trí”`
    const { entries } = report(text, i % 3 === 0 ? Buffer.from(text, 'utf16le') : undefined)
    return [...entries, decisionEntry({ who: 'Lan', accept: `c${i}` })]
  })
    .flat()
    .slice(0, count)
