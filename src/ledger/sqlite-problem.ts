import { LedgerError } from './error.ts'

/** What SQLite and the file system say, for people. Anything else is a fault of the program and stays as it is. */
export function sqliteProblem(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof LedgerError) return error
  const code = (error as { code?: string }).code ?? ''
  const number = /: (\d+)"\)$/.exec(error.message)?.[1]
  for (const [pattern, problem, sentence] of PROBLEMS)
    if (pattern.test(code) || (number !== undefined && pattern.test(number)))
      return new LedgerError(problem, sentence(path), error)
  return error
}

const PROBLEMS: readonly (readonly [RegExp, LedgerError['code'], (path: string) => string])[] = [
  [
    /^(SQLITE_FULL|ENOSPC|EDQUOT)/,
    'disk-full',
    path =>
      `The disk is full: nothing more could be written to the ledger ${path}. What was added before is safe. Make room and run the command again.`,
  ],
  [
    /^(SQLITE_NOTADB|26$)/,
    'ledger-not-one',
    path =>
      `${path} is not a ledger (or its beginning was overwritten). Give another file; if it was a ledger, restore its last backup to a new file.`,
  ],
  [
    /^SQLITE_CORRUPT/,
    'ledger-damaged',
    path =>
      `The ledger ${path} is damaged: a part of the file is missing or overwritten. Keep it as it is, and restore its last backup to a new file.`,
  ],
  [
    /^(SQLITE_READONLY|EROFS|EACCES|EPERM)/,
    'ledger-readonly',
    path =>
      `The ledger ${path} cannot be written: the file, its folder or its disk is read-only. Reading is possible; to write, change the permissions or copy it elsewhere.`,
  ],
  [
    /^SQLITE_BUSY/,
    'ledger-busy',
    path =>
      `The ledger ${path} is busy: another program holds it (a copy or a backup of the file?). Nothing was changed; try again.`,
  ],
  [
    /^SQLITE_IOERR/,
    'disk-failed',
    path =>
      `The disk failed while the ledger ${path} was read or written. What was added before is safe unless the disk is broken: check it, then run "verify".`,
  ],
  [
    /^(SQLITE_CANTOPEN|14$|ENOENT|ENOTDIR|EISDIR)/,
    'ledger-missing',
    path =>
      `The ledger ${path} cannot be opened: its folder does not exist or may not be used, or it is a folder itself.`,
  ],
]
