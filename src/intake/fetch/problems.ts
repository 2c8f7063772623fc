import { type Diagnostic, diagnostic } from '../../text/diagnostic.ts'
import { PRIVATE_ADDRESS } from './address.ts'

const WHY_NOT = {
  scheme: 'only http and https are read from the network',
  credentials: 'it holds a name or a password: take them out',
  private:
    'it is of this machine or its network, not of the open one. To allow it, write allow_private = true in the sources file',
} as const

/** An address that may not be asked. `from`: the one that sent there. */
export function notAllowed(url: string, why: keyof typeof WHY_NOT, from: string | null): Diagnostic {
  const sent = from === null ? '' : ` (${from} sends there)`
  return diagnostic('error', 'address-not-allowed', `The address ${url}${sent} is not read: ${WHY_NOT[why]}.`)
}

export const redirected = (url: string, most: number): Diagnostic =>
  diagnostic(
    'error',
    'fetch-failed',
    `${url} sends from one address to the next, more than ${most} times. Open it in a browser, and give the last address.`,
  )

export const overSize = (url: string, largest: number): Diagnostic =>
  diagnostic(
    'error',
    'fetch-too-large',
    `${url} is larger than ${Math.round(largest / 1024 / 1024)} MB, and was given up. If it is what you want, download it and add the file.`,
  )

export function statusProblem(url: string, status: number): Diagnostic {
  const meaning =
    status === 404 || status === 410
      ? 'there is no such page (any more)'
      : status === 401 || status === 403
        ? 'the server does not let this program read it'
        : status === 429
          ? 'the server was asked too often; it will be asked later'
          : status >= 500
            ? 'the server has a fault; it will be asked later'
            : 'the server does not give it'
  return diagnostic('error', 'fetch-status', `${url} gave ${status}: ${meaning}.`)
}

export const robotsRefuse = (url: string): Diagnostic =>
  diagnostic(
    'error',
    'robots-refused',
    `${url} is closed to programs by the robots.txt of its site, and was not read. Ask the outlet, or save the page from a browser and add the file.`,
  )

/** What an error of the connection means. */
export function failed(url: string, error: Error & { readonly code?: string }, patience: number): Diagnostic {
  const { code } = rootOf(error)
  if (code === PRIVATE_ADDRESS) return notAllowed(url, 'private', null)
  if (error.name === 'TimeoutError' || SLOW.has(code ?? ''))
    return diagnostic(
      'error',
      'fetch-too-slow',
      `${url} had not answered in full after ${Math.round(patience / 100) / 10} seconds, and was given up. It is asked again another time.`,
    )
  return diagnostic(
    'error',
    'fetch-failed',
    `${url} could not be read: ${REASONS[code ?? ''] ?? error.message.replace(/\.$/u, '')}.`,
  )
}

const SLOW = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ABORT_ERR',
  'ETIMEDOUT',
])

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no site of that name. Check the address',
  EAI_AGAIN: 'names of sites cannot be looked up now. Check the connection to the network',
  ECONNREFUSED: 'nothing answers there',
  ECONNRESET: 'the server broke off',
  UND_ERR_SOCKET: 'the server broke off before all had come',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the answer is not as long as the server said',
  UND_ERR_HEADERS_OVERFLOW: 'the head of the answer is too long',
  HPE_INVALID_CONSTANT: 'the answer is no HTTP',
  HPE_UNEXPECTED_CONTENT_LENGTH: 'the answer contradicts itself on its length',
  HPE_INVALID_CONTENT_LENGTH: 'the answer contradicts itself on its length',
  Z_DATA_ERROR: 'the answer is damaged (its compression)',
  Z_BUF_ERROR: 'the answer is cut off',
  CERT_HAS_EXPIRED: 'the certificate of the site has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate of the site is its own',
}

function rootOf(error: Error & { readonly code?: string }): Error & { readonly code?: string } {
  const cause = error.cause
  return cause instanceof Error && error.code === undefined ? rootOf(cause) : error
}
