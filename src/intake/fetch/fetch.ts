import { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Agent, type Dispatcher, request } from 'undici'
import type { Diagnostic } from '../../text/diagnostic.ts'
import { addressProblem, publicLookup } from './address.ts'
import { failed, notAllowed, overSize, redirected, robotsRefuse, statusProblem } from './problems.ts'

/** How pages are asked for. */
export interface FetchRules {
  /** Who asks: the `user-agent` that servers see. */
  readonly agent: string
  /** Whether addresses of this machine and its network may be asked. */
  readonly allowPrivate: boolean
  /** Milliseconds after which an answer that is not whole is given up. */
  readonly patience: number
  /** Bytes of an answer, decompressed. */
  readonly largest: number
  /** Whether the robots.txt of its own site lets an address be read that another one sends to; all are where this is left out. */
  readonly isOpen?: (url: string) => Promise<boolean>
}

export const PATIENCE = 30_000
export const LARGEST_ANSWER = 24 * 1024 * 1024

/** What a server said of the version that it gave, to be asked whether there is a newer one. */
export interface Validators {
  readonly etag: string | null
  readonly modified: string | null
}

/** A page as it came. */
export interface Page extends Validators {
  readonly kind: 'page'
  /** After redirects. */
  readonly url: string
  /** `text/html`, in small letters; null where the server does not say. */
  readonly mediaType: string | null
  readonly charset: string | null
  readonly bytes: Uint8Array
}

/** Why there is no page. */
export interface FetchProblem {
  readonly kind: 'problem'
  readonly problem: Diagnostic
  /** HTTP status, or null where there was no answer. */
  readonly status: number | null
  /** Seconds after which the server wants to be asked again, where it says. */
  readonly retryAfter: number | null
}

export type Answer = Page | { readonly kind: 'unchanged' } | FetchProblem

const MOST_REDIRECTS = 5

/**
 * Asks a server for one page. Never throws for what the server does: what is wrong comes as a sentence. Only http and https, and unless
 * it is allowed no address that is not of the open network, neither at first nor after a redirect, by its name or by what that stands for.
 */
export async function fetchPage(address: string, rules: FetchRules, validators?: Validators): Promise<Answer> {
  const signal = AbortSignal.timeout(rules.patience)
  const agent = new Agent({
    connect: { timeout: Math.min(10_000, rules.patience), ...(rules.allowPrivate ? {} : { lookup: publicLookup }) },
    headersTimeout: rules.patience,
    bodyTimeout: rules.patience,
    maxHeaderSize: 32 * 1024,
  })
  try {
    return await follow(address, { rules, validators, signal, agent })
  } catch (error) {
    return problemOf(failed(address, error as Error, rules.patience))
  } finally {
    // What is still open is given up: the answer is had, or not wanted.
    await agent.destroy()
  }
}

interface Asking {
  readonly rules: FetchRules
  readonly validators: Validators | undefined
  readonly signal: AbortSignal
  readonly agent: Agent
}

async function follow(address: string, asking: Asking): Promise<Answer> {
  let url = address
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    if (!URL.canParse(url)) return problemOf(notAllowed(url, 'scheme', hop > 0 ? address : null))
    const wrong = addressProblem(new URL(url), asking.rules.allowPrivate)
    if (wrong) return problemOf(notAllowed(url, wrong, hop > 0 ? address : null))
    if (hop > 0 && asking.rules.isOpen && !(await asking.rules.isOpen(url))) return problemOf(robotsRefuse(url))
    const answer = await ask(url, asking)
    const location = headerOf(answer, 'location')
    if (!isRedirect(answer.statusCode) || location === null) return await pageOf(url, answer, asking.rules)
    await answer.body.dump({ limit: 0 }).catch(() => {})
    url = URL.canParse(location, url) ? new URL(location, url).href : location
  }
  return problemOf(redirected(address, MOST_REDIRECTS))
}

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status)

const ask = (url: string, { rules, validators, signal, agent }: Asking): Promise<Dispatcher.ResponseData> =>
  request(url, {
    dispatcher: agent,
    signal,
    headers: {
      'user-agent': rules.agent,
      accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
      'accept-encoding': 'gzip, deflate, br',
      ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
      ...(validators?.modified ? { 'if-modified-since': validators.modified } : {}),
    },
  })

function headerOf({ headers }: Dispatcher.ResponseData, name: string): string | null {
  const value = headers[name]
  return (Array.isArray(value) ? value[0] : value) ?? null
}

async function pageOf(url: string, answer: Dispatcher.ResponseData, rules: FetchRules): Promise<Answer> {
  const { statusCode: status } = answer
  if (status === 304) return { kind: 'unchanged' }
  if (status < 200 || status > 299) {
    const wait = Number.parseInt(headerOf(answer, 'retry-after') ?? '', 10)
    return { ...problemOf(statusProblem(url, status)), status, retryAfter: Number.isNaN(wait) ? null : wait }
  }
  const bytes = await bodyOf(answer, rules.largest)
  if (!bytes) return problemOf(overSize(url, rules.largest))
  const [type, ...parameters] = (headerOf(answer, 'content-type') ?? '').split(';')
  const charset = parameters.map(each => /^\s*charset\s*=\s*"?([\w.:-]+)/iu.exec(each)?.[1]).find(Boolean)
  return {
    kind: 'page',
    url,
    mediaType: type.trim().toLowerCase() || null,
    charset: charset ?? null,
    bytes,
    etag: headerOf(answer, 'etag'),
    modified: headerOf(answer, 'last-modified'),
  }
}

const DECODERS: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** The body, decompressed; null for more than `largest`. The count is of what comes out, so that a small bomb is as large as it is. */
async function bodyOf(answer: Dispatcher.ResponseData, largest: number): Promise<Uint8Array | null> {
  const decoder = DECODERS[headerOf(answer, 'content-encoding')?.toLowerCase() ?? '']?.()
  const stream = decoder ? piped(answer.body, decoder) : answer.body
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of stream as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > largest) {
      answer.body.destroy()
      return null
    }
    parts.push(part)
  }
  return Buffer.concat(parts, size)
}

/** An error on either side ends both. */
function piped(body: Readable, decoder: NodeJS.ReadWriteStream): AsyncIterable<Uint8Array> {
  const out = decoder as NodeJS.ReadWriteStream & Readable
  body.on('error', error => out.destroy(error))
  out.on('close', () => body.destroy())
  body.pipe(out)
  return out
}

const problemOf = (problem: Diagnostic): FetchProblem => ({ kind: 'problem', problem, status: null, retryAfter: null })
