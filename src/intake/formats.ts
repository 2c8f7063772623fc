import type { Diagnostic } from '../text/diagnostic.ts'
import type { Capture, IntakeOptions, Taken } from './capture.ts'

/** What a format of characters makes of a decoded capture. */
export type TakeText = (
  decoded: string,
  capture: Capture,
  options: IntakeOptions,
  diagnostics: readonly Diagnostic[],
) => Promise<Taken | Taken[]> | Taken | Taken[]

/** Takes a capture that lies inside another one, by whatever format it has. */
export type TakeInner = (capture: Capture, options: IntakeOptions) => AsyncIterable<Taken>

/** What a format of bytes makes of a capture that is held as a whole. */
export type TakeBytes = (
  bytes: Uint8Array,
  capture: Capture,
  options: IntakeOptions,
  takeInner: TakeInner,
) => AsyncIterable<Taken> | Promise<Taken | Taken[]>

/** What a format makes of bytes as they come: a container of many documents, of which one is held at a time. */
export type TakeChunks = (capture: Capture, options: IntakeOptions, takeInner: TakeInner) => AsyncIterable<Taken>

/** Loads what reads the format: its libraries cost time that no other format should pay. */
type Loading =
  | { readonly reads: 'text'; readonly load: () => Promise<TakeText> }
  | { readonly reads: 'bytes'; readonly load: () => Promise<TakeBytes> }
  | { readonly reads: 'chunks'; readonly load: () => Promise<TakeChunks> }

export type Format = Loading & {
  readonly name: string
  /** Endings of file names, without the dot. */
  readonly endings: readonly string[]
  /** What servers and mails call it, where that says more than the ending of a name. */
  readonly types?: readonly string[]
  /** First bytes, each as a character, that are of this format whatever the name says. */
  readonly magic?: RegExp
  /** First characters that are likely of this format, where the name says nothing; byte order marks are left out. */
  readonly looksLike?: RegExp
}

/** The formats that can be taken in: a new one is an entry here and a file beside this one. The first is that of any other text. */
export const FORMATS: readonly Format[] = [
  {
    name: 'text',
    endings: ['txt', 'text', 'md'],
    reads: 'text',
    load: async () => (await import('./text.ts')).takeText,
  },
  {
    name: 'JSON',
    endings: ['json'],
    looksLike: /^\s*(\{\s*"|\[\s*\{)/,
    reads: 'text',
    load: async () => (await import('./json.ts')).takeJson,
  },
  {
    name: 'HTML',
    endings: ['html', 'htm', 'xhtml'],
    types: ['text/html', 'application/xhtml+xml'],
    looksLike: /^\s*<(!doctype html|html|head|body|article)\b/i,
    reads: 'text',
    load: async () => (await import('./html.ts')).takeHtml,
  },
  {
    name: 'JSON lines',
    endings: ['jsonl', 'ndjson'],
    reads: 'chunks',
    load: async () => (await import('./json-lines.ts')).takeJsonLines,
  },
]

/** The endings of all files that are looked for in a folder. */
export const KNOWN_ENDINGS: readonly string[] = FORMATS.flatMap(format => format.endings)

/** The ending of a file's name in small letters, without the dot; empty where there is none. */
export const endingOf = (file: string | null): string => /\.([a-z0-9]+)$/i.exec(file ?? '')?.[1].toLowerCase() ?? ''

/**
 * By first bytes that can be nothing else, unless a format of the same beginning has the ending of the name; then by its
 * media type and that ending; then by what the bytes look like. `head`: first bytes of the capture.
 */
export function formatOf({ file, mediaType }: Pick<Capture, 'file' | 'mediaType'>, head: Uint8Array): Format {
  const ending = endingOf(file)
  const beginning = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1')
  const certain = FORMATS.filter(({ magic }) => magic?.test(beginning))
  const typed = FORMATS.find(({ types }) => types?.includes(mediaType ?? ''))
  const named = typed ?? FORMATS.find(({ endings }) => endings.includes(ending))
  if (certain.length > 0) return named && certain.includes(named) ? named : certain[0]
  const letters = beginning.replace(MARK, '').replaceAll('\0', '')
  return named ?? FORMATS.find(({ looksLike }) => looksLike?.test(letters)) ?? FORMATS[0]
}

/** Byte order marks, each byte as a character. The letters of UTF-16 have zeros between them. */
const MARK = /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/
