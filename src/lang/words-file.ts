import type { Word } from '../grammar/lexicon.ts'

/** A text file of a pack, by its name; the name stands in every message. */
export interface PackFile {
  readonly name: string
  readonly text: string
}

/**
 * Reads a file of words: `phrase TAB CLASS TAB value`, one meaning a line, `#` for comments. A phrase with a capital
 * must have that capital in the text. A `!` before a phrase keeps a single syllable audible inside a longer phrase; the class
 * `-` is for phrases that only keep the cues inside them silent. Throws an Error that names file and line.
 */
export function parseWordsFile(file: PackFile): Word[] {
  return file.text.split('\n').flatMap((line, i) => {
    if (!line.trim() || line.startsWith('#')) return []
    const [phrase, cls, value = ''] = line.split('\t').map(cell => cell.trim())
    if (!phrase || !cls || !/^([A-Z][A-Z0-9_]*|-)$/.test(cls))
      throw new Error(`${file.name}:${i + 1}: a line is "phrase TAB CLASS TAB value"; found: ${line.slice(0, 60)}`)
    return [wordOf(phrase, cls, value)]
  })
}

function wordOf(written: string, cls: string, value: string): Word {
  const strong = written.startsWith('!')
  const phrase = strong ? written.slice(1) : written
  return { phrase, cls: cls === '-' ? 'SILENT' : cls, value, proper: phrase !== phrase.toLowerCase(), strong }
}
