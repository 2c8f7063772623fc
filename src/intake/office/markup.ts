import { Parser } from 'htmlparser2'
import type { PaperLine } from './paper-lines.ts'
import { paperWriter } from './rows.ts'

const SKIPPED = new Set(['script', 'style', 'head', 'noscript', 'template', 'nav'])
const BLOCKS = new Set(
  'address article aside blockquote br center dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section tr ul'.split(
    ' ',
  ),
)

/** The lines of a page that was written as a paper (a chapter of a book, a mail): all of it is text. `part` leads each line back. */
export function markupLines(markup: string, part: string): readonly PaperLine[] {
  const writer = paperWriter()
  let text = ''
  let skipped = 0
  let count = 0
  const breakLine = (): void => {
    const words = text.replace(/\s+/gu, ' ').trim()
    text = ''
    if (words !== '') writer.add({ text: words, path: `${part}#${++count}` })
  }
  const parser = new Parser({
    onopentagname: name => {
      if (SKIPPED.has(name)) skipped++
      if (name === 'table') {
        breakLine()
        writer.openTable()
      } else if (name === 'td' || name === 'th') {
        breakLine()
        writer.openCell()
      } else if (BLOCKS.has(name)) breakLine()
    },
    ontext: words => {
      if (skipped === 0) text += words
    },
    onclosetag: name => {
      if (SKIPPED.has(name)) skipped = Math.max(0, skipped - 1)
      if (BLOCKS.has(name) || name === 'td' || name === 'th' || name === 'table') breakLine()
      if (name === 'tr') writer.endRow(`${part}#row${++count}`)
      if (name === 'table') writer.endTable()
    },
  })
  parser.end(markup.slice(0, MOST_MARKUP))
  breakLine()
  return writer.lines
}

/** Longer pages are no paper that a person wrote. */
const MOST_MARKUP = 16 * 1024 * 1024
