/** Something about the ledger that a person must know: what is wrong, where, and what to do. `code` is stable. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError'
  readonly code: LedgerProblem

  constructor(code: LedgerProblem, message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}

export type LedgerProblem =
  | 'ledger-missing'
  | 'ledger-not-one'
  | 'ledger-newer'
  | 'ledger-damaged'
  | 'ledger-locked'
  | 'ledger-busy'
  | 'ledger-readonly'
  | 'ledger-unreachable'
  | 'ledger-refused'
  | 'ledger-not-empty'
  | 'disk-full'
  | 'disk-failed'
  | 'backup-damaged'
  | 'backup-newer'
  | 'not-canonical'
  | 'decision-gone'
  | 'decision-refused'
  | 'id-unknown'
  | 'name-unknown'
  | 'sources-missing'
  | 'sources-invalid'
  | 'paper-refused'
