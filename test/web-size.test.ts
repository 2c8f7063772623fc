import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

const DIST = new URL('../dist/web/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', DIST), 'utf8')) as Record<string, Chunk>

/** Files that are fetched with a chunk: its own, those that it imports, and their styles. */
function filesWith(name: string, seen = new Set<string>()): Set<string> {
  const { file, imports = [], css = [] } = manifest[name]
  if (seen.has(file)) return seen
  for (const each of [file, ...css]) seen.add(each)
  for (const each of imports) filesWith(each, seen)
  return seen
}

const gzipped = (file: string): number => gzipSync(readFileSync(new URL(file, DIST))).byteLength

test('the first page is under 200 kB, gzipped', () => {
  const files = new Set(['index.html', ...filesWith('index.html'), ...filesWith('pages/home/page.tsx')])
  const sizes = [...files].map(file => [file, gzipped(file)] as const)
  expect(
    sizes.reduce((sum, [, size]) => sum + size, 0),
    JSON.stringify(sizes),
  ).toBeLessThan(200_000)
})

test('nothing stands inline that a strict policy would refuse', () => {
  const html = readFileSync(new URL('index.html', DIST), 'utf8')
  expect(html).not.toMatch(/<style|style=|\son\w+=|<script(?![^>]*\ssrc=)/)
})
