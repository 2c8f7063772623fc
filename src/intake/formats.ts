import type { Capture } from './capture.ts'
import type { Format, Inner } from './format.ts'

/** ZIP archives, of which DOCX, ODT and EPUB are some. */
const PACKED = ['PK\u0003\u0004']

/** The formats that can be taken in: a new one is an entry here and a file beside this one. The first is that of any other text. */
export const FORMATS: readonly Format[] = [
  {
    name: 'text',
    endings: ['txt', 'text', 'md'],
    types: ['text/plain'],
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
    name: 'PDF',
    endings: ['pdf'],
    types: ['application/pdf'],
    magic: ['%PDF'],
    reads: 'bytes',
    load: async () => (await import('./pdf/pdf.ts')).takePdf,
  },
  {
    name: 'picture',
    endings: ['png', 'jpg', 'jpeg', 'tif', 'tiff'],
    magic: ['\u0089PNG', '\u00ff\u00d8\u00ff', 'II*\u0000', 'MM\u0000*'],
    reads: 'bytes',
    load: async () => (await import('./scan/picture.ts')).takePicture,
  },
  {
    name: 'DOCX',
    endings: ['docx', 'docm'],
    types: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    magic: PACKED,
    looksLike: /^PK[^]{28}(\[Content_Types\]|_rels\/|word\/|docProps\/)/,
    reads: 'bytes',
    load: async () => (await import('./office/docx.ts')).takeDocx,
  },
  {
    name: 'encrypted DOCX',
    endings: [],
    magic: ['\u00d0\u00cf\u0011\u00e0'],
    reads: 'bytes',
    load: async () => (await import('./office/compound.ts')).takeCompound,
  },
  {
    name: 'ODT',
    endings: ['odt', 'ott'],
    types: ['application/vnd.oasis.opendocument.text'],
    magic: PACKED,
    looksLike: /^PK[^]{28}mimetypeapplication\/vnd\.oasis\.opendocument\.text/,
    reads: 'bytes',
    load: async () => (await import('./office/odt.ts')).takeOdt,
  },
  {
    name: 'EPUB',
    endings: ['epub'],
    types: ['application/epub+zip'],
    magic: PACKED,
    looksLike: /^PK[^]{28}mimetypeapplication\/epub/,
    reads: 'bytes',
    load: async () => (await import('./office/epub.ts')).takeEpub,
  },
  {
    name: 'mail',
    endings: ['eml'],
    types: ['message/rfc822'],
    looksLike:
      /^(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,12}(?:Received|From|Message-ID|MIME-Version|Return-Path):/i,
    reads: 'bytes',
    load: async () => (await import('./mail.ts')).takeMail,
  },
  {
    name: 'ZIP',
    endings: ['zip'],
    types: ['application/zip', 'application/x-zip-compressed'],
    magic: PACKED,
    reads: 'chunks',
    load: async () => (await import('./archive.ts')).takeZip,
  },
  {
    name: 'WARC',
    endings: ['warc'],
    magic: ['WARC/'],
    reads: 'chunks',
    load: async () => (await import('./warc.ts')).takeWarc,
  },
  {
    name: 'gzip',
    endings: ['gz'],
    magic: ['\u001f\u008b'],
    reads: 'chunks',
    load: async () => (await import('./gzip.ts')).takeGzip,
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

/** Whether a file of this name can be taken in. */
const takesName = (name: string): boolean => KNOWN_ENDINGS.includes(endingOf(name))

/** Whether what servers or mails call so can be taken in. */
const takesType = (mediaType: string): boolean => FORMATS.some(({ types }) => types?.includes(mediaType))

export const KNOWN: Pick<Inner, 'takesName' | 'takesType'> = { takesName, takesType }

/** The ending of a file's name in small letters, without the dot; empty where there is none. */
export const endingOf = (file: string | null): string => /\.([a-z0-9]+)$/i.exec(file ?? '')?.[1].toLowerCase() ?? ''

/**
 * By first bytes that can be nothing else, unless a format of the same beginning has the ending of the name; then by its
 * media type and that ending; then by what the bytes look like. `head`: first bytes of the capture.
 */
export function formatOf({ file, mediaType }: Pick<Capture, 'file' | 'mediaType'>, head: Uint8Array): Format {
  const ending = endingOf(file)
  const beginning = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1')
  const certain = FORMATS.filter(({ magic }) => magic?.some(bytes => beginning.startsWith(bytes)))
  const typed = FORMATS.find(({ types }) => types?.includes(mediaType ?? ''))
  const named = typed ?? FORMATS.find(({ endings }) => endings.includes(ending))
  if (named && certain.includes(named)) return named
  if (certain.length > 0)
    return certain.find(({ looksLike }) => looksLike?.test(beginning)) ?? certain.find(({ looksLike }) => !looksLike)!
  const letters = beginning.replace(MARK, '').replaceAll('\0', '')
  return named ?? FORMATS.find(({ looksLike }) => looksLike?.test(letters)) ?? FORMATS[0]
}

/** Byte order marks, each byte as a character. The letters of UTF-16 have zeros between them. */
const MARK = /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/
