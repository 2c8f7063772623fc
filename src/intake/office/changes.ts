import { type Diagnostic, diagnostic } from '../../text/diagnostic.ts'

/** What a paper holds besides its text as it stands: counted while it is read. */
export interface Changes {
  /** Insertions that were taken as text. */
  inserted: number
  /** Words that are marked as deleted or moved away. */
  readonly deleted: string[]
  /** Runs of hidden text. */
  hidden: number
}

/** A comment on the margin. */
export interface Remark {
  author: string
  text: string
}

export const noChanges = (): Changes => ({ inserted: 0, deleted: [], hidden: 0 })

/** Words of a change or comment that are shown. */
const SHOWN = 60

const shown = (text: string): string => {
  const words = text.replace(/\s+/gu, ' ').trim()
  return words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words
}

export function changesTold({ inserted, deleted, hidden }: Changes): Diagnostic[] {
  const told: Diagnostic[] = []
  if (inserted > 0 || deleted.length > 0) {
    const words = deleted.length > 0 ? ` What is deleted was left out: “${shown(deleted.join(''))}”.` : ''
    const message = `The document has changes that nobody has accepted yet (insertions: ${inserted}, deletions: ${deleted.length}); it was read as if they were.${words} Ask whether this is the final text.`
    told.push(diagnostic('warning', 'paper-changes', message))
  }
  if (hidden > 0)
    told.push(
      diagnostic('warning', 'paper-hidden', `The document has hidden text (places: ${hidden}), which was left out.`),
    )
  return told
}

export function remarksTold(remarks: readonly Remark[]): Diagnostic[] {
  const told = remarks.filter(({ text }) => text.trim() !== '')
  if (told.length === 0) return []
  const [{ author, text }] = told
  const first = `“${shown(text)}”${author ? ` (${author})` : ''}`
  const message = `The document has comments (${told.length}), which are not its text and were left out; the first is ${first}.`
  return [diagnostic('note', 'paper-comments', message)]
}
