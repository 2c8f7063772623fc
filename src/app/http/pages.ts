import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Hono } from 'hono'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** A name that changes with the content, as the bundler gives it: `assets/ledger-DiwrgTda.js`. */
const HASHED = /-[\w-]{8,}\.\w+$/

interface PageFile {
  readonly body: Uint8Array<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
}

/**
 * The built pages. Their names are listed once, and nothing is read that is not on the list: no path leads out of the folder. Any
 * other address without an ending is one of the app's own, which the first page finds its way to.
 */
export function servePages(app: Hono, folder: URL): void {
  const names = new Set(filesIn(folder))
  const kept = new Map<string, PageFile>()
  const fileAt = (name: string): PageFile => {
    const known = kept.get(name) ?? read(folder, name)
    kept.set(name, known)
    return known
  }
  app.get('/*', async (c, next) => {
    const name = c.req.path.slice(1)
    const chosen = names.has(name) ? name : isPage(c.req.path) ? 'index.html' : null
    if (chosen === null || !names.has(chosen)) return await next()
    const { body, headers } = fileAt(chosen)
    return c.body(body, 200, { ...headers })
  })
}

/** Addresses of pages have ids in them, never dots, backslashes or what hides them. */
const isPage = (path: string): boolean => /^\/[\p{L}\p{N}/:_~-]*$/u.test(path)

/** Names below a folder, with forward slashes: `assets/ledger-DiwrgTda.js`. */
function filesIn(folder: URL): string[] {
  const root = fileURLToPath(folder)
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

function read(folder: URL, name: string): PageFile {
  const lasting = HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache'
  const type = TYPES[extname(name)] ?? 'application/octet-stream'
  return {
    body: new Uint8Array(readFileSync(new URL(name, folder))),
    headers: { 'content-type': type, 'cache-control': lasting },
  }
}
