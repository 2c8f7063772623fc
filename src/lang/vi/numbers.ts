import type { Grammar } from '../../grammar/grammar.ts'
import type { Lattice } from '../../grammar/lattice.ts'
import { NONE } from '../../grammar/none.ts'
import { NUMBER, SPACED, type Tokens } from '../../text/tokens.ts'

const DOT = '.'.charCodeAt(0)
const COMMA = ','.charCodeAt(0)

/**
 * Numbers as Vietnamese writes them: `.` before three digits groups thousands, `,` before one or two is the decimal mark,
 * `94.4` is meant as a decimal too; triệu, tỷ and their kin multiply. `4,200` is read as English thousands, unless a
 * multiplier or % follows. Spelled numbers (mười hai, hai trăm, ba triệu) are edges of their own class.
 */
export function scanNumbers(grammar: Grammar): (tokens: Tokens, lattice: Lattice, text: string) => void {
  const { classes, entries } = grammar.lexicon
  const numberClass = classes.id('NUMBER')
  const spelledClass = classes.id('SPELLED')
  const wordClass = classes.id('NUMWORD')
  const multClass = classes.id('MULT')
  const halfClass = classes.id('HALF')
  const percent = grammar.lexicon.tokensOf({ phrase: '%', proper: false }).sids[0]

  /** The value of the class's word at a token, and where it ends; NaN where there is none. */
  const wordAt = (lattice: Lattice, at: number, classId: number): { value: string; end: number } | null => {
    if (at >= lattice.size) return null
    const edge = lattice.firstEdge(at, classId)
    return edge === NONE ? null : { value: entries[lattice.entry[edge]].value, end: lattice.end[edge] }
  }

  /** Reads multipliers behind a number: `14.000 tỷ`, `1 triệu rưỡi`. */
  const multiplied = (lattice: Lattice, value: number, at: number): { value: number; end: number } => {
    let result = value
    let end = at
    for (let word = wordAt(lattice, end, multClass); word; word = wordAt(lattice, end, multClass)) {
      result *= Number(word.value)
      end = word.end
      const half = wordAt(lattice, end, halfClass)
      if (half) return { value: result + Number(word.value) / 2, end: half.end }
    }
    return { value: Math.round(result * 1e6) / 1e6, end }
  }

  const scanDigits = (tokens: Tokens, lattice: Lattice, text: string, from: number): number => {
    const plain = digitsAt(tokens, text, from, at => isScaled(tokens, lattice, at))
    const { value, end } = multiplied(lattice, plain.value, plain.end)
    lattice.addValue(from, end, numberClass, value)
    return end
  }

  const isScaled = (tokens: Tokens, lattice: Lattice, at: number): boolean =>
    at < tokens.count && (lattice.has(at, multClass) || tokens.sid[at] === percent)

  const scanSpelled = (lattice: Lattice, from: number): number => {
    const plain = spelledAt(lattice, from, at => wordAt(lattice, at, wordClass))
    if (!plain) return from + 1
    const { value, end } = multiplied(lattice, plain.value, plain.end)
    lattice.addValue(from, end, spelledClass, value)
    return end
  }

  return (tokens, lattice, text) => {
    for (let at = 0; at < tokens.count;) {
      if (tokens.shape[at] & NUMBER) at = scanDigits(tokens, lattice, text, at)
      else if (lattice.has(at, wordClass)) at = scanSpelled(lattice, at)
      else at++
    }
  }
}

/** Reads digits with their separators from a token on. `scaled` tells whether a multiplier or % stands at a token. */
function digitsAt(
  tokens: Tokens,
  text: string,
  from: number,
  scaled: (at: number) => boolean,
): { value: number; end: number } {
  let whole = text.slice(tokens.start[from], tokens.end[from])
  let end = from + 1
  while (isTight(tokens, end, DOT) && digitCount(tokens, end + 1) === 3 && whole.length <= 12) {
    whole += text.slice(tokens.start[end + 1], tokens.end[end + 1])
    end += 2
  }
  if (end === from + 1 && isGrouped(tokens, end, scaled)) {
    while (isTight(tokens, end, COMMA) && digitCount(tokens, end + 1) === 3) {
      whole += text.slice(tokens.start[end + 1], tokens.end[end + 1])
      end += 2
    }
    return { value: Number(whole), end }
  }
  const decimals = decimalsAt(tokens, end)
  if (!decimals) return { value: Number(whole), end }
  return { value: Number(`${whole}.${text.slice(tokens.start[end + 1], tokens.end[end + 1])}`), end: end + 2 }
}

/** Whether commas group thousands here: `1,234,567`, or `4,200` with nothing behind that scales it. */
function isGrouped(tokens: Tokens, at: number, scaled: (at: number) => boolean): boolean {
  if (!isTight(tokens, at, COMMA) || digitCount(tokens, at + 1) !== 3) return false
  return isTight(tokens, at + 2, COMMA) || !scaled(at + 2)
}

const decimalsAt = (tokens: Tokens, at: number): boolean =>
  (isTight(tokens, at, COMMA) && digitCount(tokens, at + 1) > 0) ||
  (isTight(tokens, at, DOT) && digitCount(tokens, at + 1) > 0 && digitCount(tokens, at + 1) < 3)

const isTight = (tokens: Tokens, at: number, mark: number): boolean =>
  at + 1 < tokens.count && tokens.sid[at] === mark && ((tokens.shape[at] | tokens.shape[at + 1]) & SPACED) === 0

/** How many digits a token has; 0 for what is no number. */
const digitCount = (tokens: Tokens, at: number): number =>
  at < tokens.count && tokens.shape[at] & NUMBER ? tokens.end[at] - tokens.start[at] : 0

type WordAt = (at: number) => { value: string; end: number } | null

/** `mười hai` 12, `hai mươi lăm` 25, `ba trăm` 300; null where no number word stands. */
function spelledAt(lattice: Lattice, from: number, wordAt: WordAt): { value: number; end: number } | null {
  let total = 0
  let last = 0
  let end = from
  for (let word = wordAt(end); word && end < lattice.size; word = wordAt(end)) {
    if (word.value.startsWith('x')) last = (last || 1) * Number(word.value.slice(1))
    else if (end > from && (last % 10 !== 0 || (Number(word.value) >= 10 && last < 100))) break
    else {
      total += last
      last = Number(word.value)
    }
    end = word.end
  }
  return end === from ? null : { value: total + last, end }
}
