import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'
import { problemAnswer, Refusal, shown } from './problem.ts'

/** Names by which this machine calls itself: a page of another name that resolves to it (DNS rebinding) is none of ours. */
const OWN_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Only own files, no inline code or style: source text that became markup by mistake would still run nothing. */
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** Lets through what this machine's own pages and programs ask, and gives every answer the headers that keep a page to itself. */
export const guard: MiddlewareHandler = async (c, next) => {
  const refusal = refusalOf(c.req.raw) ?? trickIn((c.env as Partial<HttpBindings> | undefined)?.incoming?.url ?? '')
  if (refusal) c.res = problemAnswer(refusal)
  else await next()
  for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value)
}

function refusalOf(request: Request): Refusal | null {
  const { method, headers, url } = request
  const { host, pathname } = new URL(url)
  if (!OWN_NAMES.has(host.replace(/:\d+$/, '')))
    return new Refusal(421, 'host-strange', `This server is reached as 127.0.0.1 or localhost, not as ${shown(host)}.`)
  const asks = pathname.startsWith('/api/')
  const site = headers.get('sec-fetch-site') ?? 'none'
  if (asks && !['same-origin', 'none'].includes(site)) return STRANGE
  if (method !== 'GET' && method !== 'HEAD' && !ownOrigin(headers.get('origin'), host)) return STRANGE
  return null
}

/** A path as it was sent, before it was tidied up: one that would lead out of its folder, or hides what it is, leads nowhere. */
const trickIn = (sent: string): Refusal | null =>
  /(^|[/\\]|%2f|%5c)(\.|%2e){2}([/\\]|%2f|%5c|$)|%00|\\/i.test(sent.split('?', 1)[0])
    ? new Refusal(404, 'address-unknown', 'There is nothing at this address: no path leads out of the app.')
    : null

/** Programs send no origin, browsers always do with what changes something. */
const ownOrigin = (origin: string | null, host: string): boolean => origin === null || origin === `http://${host}`

const STRANGE = new Refusal(
  403,
  'origin-strange',
  'This was asked by a page of another site. Open the app at its own address and do it there.',
)
