import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Capture, type IntakeOptions, refused, type Taken } from '../capture.ts'
import { describe } from '../describe.ts'
import { textOfPages } from '../layout/page-text.ts'
import { recognize } from './tesseract.ts'
import { scanTold } from './told.ts'

/** Pictures seldom say how large they are on paper; scanners are set to this. */
const DPI = 200

/** The text that a picture of a paper shows. */
export async function takePicture(bytes: Uint8Array, { file }: Capture, options: IntakeOptions): Promise<Taken> {
  const folder = await mkdtemp(join(tmpdir(), 'bienban-'))
  try {
    const picture = join(folder, 'picture')
    await writeFile(picture, bytes)
    const seen = await recognize(picture, options.lang, DPI)
    if ('problem' in seen) return refused(seen.problem)
    const facts = { file, lang: options.lang, published: options.published }
    return describe(textOfPages(seen.pages), facts, scanTold(seen.pages, true))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
