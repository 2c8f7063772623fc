import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openApi } from './openapi.ts'
import { ROUTES } from './routes/index.ts'

/** `GET /api/meetings/:id`, as the routes and as the table of the document have them. */
const written = ROUTES.map(({ method, path }) => `${method.toUpperCase()} ${path}`)

test('docs/api.md names every address', () => {
  const rows = readFileSync('docs/api.md', 'utf8').matchAll(/^\| `((?:GET|POST) \S+)` \|/gm)
  const named = new Set([...rows].map(([, address]) => address))
  expect(written.filter(address => !named.has(address))).toEqual([])
})

test('the OpenAPI document describes every address, with references that lead somewhere', () => {
  const document = openApi(ROUTES, '1')
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  )
  expect(described.toSorted()).toEqual(written.toSorted())
  const text = JSON.stringify(document)
  const named = new Set(Object.keys(document.components.schemas))
  const lost = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].filter(([, name]) => !named.has(name))
  expect(lost).toEqual([])
  expect(text).not.toContain('$defs')
})
