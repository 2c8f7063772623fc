import type { ReadContext } from '../context.ts'

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

/** The number that stands at a token, in figures, Roman figures or words. */
export function ordinalAt(context: ReadContext, token: number): number | null {
  const spelled = context.value(token, 'ORDINAL')
  return spelled ? Number(spelled) : ordinalValue(context.textOf(token, token + 1))
}

/** The number of a session: `16`, `XVI`, `lần thứ 16`; null for anything else. */
function ordinalValue(text: string): number | null {
  const word = text.trim().split(/\s+/u).at(-1) ?? ''
  if (/^\d{1,4}$/.test(word)) return Number(word)
  return /^[IVXLC]+$/.test(word) ? romanValue(word) : null
}

function romanValue(word: string): number {
  const values = [...word].map(letter => ROMAN[letter])
  return values.reduce((sum, value, i) => (value < (values[i + 1] ?? 0) ? sum - value : sum + value), 0)
}
