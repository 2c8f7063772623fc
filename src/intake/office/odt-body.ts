import { type Changes, noChanges, type Remark } from './changes.ts'
import { numeral } from './numbering.ts'
import type { PaperLine } from './paper-lines.ts'
import { paperWriter } from './rows.ts'
import { type Attributes, readXml } from './xml.ts'

/** What the content of an ODT says (OpenDocument 1.3, part 3). */
export interface OdtBody {
  readonly lines: readonly PaperLine[]
  readonly changes: Changes
  readonly remarks: readonly Remark[]
}

const LEFT_OUT = new Set(['table-of-content', 'sequence-decls', 'forms', 'scripts', 'tracked-changes', 'note-citation'])

export function readOdtBody(content: Uint8Array, styles: Uint8Array | null): OdtBody {
  const lists = new Map<string, ListLevel[]>()
  if (styles) readListStyles(styles, lists)
  readListStyles(content, lists)
  const state = new OdtState(lists)
  readXml(content, {
    open: (name, attribute) => state.open(name, attribute),
    close: name => state.close(name),
    text: text => state.addText(text),
  })
  return { lines: [...state.writer.lines, ...state.notes], changes: changesOf(content), remarks: state.remarks }
}

interface ListLevel {
  readonly format: string
  readonly prefix: string
  readonly suffix: string
  /** How many levels its number shows. */
  readonly shown: number
  readonly start: number
}

const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

function readListStyles(part: Uint8Array, lists: Map<string, ListLevel[]>): void {
  let levels: ListLevel[] | null = null
  readXml(part, {
    open: (name, attribute) => {
      if (name === 'list-style') lists.set(attribute('style:name') ?? attribute('name') ?? '', (levels = []))
      else if (levels && name.startsWith('list-level-style-')) {
        const numbered = name.endsWith('number')
        levels[Number(attribute('level') ?? 1) - 1] = {
          format: numbered ? (FORMATS[attribute('num-format') ?? ''] ?? 'none') : 'bullet',
          prefix: attribute('num-prefix') ?? '',
          suffix: attribute('num-suffix') ?? '',
          shown: Number(attribute('display-levels') ?? 1) || 1,
          start: Number(attribute('start-value') ?? 1) || 1,
        }
      }
    },
    close: name => {
      if (name === 'list-style') levels = null
    },
  })
}

/** Deleted words stand before the text, apart from it; insertions are only counted. */
function changesOf(content: Uint8Array): Changes {
  const changes = noChanges()
  let isDeletion = false
  let isInfo = false
  readXml(content, {
    open: name => {
      if (name === 'insertion') changes.inserted++
      else if (name === 'deletion') isDeletion = true
      else if (name === 'change-info') isInfo = true
    },
    close: name => {
      if (name === 'deletion') isDeletion = false
      else if (name === 'change-info') isInfo = false
    },
    text: text => {
      if (isDeletion && !isInfo && text.trim() !== '') changes.deleted.push(text)
    },
  })
  return changes
}

/** Where in the content the walk is, and what it has found. */
class OdtState {
  readonly writer = paperWriter()
  readonly notes: PaperLine[] = []
  readonly remarks: Remark[] = []
  private readonly paragraphs: string[] = []
  private readonly counts = new Map<string, number[]>()
  private readonly openLists: string[] = []
  private readonly styles: ReadonlyMap<string, readonly ListLevel[]>
  private mark = ''
  private leftOut = 0
  private inNote = 0
  private inRemark = 0
  private inAuthor = false
  private count = 0

  constructor(styles: ReadonlyMap<string, readonly ListLevel[]>) {
    this.styles = styles
  }

  open(name: string, attribute: Attributes): void {
    if (this.leftOut > 0 || LEFT_OUT.has(name)) {
      this.leftOut++
      return
    }
    if (name === 'annotation') {
      this.inRemark++
      this.remarks.push({ author: '', text: '' })
    } else if (name === 'creator') this.inAuthor = true
    else if (name === 'note') this.inNote++
    else if (name === 'p' || name === 'h') this.paragraphs.push('')
    else if (name === 's') this.put(' '.repeat(Math.min(Number(attribute('c') ?? 1) || 1, 1000)))
    else if (name === 'tab') this.put(' ')
    else if (name === 'line-break') this.put('\n')
    else this.openBlock(name, attribute)
  }

  private openBlock(name: string, attribute: Attributes): void {
    if (name === 'list') this.openList(attribute)
    else if (name === 'list-item') this.mark = this.nextMark()
    else if (name === 'table') this.writer.openTable()
    else if (name === 'table-cell' || name === 'covered-table-cell') this.writer.openCell()
  }

  private openList(attribute: Attributes): void {
    const style = attribute('style-name') ?? this.openLists.at(-1) ?? ''
    const goesOn = attribute('continue-numbering') === 'true' || attribute('continue-list') !== null
    if (this.openLists.length === 0 && !goesOn) this.counts.delete(style)
    this.openLists.push(style)
  }

  /** The number of the next item of the list that is open. */
  private nextMark(): string {
    const level = this.openLists.length - 1
    const name = this.openLists.at(-1) ?? ''
    const levels = this.styles.get(name)
    const own = levels?.[level]
    if (!levels || !own || own.format === 'none') return ''
    if (own.format === 'bullet') return '- '
    const counts = this.counts.get(name) ?? []
    this.counts.set(name, counts)
    counts[level] = (counts[level] ?? own.start - 1) + 1
    counts.length = level + 1
    const shown = levels.slice(Math.max(0, level + 1 - own.shown), level + 1)
    const numbers = shown.map((one, i) => numeral(counts[level + 1 - shown.length + i] ?? one.start, one.format))
    return `${own.prefix}${numbers.join('.')}${own.suffix} `
  }

  addText(text: string): void {
    if (this.leftOut > 0 || this.paragraphs.length + this.inRemark === 0) return
    if (this.inRemark > 0) {
      const remark = this.remarks.at(-1)
      if (remark && this.inAuthor) remark.author += text
      else if (remark && this.paragraphs.length > 0) remark.text += text
    } else this.put(text.replace(/[ \t\r\n]+/g, ' '))
  }

  private put(text: string): void {
    if (this.paragraphs.length > 0 && this.inRemark === 0) this.paragraphs.push(this.paragraphs.pop()! + text)
  }

  close(name: string): void {
    if (this.leftOut > 0) this.leftOut--
    else if (name === 'annotation') this.inRemark--
    else if (name === 'creator') this.inAuthor = false
    else if (name === 'note') this.inNote--
    else if (name === 'p' || name === 'h') this.endParagraph()
    else if (name === 'list') this.openLists.pop()
    else if (name === 'table-row') this.writer.endRow(`content.xml#${++this.count}`)
    else if (name === 'table') this.writer.endTable()
  }

  private endParagraph(): void {
    const text = this.paragraphs.pop() ?? ''
    if (this.inRemark > 0) return
    const path = `content.xml#${++this.count}`
    if (this.inNote > 0) this.notes.push({ text, path })
    else if (text.trim() !== '') {
      this.writer.add({ text: this.mark + text.trim(), path })
      this.mark = ''
    }
  }
}
