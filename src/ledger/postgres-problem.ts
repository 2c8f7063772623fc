import { LedgerError } from './error.ts'

/** What PostgreSQL and the network say, for people. Anything else is a fault of the program and stays as it is. */
export function postgresProblem(error: unknown, location: string): unknown {
  if (!(error instanceof Error) || error instanceof LedgerError) return error
  const code = (error as { code?: string }).code ?? ''
  for (const [pattern, problem, sentence] of PROBLEMS)
    if (pattern.test(code) || pattern.test(error.message))
      return new LedgerError(problem, sentence(location, error.message), error)
  return error
}

const PROBLEMS: readonly (readonly [RegExp, LedgerError['code'], (location: string, said: string) => string])[] = [
  [
    /^(53100|58030)/,
    'disk-full',
    at =>
      `The disk of the server is full: nothing more could be written to the ledger ${at}. What was added before is safe. Make room there and run the command again.`,
  ],
  [
    /^55P03/,
    'ledger-locked',
    at => `Another writer has been at work on the ledger ${at} for a long time. Wait until it is done and try again.`,
  ],
  [
    /^(25006|42501)/,
    'ledger-readonly',
    (at, said) => `The ledger ${at} cannot be written (${said}). Connect as a user who may, or read only.`,
  ],
  [
    /^(28P01|28000)/,
    'ledger-refused',
    (at, said) =>
      `The server refused to let you in to the ledger ${at} (${said}). Check the user name and the password.`,
  ],
  [
    /^3D000/,
    'ledger-missing',
    at => `There is no database for the ledger ${at}. Make it with "createdb", or check the name.`,
  ],
  [
    /^(XX001|XX002)/,
    'ledger-damaged',
    (at, said) =>
      `The ledger ${at} is damaged (${said}). Stop the server, keep its files, and restore the last backup to a new database.`,
  ],
  [
    /^(ECONN|ENOTFOUND|ENOENT|EAI_|ETIMEDOUT|EHOSTUNREACH|EPIPE|57P0[123]|08|53300)|Connection terminated|timeout exceeded when trying to connect/,
    'ledger-unreachable',
    (at, said) =>
      `The server of the ledger ${at} cannot be reached, or the connection broke (${said}). What was not confirmed was not added. Check that the server runs, and try again.`,
  ],
]
