import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import {
  type AddressInfo,
  createServer as createSocketServer,
  type Server as SocketServer,
  type Socket,
} from 'node:net'

/** A server on this machine for the time of some work, which is given its address. */
export async function withServer<R>(answer: RequestListener, work: (site: string) => Promise<R>): Promise<R> {
  return await whileOpen(createServer(answer), work)
}

/** The same, of what speaks no proper HTTP. */
export async function withSocket<R>(answer: (socket: Socket) => void, work: (site: string) => Promise<R>): Promise<R> {
  const sockets = new Set<Socket>()
  const server = createSocketServer(socket => {
    sockets.add(socket)
    socket.on('error', () => {})
    answer(socket)
  })
  try {
    return await whileOpen(server, work)
  } finally {
    for (const socket of sockets) socket.destroy()
  }
}

async function whileOpen<R>(server: Server | SocketServer, work: (site: string) => Promise<R>): Promise<R> {
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close()
  }
}

/** Answers by path; all else is 404. */
export const site =
  (
    pages: Readonly<Record<string, string | ((request: IncomingMessage, response: ServerResponse) => void)>>,
  ): RequestListener =>
  (request, response) => {
    const page = pages[request.url ?? '']
    if (typeof page === 'function') return page(request, response)
    if (page === undefined) return response.writeHead(404).end()
    return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  }
