import type { Hono } from 'hono'
import { createApp } from '../../src/app/http/app.ts'
import { type AppContext, LIMITS } from '../../src/app/http/context.ts'
import { openStore } from '../../src/ledger/open.ts'
import { addReports } from '../../src/ledger/reports.ts'
import { readSamples, resolvers } from '../ledger/read-samples.ts'
import { at, STORES } from '../ledger/stores.ts'

/** A server without a port, over a ledger of its own. */
export interface SampleApp {
  readonly app: Hono
  readonly context: AppContext
  /** The answer to a GET as JSON. */
  readonly get: (path: string) => Promise<Answered>
  readonly post: (path: string, body: unknown) => Promise<Answered>
  readonly close: () => Promise<void>
}

export interface Answered {
  readonly status: number
  // eslint-disable-next-line typescript/no-explicit-any
  readonly json: any
  readonly headers: Headers
}

/** The day after the last sample report. */
export const TODAY = '2026-01-21'

/** A ledger of the sample reports (none: an empty one), and its server, which holds each answer to its schema. */
export async function sampleApp({
  location = STORES[0].location(),
  samples = true,
  change = {},
}: {
  location?: string
  samples?: boolean
  change?: Partial<AppContext>
} = {}): Promise<SampleApp> {
  const writer = await openStore(location, at())
  if (samples) await writer.transaction(session => addReports(session, resolvers, readSamples(), writer.now()))
  const open = () => openStore(location, { ...at(), readonly: true })
  const reader = await open()
  const context: AppContext = {
    reader,
    writer,
    open,
    resolvers,
    today: () => TODAY,
    home: 'VN',
    by: 'Lan',
    pages: null,
    limits: LIMITS,
    strict: true,
    ...change,
  }
  const app = createApp(context)
  return {
    app,
    context,
    get: path => answered(app.request(path)),
    post: (path, body) =>
      answered(
        app.request(path, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }),
      ),
    async close() {
      await reader.close()
      await writer.close()
    },
  }
}

async function answered(response: Response | Promise<Response>): Promise<Answered> {
  const { status, headers } = await response
  const text = await (await response).text()
  return { status, headers, json: text === '' ? null : JSON.parse(text) }
}
