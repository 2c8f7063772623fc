// Papers made for tests: one text in the formats that papers come in.
import { strToU8, zipSync } from 'fflate'
import { takeIn } from '../../src/intake/intake.ts'
import type { IntakeOptions, Taken } from '../../src/intake/capture.ts'

/** All that is taken in from a file of this name and these bytes. */
export async function take(
  file: string | null,
  bytes: Uint8Array,
  options: Partial<IntakeOptions> = {},
): Promise<Taken[]> {
  const taken: Taken[] = []
  const capture = { file, chunks: [bytes] }
  for await (const one of takeIn(capture, { lang: 'vi', published: null, ...options })) taken.push(one)
  return taken
}

/** A ZIP archive of files with their texts or bytes. */
export const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  )

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** A DOCX with this body, in WordprocessingML, and other parts by their names. */
export const docxOf = (body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [`word/${name}.xml`, `<w:${name} ${W}>${xml}</w:${name}>`]),
    ),
  })
