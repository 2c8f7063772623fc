import type { Handler } from 'hono'
import { z } from 'zod'
import type { Store } from '../../ledger/store.ts'
import { type Answer } from './answers.ts'
import { checked, idsIn, queryIn } from './asked.ts'
import type { AppContext, Moment } from './context.ts'
import { Refusal, unknownAt } from './problem.ts'
import type { Service } from './service.ts'

/** One address of the API: what it takes and answers, told by schemas, and the function that answers. */
export interface Route {
  readonly method: 'get' | 'post'
  /** As hono has it: `/api/meetings/:id`. */
  readonly path: string
  /** What it is for: one sentence of the documentation. */
  readonly says: string
  readonly query: z.ZodObject
  /** The body that it takes; null for none. */
  readonly takes: { readonly type: string; readonly schema: z.ZodType } | null
  /** Media type of the answer, and its schema where that is JSON. */
  readonly gives: { readonly type: string; readonly schema: z.ZodType | null }
  readonly handler: (service: Service) => Handler
}

/** The names in a path: `/api/meetings/:id` has `{ id: string }`. */
export type IdsIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { readonly [name in Name]: string } & IdsIn<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? { readonly [name in Name]: string }
    : unknown

/** What a request asks: the ids of its path, and its filters. */
export interface Asked<Path extends string, Q extends z.ZodObject> {
  readonly ids: IdsIn<Path>
  readonly query: z.output<Q>
}

const JSON_TYPE = 'application/json'
const NOTHING = z.object({})

/**
 * An address that is looked at. `ask` looks at the ledger as of one moment; null says that nothing has the id of the path. Answers
 * are kept until the ledger or the day changes.
 */
export function look<Path extends string, A extends z.ZodType, Q extends z.ZodObject = typeof NOTHING>(route: {
  readonly path: Path
  readonly says: string
  readonly query?: Q
  readonly answer: A
  readonly ask: (moment: Moment, asked: Asked<Path, Q>) => Promise<z.input<A> | null>
}): Route {
  const { path, says, answer, ask, query = NOTHING as unknown as Q } = route
  const made = async (moment: Moment, asked: Asked<Path, Q>): Promise<Answer | null> => {
    const found = await ask(moment, asked)
    if (found === null) return null
    if (moment.context.strict) z.strictObject({ answer }).parse({ answer: found })
    return { body: new TextEncoder().encode(JSON.stringify(found)), type: `${JSON_TYPE}; charset=utf-8`, name: null }
  }
  const gives = { type: JSON_TYPE, schema: answer }
  return { method: 'get', path, says, query, takes: null, gives, handler: service => lookHandler(service, query, made) }
}

/**
 * An address that answers with a whole file, made of the ledger as of one moment: kept like what is looked at. Bytes that take long to make are
 * given as a function, which no longer looks at the ledger.
 */
export function file<Path extends string, Q extends z.ZodObject = typeof NOTHING>(route: {
  readonly path: Path
  readonly says: string
  readonly query?: Q
  readonly type: string
  readonly ask: (moment: Moment, asked: Asked<Path, Q>) => Promise<FileMade | null>
}): Route {
  const { path, says, type, ask, query = NOTHING as unknown as Q } = route
  const made = async (moment: Moment, asked: Asked<Path, Q>) => {
    const found = await ask(moment, asked)
    if (!found) return null
    const { bytes, name } = found
    const answered = (body: Uint8Array): Answer => ({ body: new Uint8Array(body), type, name })
    return typeof bytes === 'function' ? async () => answered(await bytes()) : answered(bytes)
  }
  const gives = { type, schema: null }
  return { method: 'get', path, says, query, takes: null, gives, handler: service => lookHandler(service, query, made) }
}

interface FileMade {
  readonly bytes: Uint8Array | (() => Promise<Uint8Array>)
  readonly name: string | null
}

const lookHandler =
  <Path extends string, Q extends z.ZodObject>(
    service: Service,
    query: Q,
    made: (moment: Moment, asked: Asked<Path, Q>) => Promise<Answer | (() => Promise<Answer>) | null>,
  ): Handler =>
  async c => {
    const ids = idsIn(c.req.param())
    const asked = { ids: ids as IdsIn<Path>, query: queryIn(query, new URL(c.req.url).searchParams) }
    return await service.answer(c.req.raw, async moment => {
      const answer = await made(moment, asked)
      if (answer) return answer
      throw unknownAt(Object.values(ids)[0] ?? '')
    })
  }

/** What a request that changes the ledger asks. */
export interface Change<Path extends string, B extends z.ZodType> {
  readonly ids: IdsIn<Path>
  readonly body: z.output<B>
  readonly context: AppContext
}

/** An address that changes the ledger: JSON in, JSON out. */
export function change<Path extends string, B extends z.ZodType, A extends z.ZodType>(route: {
  readonly path: Path
  readonly says: string
  readonly body: B
  readonly answer: A
  readonly ask: (change: Change<Path, B>) => Promise<z.input<A>>
}): Route {
  const { path, says, body, answer, ask } = route
  return {
    method: 'post',
    path,
    says,
    query: NOTHING,
    takes: { type: JSON_TYPE, schema: body },
    gives: { type: JSON_TYPE, schema: answer },
    handler:
      ({ context }) =>
      async c => {
        const ids = idsIn(c.req.param()) as IdsIn<Path>
        const given = checked(body, await jsonOf(c.req.raw), 'field')
        return c.json((await ask({ ids, body: given, context })) as object)
      },
  }
}

/** The ledger to write to; a refusal where it is only looked at. */
export function writerOf({ writer }: AppContext): Store {
  if (writer) return writer
  throw new Refusal(403, 'ledger-readonly', 'This server only looks at the ledger: it was started with --readonly.')
}

async function jsonOf(request: Request): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    throw new Refusal(415, 'not-json', 'This takes JSON: send it with the header "content-type: application/json".')
  try {
    return await request.json()
  } catch {
    throw new Refusal(400, 'not-json', 'The body is no JSON. Check its quotes, commas and brackets.')
  }
}
