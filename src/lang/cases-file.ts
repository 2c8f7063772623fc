import type { Span } from '../text/span.ts'
import type { PackFile } from './words-file.ts'

/** What a case says must be claimed: a type, some of its values, and the words that make it. */
export interface ExpectedClaim {
  readonly type: string
  readonly values: Readonly<Record<string, string>>
  readonly span: Span
}

/** An example of a pack: a text, and what must or must not be read in it. */
export interface Case {
  readonly file: string
  readonly line: number
  readonly text: string
  /** ISO day of publication, where dates are counted from it. */
  readonly published: string | null
  readonly expected: readonly ExpectedClaim[]
  /** Types of which the text must make no claim. */
  readonly forbidden: readonly string[]
}

/**
 * Reads a file of cases, one a line. A positive case marks what must be claimed, in braces that may be nested:
 *
 *   + Hai bên nhất trí {commitment stage=agreed|mở {gate names=Trà_Lĩnh+Long_Bang|cặp cửa khẩu Trà Lĩnh - Long Bang}}.
 *   + [2025-05-15] Chiều {date start=2025-05-14|14-5}, đoàn đã làm việc.
 *   - quan hệ Việt Nam - Trung Quốc :: gate link
 *
 * A negative one names the types that must not be claimed. In values `_` is a space, `+` joins a list, `null` is null; `\n`
 * is a line's end. Throws an Error that names file and line.
 */
export function parseCasesFile(file: PackFile): Case[] {
  return file.text.split('\n').flatMap((line, i) => {
    if (!line.trim() || line.startsWith('#')) return []
    try {
      return [{ file: file.name, line: i + 1, ...parseCase(line) }]
    } catch (error) {
      throw new Error(`${file.name}:${i + 1}: ${(error as Error).message}`, { cause: error })
    }
  })
}

type ParsedCase = Omit<Case, 'file' | 'line'>

function parseCase(line: string): ParsedCase {
  const groups = /^(?<sign>[+-])\s+(?:\[(?<day>\d{4}-\d{2}-\d{2})\]\s*)?(?<rest>.+)$/u.exec(line)?.groups
  if (!groups) throw new Error(`a case begins with "+ " or "- "; found: ${line.slice(0, 60)}`)
  const published = groups['day'] ?? null
  const rest = groups['rest'].replaceAll('\\n', '\n')
  if (groups['sign'] === '+') return { ...parseMarked(rest), published, forbidden: [] }
  const [text, types] = rest.split(' :: ')
  if (!types) throw new Error('a negative case ends with ":: type type ..." that must not be claimed')
  return { ...parseMarked(text), published, forbidden: types.trim().split(/\s+/) }
}

/** Takes the marks out of a text and notes where they stood. */
function parseMarked(marked: string): Pick<Case, 'text' | 'expected'> {
  const open: { head: string; start: number }[] = []
  const expected: ExpectedClaim[] = []
  let text = ''
  for (let at = 0; at < marked.length; at++) {
    if (marked[at] === '{') {
      const bar = marked.indexOf('|', at)
      if (bar < 0) throw new Error('a mark is {type key=value|words}: the "|" is missing')
      open.push({ head: marked.slice(at + 1, bar), start: text.length })
      at = bar
    } else if (marked[at] === '}') {
      const mark = open.pop()
      if (!mark) throw new Error('a "}" has no "{" before it')
      expected.push(expectedClaim(mark.head, { start: mark.start, end: text.length }))
    } else text += marked[at]
  }
  if (open.length > 0) throw new Error('a "{" has no "}" behind it')
  return { text, expected }
}

function expectedClaim(head: string, span: Span): ExpectedClaim {
  const [type, ...pairs] = head.trim().split(/\s+/)
  const values = pairs.map(pair => pair.split('=')).map(([key, value = '']) => [key, value.replaceAll('_', ' ')])
  return { type, values: Object.fromEntries(values) as Record<string, string>, span }
}

/** What a case is made of: a text, and one claim in it that must, or must not, be made. */
export interface CaseFacts {
  readonly text: string
  readonly published: string | null
  readonly type: string
  /** Values of the claim that must hold, as text; of a list, its items. */
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly span: Span
  /** The text must make no claim of this type. */
  readonly forbidden: boolean
}

/**
 * Writes a case as a line of a file. Braces of the text become brackets: the notation has no way to write them, and they mean nothing
 * to a reader.
 */
export function caseLine({ text, published, type, values, span, forbidden }: CaseFacts): string {
  const day = published === null ? '' : `[${published}] `
  const plain = (part: string): string =>
    part
      .replaceAll('{', '(')
      .replaceAll('}', ')')
      .replaceAll(' :: ', ' : ')
      .replaceAll('\n', String.raw`\n`)
  if (forbidden) return `- ${day}${plain(text)} :: ${type}`
  const pairs = Object.entries(values).map(([key, value]) => ` ${key}=${[value].flat().map(underscored).join('+')}`)
  const [before, words, after] = [text.slice(0, span.start), text.slice(span.start, span.end), text.slice(span.end)]
  return `+ ${day}${plain(before)}{${type}${pairs.join('')}|${plain(words)}}${plain(after)}`
}

const underscored = (value: string): string => value.trim().replaceAll(/\s+/g, '_')
