import { diagnostic } from '../../text/diagnostic.ts'
import { type Capture, type IntakeOptions, refused, type Taken } from '../capture.ts'
import { describe } from '../describe.ts'
import { changesTold, remarksTold } from './changes.ts'
import { readOdtBody } from './odt-body.ts'
import { partsOf } from './package.ts'
import { joinLines } from './paper-lines.ts'

/** The text of an ODT as it stands: numbers of lists, tables as rows, notes at the end; what is deleted or remarked is told. */
export async function takeOdt(bytes: Uint8Array, { file }: Capture, options: IntakeOptions): Promise<Taken> {
  const opened = await partsOf(bytes, name => /^(content|styles|META-INF\/manifest)\.xml$/.test(name))
  if ('problem' in opened) return refused(opened.problem)
  const { parts } = opened
  if (parts.get('META-INF/manifest.xml')?.includes('encryption-data'))
    return refused(
      diagnostic(
        'error',
        'paper-encrypted',
        'The document is protected by a password. Open it in its program, save it without one, and read that.',
      ),
    )
  const content = parts.get('content.xml')
  if (!content)
    return refused(
      diagnostic(
        'error',
        'paper-damaged',
        'The file has the form of an ODT, but no document in it that can be read. Open it in its program, save it anew, and read that.',
      ),
    )
  const body = readOdtBody(content, parts.get('styles.xml') ?? null)
  const told = [...changesTold(body.changes), ...remarksTold(body.remarks)]
  return describe(joinLines(body.lines), { file, lang: options.lang, published: options.published }, told)
}
