import { sha256 } from './canonical.ts'
import { chainHash, EMPTY_HEAD, type Head } from './log.ts'
import type { LogTable } from './tables.ts'

/** Looks at the rows of a log, one after the other, and tells what was done to them by hand. */
export interface Chain {
  /** Whether the body of the row is what was appended. */
  take(row: LogTable): boolean
  /** To be called behind the last row, with the head as it was written down. */
  finish(head: Head): void
}

/** Rows that were taken out, with those behind them numbered anew, are looked for up to this many. */
const MOST_TAKEN_OUT = 100

type Place = Pick<LogTable, 'seq' | 'hash'>

/** `shift`: by how much a row is numbered higher than when it was appended, since others were put in before it. */
const follows = (before: Place, row: LogTable, shift: number): boolean =>
  chainHash(before.hash, { ...row, seq: row.seq - shift }) === row.hash

export function createChain(report: (problem: string) => void): Chain {
  let last: Place = EMPTY_HEAD
  let shift = 0
  // A row that does not follow the one before, until the next shows what happened: changed, put in, or others taken out.
  let odd: LogTable | null = null

  const settle = (doubtful: LogTable, next: LogTable): void => {
    const [problem, place, shiftNow] = explain(doubtful, next, last, shift)
    report(problem)
    last = place
    shift = shiftNow
    odd = null
  }

  return {
    take(row) {
      const whole = sha256(row.body) === row.key
      if (odd) settle(odd, row)
      const expected = last.seq + shift + 1
      if (row.seq > expected) report(takenOut(expected, row.seq - 1))
      if (!whole) report(`${named(row)} was changed: its text is not what was appended.`)
      else if (row.seq === expected && !follows(last, row, shift)) odd = row
      if (!odd) last = { seq: row.seq - shift, hash: row.hash }
      return whole
    },
    finish(head) {
      if (odd && odd.seq - shift <= head.seq) report(`${named(odd)} was changed: it does not follow the row before it.`)
      const end = odd ? { seq: odd.seq - shift, hash: null } : last
      if (end.seq < head.seq) report(takenOut(end.seq + 1, head.seq))
      else if (end.seq > head.seq) report(putIn(head.seq + 1, end.seq, head.seq))
      else if (end.hash !== null && end.hash !== head.hash)
        report(`Row ${end.seq} of the log, the last one, is not the one that was written down as the last.`)
    },
  }
}

/** What happened to a row that does not follow the row before it, by the row behind it; and where to go on from. */
function explain(odd: LogTable, next: LogTable, last: Place, shift: number): [string, Place, number] {
  if (follows(last, next, shift + 1))
    return [`${named(odd)} was put in by hand: the row behind it does not know of it.`, last, shift + 1]
  const changed = `${named(odd)} was changed: it does not follow the row before it, or that is another than it was.`
  const hash = chainHash(last.hash, { ...odd, seq: odd.seq - shift })
  if (follows({ seq: 0, hash }, next, shift)) return [changed, { seq: odd.seq - shift, hash }, shift]
  for (let out = 1; out <= MOST_TAKEN_OUT; out++)
    if (follows(odd, next, shift - out))
      return [
        `Before ${named(odd)}, ${out} ${out === 1 ? 'row was' : 'rows were'} taken out, and those behind numbered anew.`,
        { seq: odd.seq - shift + out, hash: odd.hash },
        shift - out,
      ]
  return [changed, { seq: odd.seq - shift, hash: odd.hash }, shift]
}

const named = ({ seq, kind, at }: LogTable): string => `Row ${seq} of the log (${kind}, ${at})`

const takenOut = (from: number, to: number): string =>
  from === to ? `Row ${from} of the log was taken out.` : `Rows ${from} to ${to} of the log were taken out.`

const putIn = (from: number, to: number, end: number): string =>
  `${from === to ? `Row ${from}` : `Rows ${from} to ${to}`} of the log ${from === to ? 'was' : 'were'} put in by hand: the log ends with row ${end}.`
