import { type Diagnostic, diagnostic } from '../text/diagnostic.ts'
import { type Capture, type IntakeOptions, refused, type Taken } from './capture.ts'
import { describe, publishedDay } from './describe.ts'
import { normalizeLines } from './lines.ts'

/** What may be missing or null beside the text of a report; other fields are left alone. */
const OPTIONAL = ['id', 'url', 'title', 'outlet', 'published', 'lang'] as const

type Report = { readonly text: string } & { readonly [Name in (typeof OPTIONAL)[number]]?: string | null }

const SHAPE = 'A report is {"id", "url", "title", "outlet", "published", "lang", "text"}, with "text" at least.'

/** The reports of a JSON file: one object, or a list of them. */
export function takeJson(
  decoded: string,
  capture: Capture,
  options: IntakeOptions,
  diagnostics: readonly Diagnostic[],
): Taken[] {
  const parsed = parseJson(decoded)
  if ('problem' in parsed) return [refused(...diagnostics, parsed.problem)]
  const list: unknown[] = Array.isArray(parsed.value) ? parsed.value : [parsed.value]
  if (list.length === 0)
    return [refused(...diagnostics, diagnostic('error', 'json-empty', `The list holds no report. ${SHAPE}`))]
  return list.map((value, i) =>
    takeReport(value, list.length > 1 ? `Report ${i + 1}: ` : '', capture, options, i === 0 ? diagnostics : []),
  )
}

/** The report of one line of a JSONL file; null for an empty line. `number` counts from 1. */
export function takeJsonLine(line: string, number: number, capture: Capture, options: IntakeOptions): Taken | null {
  if (line.trim() === '') return null
  const parsed = parseJson(line)
  const where = `Line ${number}: `
  if ('problem' in parsed) return refused({ ...parsed.problem, message: where + parsed.problem.message })
  return takeReport(parsed.value, where, capture, options, [])
}

function parseJson(text: string): { value: unknown } | { problem: Diagnostic } {
  try {
    return { value: JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text) }
  } catch (error) {
    const reason = (error as Error).message.replace(/, ".*" is not valid JSON$/s, '')
    const advice = /after JSON/.test(reason)
      ? 'If it holds one report a line, give its name the ending .jsonl.'
      : 'Check the quotes and commas there.'
    return { problem: diagnostic('error', 'json-invalid', `This is not JSON (${reason}). ${advice}`) }
  }
}

function takeReport(
  value: unknown,
  where: string,
  { file }: Capture,
  options: IntakeOptions,
  before: readonly Diagnostic[],
): Taken {
  const problem = problemOf(value)
  if (problem) return refused(...before, diagnostic('error', 'json-shape', `${where}${problem} ${SHAPE}`))
  const { id, url, title, outlet, published, lang, text } = value as Report
  const { day, diagnostics } = publishedDay(published)
  const found = { file, key: id, url, title, outlet, lang: lang ?? options.lang, published: day ?? options.published }
  return describe(normalizeLines(text), found, [...before, ...diagnostics])
}

/** What keeps a value from being a Report; null where nothing does. */
function problemOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'this is no report.'
  const fields = value as Readonly<Record<string, unknown>>
  const isText = (name: string): boolean => typeof fields[name] === 'string'
  const wrong = OPTIONAL.find(name => !isText(name) && (fields[name] ?? null) !== null)
  if (wrong) return `the field "${wrong}" is no text.`
  return isText('text') ? null : `the field "text" is ${'text' in fields ? 'no text' : 'missing'}.`
}
