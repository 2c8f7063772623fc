import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AppContext } from './context.ts'
import { describeApi } from './describe.ts'
import { guard } from './guard.ts'
import { servePages } from './pages.ts'
import { problemAnswer, Refusal } from './problem.ts'
import { ROUTES } from './routes/index.ts'
import { createService } from './service.ts'

/** The path of the one request whose body may be large. */
export const UPLOADS = '/api/reports'

/** The whole server as a function of requests: `app.request('/api/state')` answers without a port. */
export function createApp(context: AppContext): Hono {
  const app = new Hono()
  const service = createService(context)
  app.use(guard)
  app.use('/api/*', limited(context))
  for (const { method, path, handler } of ROUTES) app.on(method.toUpperCase(), path, handler(service))
  describeApi(app, ROUTES)
  app.all('/api/*', ({ req }) => problemAnswer(noSuch(req.method, req.path)))
  if (context.pages) servePages(app, context.pages)
  app.notFound(({ req }) => problemAnswer(noSuch(req.method, req.path)))
  app.onError(error => {
    const answer = problemAnswer(error)
    // Of a fault of ours the person who runs the server sees all, and nobody else anything.
    if (answer.status === 500) process.stderr.write(`${error.stack ?? error.message}\n`)
    return answer
  })
  return app
}

const noSuch = (method: string, path: string): Refusal =>
  ROUTES.some(route => route.method !== method.toLowerCase() && route.path === path)
    ? new Refusal(405, 'method-wrong', `${method} is not for this address. /api/docs tells what each one takes.`)
    : new Refusal(404, 'address-unknown', 'There is nothing at this address. /api/docs lists all that there are.')

function limited({ limits }: AppContext): MiddlewareHandler {
  const limit = (size: number): MiddlewareHandler =>
    bodyLimit({
      maxSize: size,
      onError: async c => {
        await passOver(c.req.raw.body, size)
        return problemAnswer(tooLarge(size))
      },
    })
  const [uploads, others] = [limit(limits.upload), limit(limits.body)]
  return (c, next) => (c.req.path === UPLOADS ? uploads : others)(c, next)
}

/** How many times more than is taken is still listened to. */
const PATIENCE = 16

/** Who is still sending does not hear an answer: what is too large is let come to its end, within reason. */
async function passOver(body: ReadableStream<Uint8Array> | null, size: number): Promise<void> {
  if (!body || body.locked) return
  let passed = 0
  for await (const chunk of body) {
    passed += chunk.length
    if (passed > size * PATIENCE) return
  }
}

const tooLarge = (size: number): Refusal =>
  new Refusal(
    413,
    'too-large',
    `This is larger than ${size >> 20} MB, which is taken at once. Send fewer files, or add them with "bienban add".`,
  )
