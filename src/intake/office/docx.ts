import { type Diagnostic, diagnostic } from '../../text/diagnostic.ts'
import { type Capture, type IntakeOptions, refused, type Taken } from '../capture.ts'
import { shownBy } from '../charset/font.ts'
import { describe } from '../describe.ts'
import { changesTold, type Remark, remarksTold } from './changes.ts'
import { type Body, type BodyContext, readBody } from './docx-body.ts'
import { noNumbering, readNumbering } from './numbering.ts'
import { type Parts, partsOf } from './package.ts'
import { joinLines, type PaperLine } from './paper-lines.ts'
import { noStyles, readStyles } from './styles.ts'
import { readXml } from './xml.ts'

const WANTED = /^word\/(document\d*|styles|numbering|footnotes|endnotes|comments)\.xml$/

/**
 * The text of a DOCX with its changes accepted, the numbers of its lists, its tables as rows and its notes at the end; heads and feet of
 * pages are left out. What the text does not show (deleted words, comments, hidden text) is told. Nothing that it links to is fetched.
 */
export async function takeDocx(bytes: Uint8Array, { file }: Capture, options: IntakeOptions): Promise<Taken> {
  const opened = await partsOf(bytes, name => WANTED.test(name))
  if ('problem' in opened) return refused(opened.problem)
  const { parts } = opened
  const part = [...parts.keys()].find(name => /document\d*\.xml$/.test(name))
  if (!part) return refused(noDocument())
  const styles = parts.get('word/styles.xml')
  const numbering = parts.get('word/numbering.xml')
  const context: BodyContext = {
    part,
    styles: styles ? readStyles(styles) : noStyles,
    numbering: numbering ? readNumbering(numbering) : noNumbering,
    spell: (text, font) => shownBy(font, text),
  }
  const body = readBody(parts.get(part)!, context)
  const lines = [...body.lines, ...notesOf(parts, body, context)]
  const comments = parts.get('word/comments.xml')
  const told = [...changesTold(body.changes), ...remarksTold(comments ? remarksOf(comments) : [])]
  return describe(joinLines(lines), { file, lang: options.lang, published: options.published }, told)
}

const noDocument = (): Diagnostic =>
  diagnostic(
    'error',
    'paper-damaged',
    'The file has the form of a DOCX, but no document in it that can be read. Open it in its program, save it anew, and read that.',
  )

/** The notes that the text refers to, each as a line behind it. */
function notesOf(parts: Parts, { notes }: Body, context: BodyContext): PaperLine[] {
  if (notes.length === 0) return []
  const found = new Map<string, PaperLine[]>()
  for (const kind of ['foot', 'end'] as const) {
    const part = `word/${kind}notes.xml`
    const bytes = parts.get(part)
    if (bytes) for (const [id, lines] of noteLines(bytes, { ...context, part }, kind)) found.set(id, lines)
  }
  return notes.flatMap(id => found.get(id) ?? [])
}

/** The lines of each note of a part: its paragraphs are told apart by the note that they stand in. */
function noteLines(bytes: Uint8Array, context: BodyContext, kind: 'foot' | 'end'): Map<string, PaperLine[]> {
  const owners: string[] = []
  let id = ''
  readXml(bytes, {
    open: (name, attribute) => {
      if (name === `${kind}note`) id = attribute('id') ?? ''
    },
    close: name => {
      if (name === 'p') owners.push(`${kind}${id}`)
    },
  })
  const notes = new Map<string, PaperLine[]>()
  for (const line of readBody(bytes, context).lines) {
    const owner = owners[Number(line.path.split('#')[1]) - 1]
    if (owner !== undefined) notes.set(owner, [...(notes.get(owner) ?? []), line])
  }
  return notes
}

function remarksOf(bytes: Uint8Array): Remark[] {
  const remarks: Remark[] = []
  readXml(bytes, {
    open: (name, attribute) => {
      if (name === 'comment') remarks.push({ author: attribute('author') ?? '', text: '' })
    },
    close: () => {},
    text: text => {
      const remark = remarks.at(-1)
      if (remark) remark.text += text
    },
  })
  return remarks
}
