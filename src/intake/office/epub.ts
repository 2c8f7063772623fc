import { posix } from 'node:path'
import { diagnostic } from '../../text/diagnostic.ts'
import { type Capture, type IntakeOptions, refused, type Taken } from '../capture.ts'
import { describe } from '../describe.ts'
import { markupLines } from './markup.ts'
import { type Parts, partsOf } from './package.ts'
import { joinLines } from './paper-lines.ts'
import { readXml } from './xml.ts'

/** The text of an EPUB: its chapters in the order of its spine. */
export async function takeEpub(bytes: Uint8Array, { file }: Capture, options: IntakeOptions): Promise<Taken> {
  const opened = await partsOf(bytes, name => /\.(opf|x?html?)$|^META-INF\/(container|encryption)\.xml$/i.test(name))
  if ('problem' in opened) return refused(opened.problem)
  const { parts } = opened
  const lines = chaptersOf(parts).flatMap(name => markupLines(parts.get(name)?.toString('utf8') ?? '', name))
  if (lines.length === 0)
    return refused(
      diagnostic(
        'error',
        'paper-damaged',
        parts.has('META-INF/encryption.xml')
          ? 'The chapters of this book are encrypted: it can be read only in the program that it was sold for.'
          : 'There is no chapter in this book that can be read. Open it in its program, and save it anew.',
      ),
    )
  return describe(joinLines(lines), { file, lang: options.lang, published: options.published }, [])
}

/** The names of the chapters, by the package document (EPUB 3.3, 5); of a book without one, all pages by name. */
function chaptersOf(parts: Parts): string[] {
  const name = [...parts.keys()].find(part => part.endsWith('.opf'))
  const pages = new Map<string, string>()
  const spine: string[] = []
  if (name)
    readXml(parts.get(name)!, {
      open: (element, attribute) => {
        if (element === 'item') pages.set(attribute('id') ?? '', attribute('href') ?? '')
        else if (element === 'itemref' && attribute('linear') !== 'no') spine.push(attribute('idref') ?? '')
      },
      close: () => {},
    })
  const chapters = spine.map(id => posix.join(posix.dirname(name ?? ''), unescaped(pages.get(id) ?? '')))
  const found = chapters.filter(chapter => parts.has(chapter))
  return found.length > 0 ? found : [...parts.keys()].filter(part => /\.x?html?$/i.test(part)).toSorted()
}

function unescaped(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}
