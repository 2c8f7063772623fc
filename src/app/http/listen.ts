import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'

/** A server that listens. `stop` lets what runs come to its end. */
export interface Listening {
  /** `http://127.0.0.1:4600`. */
  readonly address: string
  readonly stop: () => Promise<void>
}

/** The only address that it listens on: other machines never reach it. */
const HOST = '127.0.0.1'

/** How long a request may take to arrive, in milliseconds: an upload over the loopback is quick. */
const PATIENCE = 120_000

/** Listens on a port of this machine; 0 is any free one. Rejects where the port is taken. */
export async function listen(app: Hono, port: number): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch, hostname: HOST })
  if ('requestTimeout' in server) server.requestTimeout = PATIENCE
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  return {
    address: `http://${HOST}:${taken}`,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      }),
  }
}
