import { readXml } from './xml.ts'

/** The numbers that a program puts before paragraphs, which are not in their text (ECMA-376, 17.9). */
export interface Numbering {
  /** The number of the next paragraph of a list at a level, with a space behind it; empty where the list has none. */
  readonly next: (list: string, level: number) => string
}

interface Level {
  readonly start: number
  readonly format: string
  /** `%1.%2.` */
  readonly pattern: string
}

interface List {
  readonly abstract: string
  readonly starts: ReadonlyMap<number, number>
}

export const noNumbering: Numbering = { next: () => '' }

/** Of a part `word/numbering.xml`. */
export function readNumbering(bytes: Uint8Array): Numbering {
  const { levels, lists } = parseNumbering(bytes)
  const counts = new Map<string, number[]>()
  return {
    next: (id, level) => {
      const list = lists.get(id)
      const own = list && levels.get(list.abstract)
      const found = own?.get(level)
      if (!list || !own || !found) return ''
      const count = countOf(counts, list, id)
      count[level] = (count[level] ?? (list.starts.get(level) ?? found.start) - 1) + 1
      count.length = level + 1
      return written(found, own, count)
    },
  }
}

/** Lists that are of one kind go on counting together, unless one begins anew. */
function countOf(counts: Map<string, number[]>, list: List, id: string): number[] {
  const key = list.starts.size > 0 ? `list ${id}` : list.abstract
  const known = counts.get(key)
  if (known) return known
  const made: number[] = []
  counts.set(key, made)
  return made
}

function written(level: Level, levels: ReadonlyMap<number, Level>, count: readonly number[]): string {
  if (level.format === 'none') return ''
  if (level.format === 'bullet') return '- '
  const text = level.pattern.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const { format, start } = levels.get(at) ?? { format: 'decimal', start: 1 }
    return numeral(count[at] ?? start, format)
  })
  return text === '' ? '' : `${text} `
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** A number in a format of ST_NumberFormat; those that are not known are written in digits. */
export function numeral(value: number, format: string): string {
  const wanted = Math.max(0, Math.min(value, 9999))
  if (format === 'upperRoman' || format === 'lowerRoman') {
    let left = wanted
    const roman = ROMAN.map(([size, sign]) => {
      const times = Math.floor(left / size)
      left -= times * size
      return sign.repeat(times)
    }).join('')
    return format === 'upperRoman' ? roman : roman.toLowerCase()
  }
  if (format === 'upperLetter' || format === 'lowerLetter') {
    const letter = String.fromCharCode((format === 'upperLetter' ? 65 : 97) + ((Math.max(1, wanted) - 1) % 26))
    return letter.repeat(Math.ceil(Math.max(1, wanted) / 26))
  }
  return format === 'decimalZero' && wanted < 10 ? `0${wanted}` : String(wanted)
}

function parseNumbering(bytes: Uint8Array): {
  levels: Map<string, Map<number, Level>>
  lists: Map<string, List>
} {
  const levels = new Map<string, Map<number, Level>>()
  const lists = new Map<string, List>()
  let abstract: Map<number, Level> | null = null
  let list: { id: string; abstract: string; starts: Map<number, number> } | null = null
  let level = { at: 0, start: 1, format: 'decimal', pattern: '' }
  readXml(bytes, {
    open: (name, attribute) => {
      const value = attribute('val') ?? ''
      if (name === 'abstractNum') levels.set(attribute('abstractNumId') ?? '', (abstract = new Map<number, Level>()))
      else if (name === 'num') list = { id: attribute('numId') ?? '', abstract: '', starts: new Map() }
      else if (name === 'lvl' || name === 'lvlOverride')
        level = { at: Number(attribute('ilvl') ?? 0), start: 1, format: 'decimal', pattern: '' }
      else if (name === 'start') level.start = Number(value) || 0
      else if (name === 'startOverride') list?.starts.set(level.at, Number(value) || 0)
      else if (name === 'numFmt') level.format = value
      else if (name === 'lvlText') level.pattern = value
      else if (name === 'abstractNumId' && list) list.abstract = value
    },
    close: name => {
      if (name === 'lvl') abstract?.set(level.at, level)
      else if (name === 'abstractNum') abstract = null
      else if (name === 'num' && list) {
        lists.set(list.id, list)
        list = null
      }
    },
  })
  return { levels, lists }
}
