import { type Changes, noChanges } from './changes.ts'
import type { Numbering } from './numbering.ts'
import type { PaperLine } from './paper-lines.ts'
import { paperWriter } from './rows.ts'
import type { Styles } from './styles.ts'
import { type Attributes, readXml } from './xml.ts'

/** What a part of WordprocessingML says, with its changes accepted (ECMA-376, 17). */
export interface Body {
  readonly lines: readonly PaperLine[]
  readonly changes: Changes
  /** Ids of the notes that it refers to, in their order. */
  readonly notes: readonly string[]
}

export interface BodyContext {
  readonly part: string
  readonly styles: Styles
  readonly numbering: Numbering
  /** Letters of a run as they are meant, by its font. */
  readonly spell: (text: string, font: string | null) => string
}

/** Old properties of what was changed, and the second form of what is drawn: none of it is text. */
const LEFT_OUT = new Set(['pPrChange', 'rPrChange', 'tblPrChange', 'sectPrChange', 'numberingChange', 'Fallback'])
/** Text that is no longer in the paper. */
const TAKEN_OUT = new Set(['del', 'moveFrom'])

interface OpenParagraph {
  text: string
  style: string | null
  list: string | null
  level: number | null
  /** The mark at its end is deleted: it goes on in the next one. */
  isJoined: boolean
}

interface OpenRun {
  font: string | null
  isHidden: boolean
}

/** Reads the paragraphs and tables of a part. */
export function readBody(bytes: Uint8Array, context: BodyContext): Body {
  const state = new BodyState(context)
  readXml(bytes, {
    open: (name, attributes) => state.open(name, attributes),
    close: name => state.close(name),
    text: text => state.addText(text),
  })
  return { lines: state.writer.lines, changes: state.changes, notes: state.notes }
}

/** Where in the part the walk is, and what it has found. */
class BodyState {
  readonly writer = paperWriter()
  readonly notes: string[] = []
  readonly changes = noChanges()
  private readonly paragraphs: OpenParagraph[] = []
  private run: OpenRun = { font: null, isHidden: false }
  private paragraphCount = 0
  private rowCount = 0
  private leftOut = 0
  private takenOut = 0
  private inText = false
  private inRun = false
  private inMark = false
  private before = ''
  private readonly context: BodyContext

  constructor(context: BodyContext) {
    this.context = context
  }

  open(name: string, attribute: Attributes): void {
    if (this.leftOut > 0 || LEFT_OUT.has(name)) {
      this.leftOut++
      return
    }
    const paragraph = this.paragraphs.at(-1)
    if (TAKEN_OUT.has(name)) {
      if (this.inMark && paragraph) paragraph.isJoined = true
      else this.takenOut++
    } else if (name === 'ins' || name === 'moveTo') this.changes.inserted++
    else if (name === 'p') this.paragraphs.push({ text: '', style: null, list: null, level: null, isJoined: false })
    else if (name === 'tbl') this.writer.openTable()
    else if (name === 'tc') this.writer.openCell()
    else if (paragraph) this.openInParagraph(name, attribute, paragraph)
  }

  private openInParagraph(name: string, attribute: Attributes, paragraph: OpenParagraph): void {
    if (name === 'pPr') this.inMark = true
    else if (name === 'r') {
      this.inRun = true
      this.run = { font: null, isHidden: false }
    } else if (name === 't' || name === 'delText') this.inText = true
    else if (name === 'pStyle') paragraph.style = attribute('val')
    else if (name === 'numId') paragraph.list = attribute('val')
    else if (name === 'ilvl') paragraph.level = Number(attribute('val')) || 0
    else if (this.inRun) this.openInRun(name, attribute)
  }

  private openInRun(name: string, attribute: Attributes): void {
    if (name === 'rFonts') this.run.font = attribute('ascii') ?? attribute('hAnsi')
    else if (name === 'vanish') this.run.isHidden = attribute('val') !== '0' && attribute('val') !== 'false'
    else if (name === 'br' || name === 'cr') this.put(attribute('type') ? '' : '\n')
    else if (name === 'tab') this.put(' ')
    else if (name === 'noBreakHyphen') this.put('-')
    else if (name === 'footnoteReference' || name === 'endnoteReference') this.note(name, attribute('id'))
  }

  private note(name: string, id: string | null): void {
    if (id !== null && this.takenOut === 0) this.notes.push(`${name === 'footnoteReference' ? 'foot' : 'end'}${id}`)
  }

  addText(text: string): void {
    if (this.inText && this.leftOut === 0) this.put(text)
  }

  private put(text: string): void {
    const paragraph = this.paragraphs.at(-1)
    if (!paragraph || text === '') return
    if (this.run.isHidden) this.changes.hidden++
    else if (this.takenOut > 0) this.changes.deleted.push(text)
    else {
      const font = this.run.font ?? this.context.styles(paragraph.style).font
      paragraph.text += this.context.spell(text, font)
    }
  }

  close(name: string): void {
    if (this.leftOut > 0) this.leftOut--
    else if (name === 't' || name === 'delText') this.inText = false
    else if (name === 'r') this.inRun = false
    else if (name === 'pPr') this.inMark = false
    else if (TAKEN_OUT.has(name) && !this.inMark) this.takenOut = Math.max(0, this.takenOut - 1)
    else if (name === 'p') this.endParagraph()
    else if (name === 'tr') this.writer.endRow(`${this.context.part}#row${++this.rowCount}`)
    else if (name === 'tbl') this.writer.endTable()
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop()
    if (!paragraph) return
    const number = ++this.paragraphCount
    const style = this.context.styles(paragraph.style)
    if (style.isContents) return
    const text = this.before + paragraph.text
    this.before = paragraph.isJoined ? text : ''
    if (paragraph.isJoined || text.trim() === '') return
    const list = paragraph.list ?? style.list
    const mark = list && list !== '0' ? this.context.numbering.next(list, paragraph.level ?? style.level ?? 0) : ''
    this.writer.add({ text: mark + text, path: `${this.context.part}#${number}` })
  }
}
