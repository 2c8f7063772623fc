import { createHash } from 'node:crypto'
import { isIsoDay } from '../model/calendar.ts'
import { type Diagnostic, diagnostic } from '../text/diagnostic.ts'
import { createDocument, type DocumentFacts, rareFacts } from '../text/document.ts'
import type { Taken } from './capture.ts'
import type { NormalizedText } from './lines.ts'

/** What a format finds beside the text. */
export type Found = Partial<Omit<DocumentFacts, 'id' | 'lang'>> & { readonly lang: string }

/** The Document of a text with what is known of it. A text without a letter or digit is refused. */
export function describe({ text, sourceMap }: NormalizedText, found: Found, diagnostics: readonly Diagnostic[]): Taken {
  if (!/[\p{L}\p{N}]/u.test(text)) {
    const empty = diagnostic('error', 'input-empty', 'The input holds no words: there is nothing to read.')
    return { document: null, diagnostics: [...diagnostics, empty] }
  }
  const facts: DocumentFacts = {
    id: `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`,
    key: found.key ?? null,
    file: found.file ?? null,
    url: found.url ?? null,
    title: found.title ?? firstLine(text),
    outlet: found.outlet ?? null,
    published: found.published ?? null,
    lang: found.lang,
    ...rareFacts(found),
  }
  return { document: createDocument(facts, text, sourceMap), diagnostics }
}

/** The first line that is not empty: the title of a report that has none apart. */
const firstLine = (text: string): string | null => /\S[^\n]*/.exec(text)?.[0].trim() ?? null

/** The ISO day that a value begins with; a warning and null where there is no such day. */
export function publishedDay(value: string | null | undefined): { day: string | null; diagnostics: Diagnostic[] } {
  if (!value) return { day: null, diagnostics: [] }
  const day = value.slice(0, 10)
  if (isIsoDay(day) && !/^\d/.test(value.slice(10))) return { day, diagnostics: [] }
  const message = `"${value}" is no day of the calendar, and was left out as the day of publication. Write it as 2025-05-15.`
  return { day: null, diagnostics: [diagnostic('warning', 'published-not-a-day', message)] }
}
