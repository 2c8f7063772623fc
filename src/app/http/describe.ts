import type { Hono } from 'hono'
import { version } from '../packs.ts'
import { openApi } from './openapi.ts'
import { apiPage, PAGE_STYLE } from './openapi-page.ts'
import type { Route } from './route.ts'

/** The API tells of itself: as OpenAPI 3.1 for programs, and as a page for people, which needs no other site and no script. */
export function describeApi(app: Hono, routes: readonly Route[]): void {
  app.get('/api/openapi.json', c => c.json(openApi(routes, version())))
  app.get('/api/docs', c => c.html(apiPage(openApi(routes, version()))))
  app.get('/api/docs.css', c => c.body(PAGE_STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }))
}
