import { LedgerError, type LedgerProblem } from '../../ledger/error.ts'
import type { Problem } from '../../views/api/words.ts'

/** What a request cannot have, with the status of HTTP that says so and a sentence for people. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export const unknownAt = (id: string): Refusal =>
  new Refusal(404, 'id-unknown', `Nothing in this ledger has the id ${shown(id)}. Search for it by its words.`)

/** What somebody else sent, short enough to be told back. */
export const shown = (text: string): string => `"${text.length > 80 ? `${text.slice(0, 80)}…` : text}"`

/** What a problem of the ledger is in HTTP. What is not here is a fault of the server: 500. */
const STATUS: Readonly<Partial<Record<LedgerProblem, number>>> = {
  'id-unknown': 404,
  'name-unknown': 422,
  'paper-refused': 503,
  'decision-gone': 404,
  'decision-refused': 422,
  'ledger-locked': 409,
  'ledger-busy': 409,
  'ledger-readonly': 403,
  'ledger-unreachable': 503,
  'ledger-refused': 503,
  'disk-full': 507,
}

/** Any error as its status and its problem. What nobody foresaw is told without its insides. */
export function problemOf(error: unknown): { readonly status: number; readonly problem: Problem } {
  if (error instanceof Refusal) return { status: error.status, problem: { code: error.code, message: error.message } }
  if (error instanceof LedgerError)
    return { status: STATUS[error.code] ?? 500, problem: { code: error.code, message: error.message } }
  return {
    status: 500,
    problem: {
      code: 'unforeseen',
      message: 'The server met something that should not happen; its terminal says what. Nothing was changed.',
    },
  }
}

/** A problem as an answer (RFC 9457 names the media type). */
export function problemAnswer(error: unknown): Response {
  const { status, problem } = problemOf(error)
  return new Response(JSON.stringify(problem), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  })
}
